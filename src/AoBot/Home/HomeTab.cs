using AoBot.Conversations;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Home;

/// <summary>The Home tab: what is the reader's own, the one screen as they see it, and the words to go on with.</summary>
public static class HomeTab
{
    public static HomeView Render(Answer status, LocalDate today, Answer? mine = null) =>
        new(
        [
            .. mine is null ? [] : (Block[])[.. InWindow.Of(mine.ToMessage().Blocks!), new DividerBlock()],
            .. InWindow.Of(status.ToMessage().Blocks!),
            new DividerBlock(),
            Parts.Section(Mrkdwn.Of($"*Ask me in any channel*\n• `/ao kr 2.1` one key result with its history\n• `/ao engagement homebrew` one engagement with its news\n• `/ao update` who has delivered the month's update\n• `/ao help` everything I understand")),
            Parts.Note(Mrkdwn.Of($"As of {DayWords.FullDay(today)}. Open this tab again for a fresh picture.")),
        ]);
}
