using AoBot.Slack.Blocks;

namespace AoBot.Conversations;

/// <summary>What a newcomer to the channel is told, once: three words and who sees the answers.</summary>
public static class WelcomeMessage
{
    public static MessageBody Body { get; } = new(
        "Welcome! I'm AoBot and know this program's key results, engagements and dates. Try /ao status, /ao next or /ao engagement; only you see my answers.",
        [
            Parts.Section(Mrkdwn.Of($"Welcome! I'm AoBot. I know this program's key results, engagements and dates. Try:\n• `/ao status` everything on one screen\n• `/ao next` the dates that come\n• `/ao engagement` whom the fund works with")),
            Parts.Note(Mrkdwn.Of($"Only you see this, and only you see my answers to `/ao`. More: `/ao help`")),
        ]);
}
