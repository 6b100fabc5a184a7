using NodaTime;

namespace AoBot.Updates.Reading;

/// <summary>
/// Which year a name means. The one in the name, else the folder's; unless that cannot be, and the year before or after fits the day of writing:
/// in January people write last year's number, and sometimes they go on in last year's folder.
/// </summary>
internal static class YearPolicy
{
    private const int MostDaysEarly = 45;
    private const int MostDaysLate = 200;
    private const int FewDaysEarly = 20;
    private const int FewDaysLate = 75;
    private const int FilesOfABatch = 3;

    /// <param name="claim">Whose name is read.</param>
    /// <param name="all">All claims of the partner: who catches up on a year brings many files at once.</param>
    public static (IReadOnlyList<YearMonth> Months, string? Doubt) Of(Claim claim, IReadOnlyList<Claim> all)
    {
        var written = Instant.Min(claim.Written, claim.Landed);
        var months = NamedMonth.Resolve(claim.Path.Name.Months, claim.Year);
        var days = DaysAfter(months[^1], written);
        if (days is >= -MostDaysEarly and <= MostDaysLate || all.Count(c => c.Landing is not null && c.Landing == claim.Landing && c.Path.Name.Months.Count > 0) >= FilesOfABatch)
        {
            return (months, null);
        }

        foreach (var shift in new[] { 1, -1 })
        {
            List<YearMonth> other = [.. months.Select(m => m.PlusMonths(12 * shift))];
            if (IsNear(other[^1], claim) && !all.Any(c => c != claim && c.Blob != claim.Blob && c.Named == other[^1]))
            {
                return (other, $"it names {months.Words()}, but was written on {written.Words()}");
            }
        }

        // Nothing fits better: a late delivery, or one far ahead of its month.
        return (months, days < -MostDaysEarly ? $"it was written on {written.Words()}, long before {months[^1].Words()} was over"
            : claim.Path.Name.Months[^1].Year is null ? $"it names no year, and was written on {written.Words()}"
            : null);
    }

    /// <summary>Whether a file was written about when a month was over.</summary>
    public static bool IsNear(YearMonth month, Claim claim) => DaysAfter(month, Instant.Min(claim.Written, claim.Landed)) is >= -FewDaysEarly and <= FewDaysLate;

    private static double DaysAfter(YearMonth month, Instant instant) => (instant - month.End()).TotalDays;
}
