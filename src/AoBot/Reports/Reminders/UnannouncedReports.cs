using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Reports.Reminders;

/// <summary>The fund's monthly reports that are out, and that the channel was not told of.</summary>
public static class UnannouncedReports
{
    /// <summary>For so long staff are offered to announce what they noted, also where another report stands by now.</summary>
    private static readonly Duration Offered = Duration.FromDays(30);

    /// <summary>The report of a month; none where none is out, or one was announced.</summary>
    public static async Task<Announceable?> Of(AoBotDbContext db, YearMonth month, CancellationToken cancellationToken)
    {
        var published = await db.PublishedReports.AsNoTracking().Include(p => p.Months).Where(p => p.Kind == PublishedReportKind.Monthly && p.Months.Any(m => m.Month == month)).OrderByDescending(p => p.Id).ToListAsync(cancellationToken);
        var announced = await Announced(db, cancellationToken);
        return published.Exists(p => announced.Contains(ReportAnnouncementKind.KeyOf(p.Id))) ? null : published.Select(Announceable.Of).FirstOrDefault();
    }

    /// <summary>The last of those that staff noted lately.</summary>
    public static async Task<Announceable?> Noted(AoBotDbContext db, Instant now, CancellationToken cancellationToken)
    {
        var since = now - Offered;
        var links = db.Audit.Where(a => a.Action == ReportAnswers.DoneAction && a.At >= since).Select(a => a.Detail);
        var noted = await db.PublishedReports.AsNoTracking().Include(p => p.Months).Where(p => links.Contains(p.Url)).OrderByDescending(p => p.Id).ToListAsync(cancellationToken);
        var announced = await Announced(db, cancellationToken);
        return noted.Where(p => !announced.Contains(ReportAnnouncementKind.KeyOf(p.Id))).Select(Announceable.Of).FirstOrDefault();
    }

    private static async Task<IReadOnlySet<string>> Announced(AoBotDbContext db, CancellationToken cancellationToken) =>
        (await db.Notices.Where(n => n.Kind == ReportAnnouncementKind.Name).Select(n => n.Key).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
}

/// <summary>A report that staff may announce.</summary>
/// <param name="PublishedId">Which.</param>
/// <param name="Title">What it is called then.</param>
public sealed record Announceable(int PublishedId, string Title)
{
    public static Announceable Of(PublishedReport published) => new(published.Id, ReportMessage.TitleOf(published));
}
