using AoBot.Conversations;
using NodaTime;

namespace AoBot.Updates;

/// <summary>The updates of one month, as somebody may see them.</summary>
/// <param name="Rows">By name, but for staff first what is not in.</param>
/// <param name="Picture">The whole.</param>
public sealed record MonthOfUpdates(IReadOnlyList<UpdatesRow> Rows, LedgerPicture Picture)
{
    public static MonthOfUpdates Of(LedgerPicture picture)
    {
        var rows =
            from name in picture.Names
            let months = picture.MonthsOf(name.Keys)
            let cell = months.GetValueOrDefault(picture.Month)
            where cell is not null && (picture.Audience == Audience.Staff || cell.SeenBy(picture.Audience) != Seen.Nothing)
            where picture.Ledger.HasRoster || cell.State is CoverageState.Received or CoverageState.InReview
            select new UpdatesRow(name.Name, cell, months);
        return new MonthOfUpdates(
            picture.Audience == Audience.Staff
                ? [.. rows.OrderBy(r => Urgency(r.Cell.State)).ThenBy(r => r.Name, StringComparer.OrdinalIgnoreCase)]
                : [.. rows.OrderBy(r => r.Name, StringComparer.OrdinalIgnoreCase)],
            picture);
    }

    /// <summary><c>12 received, 3 in review, 5 not in yet; due Friday, July 5 (in 7 days).</c></summary>
    public string Summary
    {
        get
        {
            if (Rows.Count == 0)
            {
                return Picture.Ledger.HasRoster ? "nothing is asked for, and nothing came." : "nothing came.";
            }

            var counts = CoverageWords.Counts(Rows.Select(r => r.Cell), Picture.Audience);
            var due = Rows.Select(r => r.Cell).Where(c => c.State is CoverageState.Due or CoverageState.NotYetAsked).Select(c => c.DueDay).Distinct().ToList();
            return due is [var day] && day >= Picture.Today ? $"{counts}; due {DayWords.Day(day, Picture.Today)} ({DayWords.Away(day, Picture.Today)})." : $"{counts}.";
        }
    }

    /// <summary>Of whom nothing came whose month is over.</summary>
    public IReadOnlyList<string> NotIn => [.. Rows.Where(r => r.Cell.State is CoverageState.Due or CoverageState.NotIn).Select(r => r.Name)];

    private static int Urgency(CoverageState state) => state switch
    {
        CoverageState.NotIn => 0,
        CoverageState.Due => 1,
        CoverageState.InReview => 2,
        CoverageState.NotYetAsked => 3,
        CoverageState.Received => 4,
        _ => 5,
    };
}

/// <param name="Name">Of the partner.</param>
/// <param name="Cell">The month.</param>
/// <param name="Months">All its months.</param>
public sealed record UpdatesRow(string Name, CoverageCell Cell, IReadOnlyDictionary<YearMonth, CoverageCell> Months);
