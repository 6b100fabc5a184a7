using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>The facts for <see cref="ContactPolicy.Unreachable"/>.</summary>
public static class UnreachablePartners
{
    public static async Task<IReadOnlyList<string>> Read(AoBotDbContext db, Roster roster, LocalDate today, CancellationToken cancellationToken)
    {
        var gone = await db.People.Where(p => p.IsGone).Select(p => p.SlackId).ToListAsync(cancellationToken);
        var denials = await db.ContactDenials.AsNoTracking().OrderBy(d => d.Id).ToListAsync(cancellationToken);
        return ContactPolicy.Unreachable(roster.Rows, denials, gone.ToHashSet(StringComparer.Ordinal), today);
    }
}
