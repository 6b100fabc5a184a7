using AoBot.Conversations;
using Humanizer;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>Spans and pauses in words.</summary>
public static class SpanWords
{
    /// <summary><c>from Monday, April 1 to Friday, November 28, 2025</c>, <c>since Thursday, December 1, 2022</c>, <c>until Sunday, June 30</c>; empty where neither end is known.</summary>
    public static string Of(RosterRow row, LocalDate today) => (row.Start, row.End) switch
    {
        ({ } start, { } end) => $"from {DayWords.Day(start, today)} to {DayWords.Day(end, today)}",
        ({ } start, null) => $"{(start <= today ? "since" : "from")} {DayWords.Day(start, today)}",
        (null, { } end) => $"until {DayWords.Day(end, today)}",
        _ => "",
    };

    /// <summary><c>Friday, March 1 to Tuesday, April 30 and from Saturday, June 1 on</c>.</summary>
    public static string Of(IReadOnlyList<RosterPause> pauses, LocalDate today) =>
        pauses.Select(p => p.To is { } to ? $"{DayWords.Day(p.From, today)} to {DayWords.Day(to, today)}" : $"from {DayWords.Day(p.From, today)} on").Humanize("and");

    /// <summary><c>updates every month</c>; empty where nobody said.</summary>
    public static string Of(Cadence cadence) => cadence switch
    {
        Cadence.Monthly => "updates every month",
        Cadence.TwoMonthly => "updates every two months",
        Cadence.Quarterly => "updates every quarter",
        _ => "",
    };
}
