using AoBot.Engagements;
using AoBot.Reminders;
using NodaTime;

namespace AoBot.Updates.Reading;

/// <summary>A text that covers a month.</summary>
/// <param name="Engagement">The key of the engagement that the month is credited to.</param>
/// <param name="Month">The month.</param>
/// <param name="Months">All months that the file covers.</param>
/// <param name="Path">Its path.</param>
/// <param name="Commit">What a link is pinned to.</param>
/// <param name="Landed">When it reached the branch; none for a proposed one.</param>
/// <param name="Written">When it was written, or its pull request opened.</param>
/// <param name="Sure">Whether it was read beyond doubt.</param>
/// <param name="Proposal">The pull request that proposes it.</param>
internal sealed record Delivery(string Engagement, YearMonth Month, IReadOnlyList<YearMonth> Months, string Path, string Commit, Instant? Landed, Instant Written, bool Sure, PullRequest? Proposal = null);

/// <summary>Which month of an engagement stands where.</summary>
internal static class CoveragePolicy
{
    /// <summary>Without a roster nobody says when an engagement ended: so many months of silence do.</summary>
    private const int MonthsOfSilence = 3;

    /// <param name="row">The engagement.</param>
    /// <param name="fromFolder">Whether it is known by its folder alone, so that its span is what it delivered.</param>
    /// <param name="deliveries">What covers its months: landed, or proposed and open.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="options">Due days, the zone, skips.</param>
    public static (LedgerPartner Partner, IReadOnlyList<CoverageCell> Cells) Of(RosterRow row, bool fromFolder, IReadOnlyList<Delivery> deliveries, Instant asOf, LedgerOptions options)
    {
        var today = asOf.InZone(options.Zone).Date;
        var landed = deliveries.Where(d => d.Landed is not null).ToList();
        var covered = deliveries.Select(d => d.Month).Distinct().Order().ToList();
        var first = row.Start is { } start ? FirstWhole(start) : covered.Count > 0 && covered[0] < Before(today) ? covered[0] : Before(today);
        var last = today.ToYearMonth();
        if (row.End is { } end && LastLived(end) < last)
        {
            last = LastLived(end);
        }

        if (fromFolder)
        {
            last = covered.Count == 0 ? first.PlusMonths(-1) : covered[^1].PlusMonths(MonthsOfSilence) < last ? covered[^1] : last;
        }

        var rhythm = Rhythm.Of(row.Cadence, [.. landed.GroupBy(d => d.Path, StringComparer.Ordinal).Select(g => g.First().Months).Where(m => m.Count > 0).OrderBy(m => m[^1]).DistinctBy(m => m[^1])], first);
        var months = Enumerable.Range(0, Math.Max(0, Count(first, last))).Select(i => first.PlusMonths(i)).Concat(covered).Distinct().Order();
        return (new LedgerPartner(row.Key, row.Name, rhythm.Length, rhythm.Learnt), [.. months.Select(m => Cell(m, m >= first && m <= last))]);

        CoverageCell Cell(YearMonth month, bool owed)
        {
            // The last period ends with the engagement.
            var lastMonth = rhythm.LastMonthOf(month) is var natural && owed && natural > last && row.End is not null ? last : rhythm.LastMonthOf(month);
            var due = options.DueDays.DueDay(lastMonth);
            var deadline = DueDays.EndOf(due);
            var cell = new CoverageCell(row.Key, month, CoverageState.NotYetAsked, due) { Owed = owed };
            if (Find(d => d.Landed is not null) is { } received)
            {
                return Covered(cell with { State = CoverageState.Received, Landed = received.Landed }, received, Instant.Min(received.Landed!.Value, received.Written), deadline);
            }

            if (Find(d => d.Proposal is not null) is { Proposal: { } proposal } review)
            {
                return Covered(cell with { State = CoverageState.InReview, Since = proposal.Opened, Touched = proposal.Updated ?? proposal.Opened, PullRequest = proposal.Number, Draft = proposal.Draft }, review, proposal.Opened, deadline);
            }

            return options.Skips.FirstOrDefault(s => s.Month == month && s.Partner.Equals(row.Key, StringComparison.OrdinalIgnoreCase)) is { } skip ? cell with { State = CoverageState.Skipped, Reason = skip.Reason }
                : row.IsPausedOn(month.OnDayOfMonth(15)) ? cell with { State = CoverageState.Paused }
                : today.ToYearMonth() <= lastMonth ? cell
                : cell with { State = asOf < deadline ? CoverageState.Due : CoverageState.NotIn };

            Delivery? Find(Func<Delivery, bool> kind) =>
                deliveries.Where(d => kind(d) && d.Month == month).MinBy(Order) ?? deliveries.Where(d => kind(d) && StandsFor(d, month)).MinBy(Order);
        }

        // Whoever owes one update for several months may name it after the last of them, or write it when they are over.
        bool StandsFor(Delivery delivery, YearMonth month) =>
            rhythm.Length > 1 && rhythm.LastMonthOf(delivery.Month) == rhythm.LastMonthOf(month)
            && (delivery.Month == rhythm.LastMonthOf(month) || (delivery.Landed ?? delivery.Written) >= rhythm.LastMonthOf(month).End());

        static (bool Draft, Instant At, string Path) Order(Delivery delivery) => (delivery.Proposal?.Draft == true, delivery.Landed ?? delivery.Written, delivery.Path);
    }

    private static CoverageCell Covered(CoverageCell cell, Delivery delivery, Instant delivered, Instant deadline) => cell with
    {
        InTime = delivered < deadline,
        Path = delivery.Path,
        Commit = delivery.Commit,
        Written = delivery.Written,
        Sure = delivery.Sure,
    };

    /// <summary>The first month that lies in a span from its first day.</summary>
    private static YearMonth FirstWhole(LocalDate start) => start.Day == 1 ? start.ToYearMonth() : start.ToYearMonth().PlusMonths(1);

    /// <summary>The last month on whose 15th an engagement lived that ended on a day.</summary>
    private static YearMonth LastLived(LocalDate end) => end.Day >= 15 ? end.ToYearMonth() : end.ToYearMonth().PlusMonths(-1);

    private static YearMonth Before(LocalDate today) => today.ToYearMonth().PlusMonths(-1);

    private static int Count(YearMonth first, YearMonth last) => ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
}
