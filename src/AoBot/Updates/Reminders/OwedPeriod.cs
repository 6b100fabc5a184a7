using AoBot.Engagements;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>The months of an engagement that one update is owed for: one, or as many as share a due day.</summary>
/// <param name="Row">The engagement.</param>
/// <param name="Due">The last day on which it is in time.</param>
/// <param name="Cells">Its months that are owed, in order.</param>
internal sealed record OwedPeriod(RosterRow Row, LocalDate Due, IReadOnlyList<CoverageCell> Cells)
{
    /// <summary>The month that keys and subjects name.</summary>
    public YearMonth Month => Cells[^1].Month;

    /// <summary>The months of which nothing has come.</summary>
    public IReadOnlyList<YearMonth> Open { get; } = [.. Cells.Where(IsOpen).Select(c => c.Month)];

    /// <summary>Whether anything was to be delivered for it.</summary>
    public bool IsAsked { get; } = Cells.Any(c => c.State is not (CoverageState.Skipped or CoverageState.Paused));

    /// <summary>Whether nothing of what was to be delivered has come.</summary>
    public bool IsSilent { get; } = Cells.Any(IsOpen) && !Cells.Any(HasCome);

    /// <summary>Whether all of it came by the due day.</summary>
    public bool WasInTime { get; } = Cells.All(c => c.State is CoverageState.Skipped or CoverageState.Paused || (HasCome(c) && c.InTime == true));

    /// <summary>The periods of an engagement, in order.</summary>
    /// <param name="row">The engagement.</param>
    /// <param name="cells">Its months, in order, as the ledger has them.</param>
    public static IReadOnlyList<OwedPeriod> Of(RosterRow row, IEnumerable<CoverageCell> cells)
    {
        var periods = new List<OwedPeriod>();
        var together = new List<CoverageCell>();
        foreach (var cell in cells.Where(c => c.Owed))
        {
            if (together.Count > 0 && together[0].DueDay != cell.DueDay)
            {
                periods.Add(new OwedPeriod(row, together[0].DueDay, together));
                together = [];
            }

            together.Add(cell);
        }

        if (together.Count > 0)
        {
            periods.Add(new OwedPeriod(row, together[0].DueDay, together));
        }

        return periods;
    }

    private static bool IsOpen(CoverageCell cell) => cell.State is CoverageState.Due or CoverageState.NotIn or CoverageState.NotYetAsked;

    private static bool HasCome(CoverageCell cell) => cell.State is CoverageState.Received or CoverageState.InReview;
}
