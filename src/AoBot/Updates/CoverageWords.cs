using System.Globalization;
using AoBot.Conversations;
using NodaTime;

namespace AoBot.Updates;

/// <summary>What somebody may see of a month.</summary>
public enum Seen
{
    /// <summary>Nothing is asked for it, or for staff: not yet. It is left out where it would have to be explained.</summary>
    Nothing,

    NotInYet,
    InReview,
    Received,
}

/// <summary>Where months stand, in words and as one character each, for who reads it. Only staff are told of days that have passed, of skips and of pauses.</summary>
public static class CoverageWords
{
    /// <summary>How many months a strip has.</summary>
    public const int MonthsOfStrip = 6;

    /// <summary>What the characters of a strip mean; no fact stands in them alone.</summary>
    public const string Legend = "● received, ◐ in review, ○ not in yet, – nothing asked";

    public static Seen SeenBy(this CoverageCell? cell, Audience audience) => cell?.State switch
    {
        CoverageState.Received => Seen.Received,
        CoverageState.InReview => Seen.InReview,
        CoverageState.Due or CoverageState.NotIn => Seen.NotInYet,
        CoverageState.NotYetAsked => audience == Audience.Staff ? Seen.Nothing : Seen.NotInYet,
        _ => Seen.Nothing,
    };

    public static string Of(Seen seen) => seen switch
    {
        Seen.Received => "received",
        Seen.InReview => "in review",
        Seen.NotInYet => "not in yet",
        _ => "nothing asked",
    };

    /// <summary><c>received</c>; for staff also <c>received late</c>, <c>in review (draft)</c>, <c>due</c>, <c>skipped (on leave)</c>.</summary>
    public static string State(CoverageCell cell, Audience audience) => audience != Audience.Staff ? Of(cell.SeenBy(audience)) : cell.State switch
    {
        CoverageState.Received => cell.InTime == false ? "received late" : "received",
        CoverageState.InReview => $"in review{(cell.Draft ? " (draft)" : "")}{(cell.InTime == false ? ", opened late" : "")}",
        CoverageState.NotIn => "not in",
        CoverageState.Due => "due",
        CoverageState.NotYetAsked => "not yet asked",
        CoverageState.Skipped => $"skipped ({cell.Reason})",
        _ => "paused",
    };

    /// <summary><c>12 received, 3 in review, 5 not in yet</c>; for staff also what is not yet asked, skipped or paused.</summary>
    public static string Counts(IEnumerable<CoverageCell> cells, Audience audience) => string.Join(", ", cells
        .Select(c => (c.SeenBy(audience), c.State) switch
        {
            (Seen.Received, _) => (0, "received"),
            (Seen.InReview, _) => (1, "in review"),
            (Seen.NotInYet, _) => (2, "not in yet"),
            (_, CoverageState.NotYetAsked) => (3, "not yet asked"),
            (_, CoverageState.Skipped) => (4, "skipped"),
            _ => (5, "paused"),
        })
        .CountBy(c => c)
        .OrderBy(c => c.Key.Item1)
        .Select(c => $"{c.Value} {c.Key.Item2}"));

    /// <summary><c>landed Tuesday, July 2</c>, <c>since Monday, July 1</c>, <c>due Friday, July 5</c>; none where there is nothing to say.</summary>
    /// <param name="cell">The month.</param>
    /// <param name="audience">Only staff read a due day that has passed.</param>
    /// <param name="today">The program's day.</param>
    /// <param name="zone">The program's zone.</param>
    public static string? When(CoverageCell cell, Audience audience, LocalDate today, DateTimeZone zone) => cell.State switch
    {
        CoverageState.Received => $"landed {DayWords.Day(cell.Landed!.Value.InZone(zone).Date, today)}",
        CoverageState.InReview => $"since {DayWords.Day(cell.Since!.Value.InZone(zone).Date, today)}",
        CoverageState.Skipped or CoverageState.Paused => null,
        _ => audience == Audience.Staff || cell.DueDay >= today ? $"due {DayWords.Day(cell.DueDay, today)}" : null,
    };

    /// <summary>One character for each of the months up to <paramref name="last"/>, the newest at the right.</summary>
    public static string Strip(IReadOnlyDictionary<YearMonth, CoverageCell> cells, YearMonth last, Audience audience) =>
        string.Concat(MonthsUpTo(last).Select(m => cells.GetValueOrDefault(m).SeenBy(audience) switch
        {
            Seen.Received => '●',
            Seen.InReview => '◐',
            Seen.NotInYet => '○',
            _ => '–',
        }));

    /// <summary>The same in words: <c>January to April received, May in review</c>. Months for which nothing is asked are left out.</summary>
    public static string StripInWords(IReadOnlyDictionary<YearMonth, CoverageCell> cells, YearMonth last, Audience audience)
    {
        var runs = new List<(Seen Seen, YearMonth From, YearMonth To)>();
        foreach (var month in MonthsUpTo(last))
        {
            var seen = cells.GetValueOrDefault(month).SeenBy(audience);
            if (runs is [.., var run] && run.Seen == seen)
            {
                runs[^1] = run with { To = month };
            }
            else
            {
                runs.Add((seen, month, month));
            }
        }

        return string.Join(", ", runs.Where(r => r.Seen != Seen.Nothing).Select(r => $"{(r.From == r.To ? Short(r.From) : $"{Short(r.From)} to {Short(r.To)}")} {Of(r.Seen)}"));
    }

    /// <summary><c>Jan to Jun</c>: what a strip spans.</summary>
    public static string Span(YearMonth last) => $"{Short(last.PlusMonths(1 - MonthsOfStrip))} to {Short(last)}";

    private static IEnumerable<YearMonth> MonthsUpTo(YearMonth last) => Enumerable.Range(1 - MonthsOfStrip, MonthsOfStrip).Select(last.PlusMonths);

    private static string Short(YearMonth month) => month.ToString("MMM", CultureInfo.InvariantCulture);
}
