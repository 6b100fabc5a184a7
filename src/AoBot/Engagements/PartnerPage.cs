using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Engagements;

/// <summary>A partner's own page in the repository of updates, as a report links to it.</summary>
public sealed record PartnerPage(string Name, string Url)
{
    private const string Folder = "%/engagements/%";

    /// <summary>The first of those that a report names, in its order, and how many there are.</summary>
    public static async Task<(IReadOnlyList<PartnerPage> First, int Count)> In(AoBotDbContext db, int reportId, int first, CancellationToken cancellationToken)
    {
        var mentions = db.EngagementMentions.Where(m => m.ReportId == reportId && m.Engagement.Links.Any(l => EF.Functions.Like(l.Url, Folder)));
        var count = await mentions.CountAsync(cancellationToken);
        var named = await mentions
            .OrderBy(m => m.Id)
            .Take(first)
            .Select(m => new PartnerPage(m.Engagement.Name, m.Engagement.Links.Where(l => EF.Functions.Like(l.Url, Folder)).OrderByDescending(l => l.SpeaksOf).ThenBy(l => l.Id).Select(l => l.Url).First()))
            .ToListAsync(cancellationToken);
        return (named, count);
    }
}
