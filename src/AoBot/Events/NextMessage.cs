using AoBot.Conversations;
using AoBot.Slack.Blocks;
using Humanizer;
using NodaTime;

namespace AoBot.Events;

/// <summary>The dates that come, rendered: a day without a time stays a day.</summary>
public static class NextMessage
{
    private const int Most = 20;

    public static Answer Render(IReadOnlyList<UpcomingEvent> events, LocalDate today)
    {
        if (events.Count == 0)
        {
            const string Nothing = "No dates are announced. They come with the fund's reports.";
            return new Answer(Nothing, [Parts.Plain(Nothing)]);
        }

        var (shown, left) = Cut.To(events, Most);
        var asOf = events.Max(e => e.SpeaksOf);
        return new Answer(
            $"Next dates: {string.Join("; ", shown.Select(e => $"{EventWords.When(e, today)}, {EventWords.What(e, today)}{(EventWords.LacksTime(e) ? " (no time yet)" : "")}"))}{(left > 0 ? $"; and {left} more" : "")}. As announced on {DayWords.Day(asOf, today)}.",
            [
                Parts.Header("Next dates"),
                Parts.Section(Mrkdwn.Join("\n", [.. shown.Select(e => Line(e, today)), .. left > 0 ? [Mrkdwn.Of($"+ {left} later")] : Array.Empty<Mrkdwn>()])),
                Parts.Note(Mrkdwn.Of($"As announced on {DayWords.Day(asOf, today)} ({DayWords.Away(asOf, today)})")),
            ]);
    }

    /// <summary><c>• Thursday, July 25 · Roundtable, in 27 days (no time yet)</c>.</summary>
    public static Mrkdwn Line(UpcomingEvent e, LocalDate today)
    {
        var away = EventWords.Away(e, today) is { } words ? $", {words}" : "";
        return Mrkdwn.Of($"• *{EventWords.When(e, today).Transform(To.SentenceCase)}* · {EventWords.What(e, today)}{away}{(EventWords.LacksTime(e) ? " (no time yet)" : "")}");
    }
}
