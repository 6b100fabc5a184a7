using AoBot.Conversations;
using Humanizer;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>Spans and pauses in words.</summary>
public static class SpanWords
{
    /// <summary><c>from April 1 to November 28, 2025</c>, <c>since December 1, 2022</c>, <c>until June 30</c>; empty where neither end is known.</summary>
    public static string Of(RosterRow row, LocalDate today) => (row.Start, row.End) switch
    {
        ({ } start, { } end) => $"from {DayWords.ShortDay(start, today)} to {DayWords.ShortDay(end, today)}",
        ({ } start, null) => $"{(start <= today ? "since" : "from")} {DayWords.ShortDay(start, today)}",
        (null, { } end) => $"until {DayWords.ShortDay(end, today)}",
        _ => "",
    };

    /// <summary><c>March 1 to April 30, and from June 1 on</c>.</summary>
    public static string Of(IReadOnlyList<RosterPause> pauses, LocalDate today) =>
        pauses.Select(p => p.To is { } to ? $"{DayWords.ShortDay(p.From, today)} to {DayWords.ShortDay(to, today)}" : $"from {DayWords.ShortDay(p.From, today)} on").Humanize("and");

    /// <summary><c>updates every month</c>; empty where nobody said.</summary>
    public static string Of(Cadence cadence) => cadence switch
    {
        Cadence.Monthly => "updates every month",
        Cadence.TwoMonthly => "updates every two months",
        Cadence.Quarterly => "updates every quarter",
        _ => "",
    };
}
