using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Engagements;

/// <summary>An engagement as one report names it, with its page if there is one.</summary>
public sealed record NamedEngagement(string Name, string? Url)
{
    /// <summary>The first of those that a report names, in its order, and how many there are.</summary>
    public static async Task<(IReadOnlyList<NamedEngagement> First, int Count)> In(AoBotDbContext db, int reportId, int first, CancellationToken cancellationToken)
    {
        var mentions = db.EngagementMentions.Where(m => m.ReportId == reportId);
        var count = await mentions.CountAsync(cancellationToken);
        var named = await mentions
            .OrderBy(m => m.Id)
            .Take(first)
            .Select(m => new NamedEngagement(m.Engagement.Name, m.Engagement.Links.OrderBy(l => l.Id).Select(l => l.Url).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return (named, count);
    }
}
