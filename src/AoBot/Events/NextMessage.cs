using AoBot.Conversations;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Events;

/// <summary>The dates that come, rendered: a day without a time stays a day.</summary>
public static class NextMessage
{
    private const int Most = 20;

    public static Answer Render(IReadOnlyList<UpcomingEvent> events, LocalDate today, bool all = false)
    {
        if (events.Count == 0)
        {
            const string Nothing = "No dates are announced. They come with the fund's reports.";
            return new Answer(Nothing, [Parts.Plain(Nothing)]);
        }

        var (shown, left) = all ? (events, 0) : Cut.To(events, Most);
        var asOf = events.Max(e => e.SpeaksOf);
        return new Answer(
            $"Next dates: {string.Join("; ", shown.Select(e => $"{EventWords.When(e, today)}, {EventWords.What(e, today)}{(EventWords.LacksTime(e) ? " (no time yet)" : "")}"))}{(left > 0 ? $"; and {left} more: /ao next all" : "")}. As announced {(shown.All(e => e.SpeaksOf == asOf) ? "on" : "up to")} {DayWords.Day(asOf, today)}.",
            [
                Parts.Header("Next dates"),
                .. shown.Chunk(Most).Select(some => Parts.Section(Mrkdwn.Join("\n", some.Select(e => Line(e, today))))),
                .. left > 0 ? [Parts.Section(Mrkdwn.Of($"+ {left} later: `/ao next all`"))] : Array.Empty<Block>(),
                Parts.Note(Mrkdwn.Of($"As announced {(shown.All(e => e.SpeaksOf == asOf) ? "on" : "up to")} {DayWords.Day(asOf, today)} ({DayWords.Away(asOf, today)})")),
            ]);
    }

    /// <summary><c>• Thursday, July 25 · Roundtable, in 27 days (no time yet)</c>.</summary>
    public static Mrkdwn Line(UpcomingEvent e, LocalDate today)
    {
        var away = EventWords.Away(e, today) is { } words ? $", {words}" : "";
        return Mrkdwn.Of($"• *{EventWords.Shown(e, today)}* · {EventWords.What(e, today)}{away}{(EventWords.LacksTime(e) ? " (no time yet)" : "")}");
    }
}
