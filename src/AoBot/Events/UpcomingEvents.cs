using AoBot.Persistence;
using AoBot.Reports;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events;

/// <summary>What is announced, not past and not done, the nearest first; what has no date at all comes last.</summary>
public static class UpcomingEvents
{
    /// <summary>Of a series so many of its next dates are told.</summary>
    private const int MostOfSeries = 3;

    /// <summary>A date that is only approximate stays on the list for so many days.</summary>
    private const int DaysOfGrace = 3;

    public static async Task<IReadOnlyList<UpcomingEvent>> Read(AoBotDbContext db, LocalDate today, CancellationToken cancellationToken)
    {
        var thisMonth = today.ToYearMonth();
        var grace = today.PlusDays(-DaysOfGrace);
        var yearAgo = today.PlusYears(-1);
        var published = db.Set<PublishedReportMonth>().Select(m => m.Month);
        var rows = await db.Events
            .Where(e => e.Kind != ProgramEventKind.MonthlyReportDue || e.About == null || !published.Any(m => m == e.About))
            .Where(e => e.Date >= today || (e.Approximate && e.Date >= grace) || e.Month >= thisMonth || (e.Date == null && e.Month == null && e.SpeaksOf >= yearAgo))
            .Select(e => new UpcomingEvent(e.Kind, e.Title, e.Date, e.Month, e.Approximate, e.About, e.SpeaksOf, e.StartsAt, e.Zone))
            .ToListAsync(cancellationToken);
        var gatherings = await Gatherings(db, today, cancellationToken);
        var announced = rows.Where(e => !gatherings.Exists(g => Completes(g, e))).Select(e => e with { IsToComplete = EventWords.LacksTime(e) });
        var coming = gatherings.Where(g => !g.IsCancelled && g.Day >= today).GroupBy(g => g.Gathering.Id).SelectMany(g => g.Take(MostOfSeries)).Select(Of);
        return [.. announced.Concat(coming).OrderBy(e => e.SortKey).ThenBy(e => e.Kind).ThenBy(e => e.Title, StringComparer.Ordinal)];
    }

    public static ProgramEventKind KindOf(GatheringKind kind) => kind == GatheringKind.Roundtable ? ProgramEventKind.Roundtable : ProgramEventKind.PublicMeeting;

    private static Task<List<Occurrence>> Gatherings(AoBotDbContext db, LocalDate today, CancellationToken cancellationToken)
    {
        var since = today.PlusMonths(-1);
        return db.Occurrences.AsNoTracking().Include(o => o.Gathering).Where(o => o.Day >= since || o.AnnouncedDay >= since).OrderBy(o => o.StartsAt).ToListAsync(cancellationToken);
    }

    /// <summary>Whether a date that a report announced is this one: the one it was completed to, or a day that it has or had in its series.</summary>
    private static bool Completes(Occurrence occurrence, UpcomingEvent e) =>
        e.Date is { } day && e.Kind == KindOf(occurrence.Gathering.Kind) && (occurrence.AnnouncedDay == day || occurrence.Slot == day || occurrence.Day == day);

    private static UpcomingEvent Of(Occurrence occurrence) =>
        new(KindOf(occurrence.Gathering.Kind), occurrence.Gathering.Title, occurrence.Day, null, false, null, occurrence.ChangedAt.InUtc().Date, occurrence.StartsAt, occurrence.Gathering.Zone);
}

/// <param name="Kind">What it is.</param>
/// <param name="Title">In few words.</param>
/// <param name="Date">The day, on the clocks of its zone.</param>
/// <param name="Month">Where only the month is known.</param>
/// <param name="Approximate">"around" the day.</param>
/// <param name="About">The month that a monthly report is about.</param>
/// <param name="SpeaksOf">The day of the report that announced it.</param>
/// <param name="StartsAt">When it begins; none where no time is known.</param>
/// <param name="Zone">The zone its time was named in.</param>
public sealed record UpcomingEvent(ProgramEventKind Kind, string Title, LocalDate? Date, YearMonth? Month, bool Approximate, YearMonth? About, LocalDate SpeaksOf, Instant? StartsAt = null, string? Zone = null)
{
    /// <summary>Whether a report announced it and nobody has said its time yet.</summary>
    public bool IsToComplete { get; init; }

    /// <summary>A month counts as its last day, no date as after everything.</summary>
    public LocalDate SortKey => Date ?? Month?.ToDateInterval().End ?? LocalDate.MaxIsoValue;
}
