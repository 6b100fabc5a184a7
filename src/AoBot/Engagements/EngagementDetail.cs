using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>What is known of one engagement.</summary>
public sealed record EngagementDetail(string Name, IReadOnlyList<FocusArea> Areas, IReadOnlyList<PageLink> Links, IReadOnlyList<EngagementNews> News, IReadOnlyList<EngagementReport> NamedIn)
{
    private const int MostLinks = 5;
    private const int MostReports = 4;

    /// <summary>Its lives in the roster, the newest first.</summary>
    public IReadOnlyList<RosterRow> Spans { get; init; } = [];

    /// <summary>The one of them that is meant, or that lives; none where it is not in the roster.</summary>
    public RosterRow? Meant { get; init; }

    /// <summary>What Slack says of those named in <see cref="Meant"/>, as far as it was asked.</summary>
    public IReadOnlyDictionary<string, KnownContact> Known { get; init; } = new Dictionary<string, KnownContact>(StringComparer.Ordinal);

    public static async Task<EngagementDetail> Read(AoBotDbContext db, EngagementEntry entry, string typed, LocalDate today, CancellationToken cancellationToken)
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
        var meant = entry.SpanMeant(typed, today);
        var ids = meant?.Contacts.Append(meant.StaffOwner ?? "").ToList() ?? [];
        return new EngagementDetail(
            entry.Name,
            entry.Areas,
            [.. links.Concat(entry.Spans.SelectMany(s => s.Links).Select(l => new PageLink(l, l))).DistinctBy(l => l.Url).Take(MostLinks)],
            [.. mentions.Where(m => m.News is not null).Select(m => new EngagementNews(m.News!, m.SpeaksOf, $"{m.Year} Q{m.Quarter} report"))],
            [.. mentions.Select(m => new EngagementReport($"{m.Year} Q{m.Quarter} report", m.SpeaksOf))])
        {
            Spans = [.. entry.Spans.OrderByDescending(s => s.Start ?? LocalDate.MinIsoValue)],
            Meant = meant,
            Known = await db.People.Where(p => ids.Contains(p.SlackId)).ToDictionaryAsync(p => p.SlackId, p => new KnownContact(p.Name, p.IsGone), StringComparer.Ordinal, cancellationToken),
        };
    }
}

public sealed record PageLink(string Title, string Url);

public sealed record EngagementNews(string Text, LocalDate SpeaksOf, string ReportName);

public sealed record EngagementReport(string Name, LocalDate SpeaksOf);

/// <param name="Name">That people see.</param>
/// <param name="IsGone">Whether nothing reaches them.</param>
public sealed record KnownContact(string Name, bool IsGone);
