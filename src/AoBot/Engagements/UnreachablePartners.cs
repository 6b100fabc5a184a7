using AoBot.Persistence;
using AoBot.Updates.Reminders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>The facts for <see cref="ContactPolicy.Unreachable"/>. Who says that they are not the one is no contact, unless they named another whom staff took.</summary>
public static class UnreachablePartners
{
    public static async Task<IReadOnlyList<string>> Read(AoBotDbContext db, Roster roster, LocalDate today, CancellationToken cancellationToken)
    {
        var gone = await db.People.Where(p => p.IsGone).Select(p => p.SlackId).ToListAsync(cancellationToken);
        var denials = (await db.ContactDenials.AsNoTracking().OrderBy(d => d.Id).ToListAsync(cancellationToken)).ToLookup(d => d.Partner, StringComparer.OrdinalIgnoreCase);
        var rows = roster.Rows.Select(r => r with { Contacts = [.. r.Contacts.Select(c => ContactDenial.InPlaceOf(denials[r.Key], c)).Except(denials[r.Key].Select(d => d.Person))] });
        return ContactPolicy.Unreachable(rows, gone.ToHashSet(StringComparer.Ordinal), today);
    }
}
