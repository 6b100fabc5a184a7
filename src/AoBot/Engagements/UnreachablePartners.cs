using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>The facts for <see cref="ContactPolicy.Unreachable"/>. Who says that they are not the one is no contact, unless they named another whom staff took.</summary>
public static class UnreachablePartners
{
    public static async Task<IReadOnlyList<string>> Read(AoBotDbContext db, Roster roster, LocalDate today, CancellationToken cancellationToken)
    {
        var gone = await db.People.Where(p => p.IsGone).Select(p => p.SlackId).ToListAsync(cancellationToken);
        var denied = (await db.ContactDenials.Where(d => d.Accepted != true).Select(d => new { d.Partner, d.Person }).ToListAsync(cancellationToken)).ToLookup(d => d.Partner, d => d.Person, StringComparer.OrdinalIgnoreCase);
        return ContactPolicy.Unreachable(roster.Rows.Select(r => r with { Contacts = [.. r.Contacts.Except(denied[r.Key])] }), gone.ToHashSet(StringComparer.Ordinal), today);
    }
}
