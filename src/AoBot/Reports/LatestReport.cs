using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Reports;

/// <summary>The newest report that was read: where most facts come from.</summary>
public sealed record LatestReport(int Id, string Initiative, int Year, int Quarter, LocalDate SpeaksOf)
{
    public string Name => $"{Year} Q{Quarter} report";

    public static Task<LatestReport?> Read(AoBotDbContext db, CancellationToken cancellationToken) =>
        db.TacReports
            .OrderByDescending(r => r.SpeaksOf).ThenByDescending(r => r.Id)
            .Select(r => new LatestReport(r.Id, r.Initiative, r.Year, r.Quarter, r.SpeaksOf))
            .FirstOrDefaultAsync(cancellationToken);
}
