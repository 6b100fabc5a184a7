using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Reports;

/// <summary>The fund's own reports that are out, with their links.</summary>
public static class PublishedReports
{
    /// <summary>The report that settles a month, if one is out.</summary>
    public static Task<PublishedLink?> For(AoBotDbContext db, YearMonth month, CancellationToken cancellationToken) =>
        db.PublishedReports
            .Where(p => p.Months.Any(m => m.Month == month))
            .OrderByDescending(p => p.SpeaksOf).ThenByDescending(p => p.Id)
            .Select(p => new PublishedLink(p.Title, p.Url, p.Kind))
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The newest reports, by the last month each is about.</summary>
    public static async Task<IReadOnlyList<PublishedLink>> Newest(AoBotDbContext db, int count, CancellationToken cancellationToken) =>
        await db.PublishedReports
            .OrderByDescending(p => p.Months.Max(m => (YearMonth?)m.Month)).ThenByDescending(p => p.Id)
            .Select(p => new PublishedLink(p.Title, p.Url, p.Kind))
            .Take(count)
            .ToListAsync(cancellationToken);
}

public sealed record PublishedLink(string Title, string Url, PublishedReportKind Kind);
