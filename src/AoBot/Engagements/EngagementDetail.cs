using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>What is known of one engagement.</summary>
public sealed record EngagementDetail(string Name, IReadOnlyList<FocusArea> Areas, IReadOnlyList<PageLink> Links, IReadOnlyList<EngagementNews> News, IReadOnlyList<EngagementReport> NamedIn)
{
    private const int MostLinks = 5;
    private const int MostReports = 4;

    public static async Task<EngagementDetail> Read(AoBotDbContext db, EngagementEntry entry, CancellationToken cancellationToken)
    {
        var links = await db.Set<EngagementLink>()
            .Where(l => l.EngagementId == entry.Id)
            .OrderByDescending(l => l.SpeaksOf).ThenBy(l => l.Id)
            .Take(MostLinks)
            .Select(l => new PageLink(l.Title, l.Url))
            .ToListAsync(cancellationToken);
        var mentions = await db.EngagementMentions
            .Where(m => m.EngagementId == entry.Id)
            .OrderByDescending(m => m.SpeaksOf).ThenByDescending(m => m.Id)
            .Take(MostReports * 4)
            .Select(m => new { m.SpeaksOf, m.News, m.Report.Year, m.Report.Quarter })
            .ToListAsync(cancellationToken);
        // A report read again, corrected or as of another day, speaks once.
        mentions = [.. mentions.DistinctBy(m => (m.Year, m.Quarter)).Take(MostReports)];
        return new EngagementDetail(
            entry.Name,
            entry.Areas,
            links,
            [.. mentions.Where(m => m.News is not null).Select(m => new EngagementNews(m.News!, m.SpeaksOf, $"{m.Year} Q{m.Quarter} report"))],
            [.. mentions.Select(m => new EngagementReport($"{m.Year} Q{m.Quarter} report", m.SpeaksOf))]);
    }
}

public sealed record PageLink(string Title, string Url);

public sealed record EngagementNews(string Text, LocalDate SpeaksOf, string ReportName);

public sealed record EngagementReport(string Name, LocalDate SpeaksOf);
