namespace AoBot.Slack; internal static class Placeholder;
