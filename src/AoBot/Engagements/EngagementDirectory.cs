using AoBot.Conversations;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>All engagements by their names, to find the one that somebody means.</summary>
public sealed record EngagementDirectory(IReadOnlyList<EngagementEntry> Entries)
{
    public static async Task<EngagementDirectory> Read(AoBotDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.Engagements
            .Select(e => new
            {
                e.Id,
                e.Key,
                e.Name,
                Aliases = e.Aliases.Select(a => a.Key).ToList(),
                Url = e.Links.OrderByDescending(l => l.SpeaksOf).ThenBy(l => l.Id).Select(l => l.Url).FirstOrDefault(),
                e.Areas,
                e.SpeaksOf,
            })
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        return new EngagementDirectory([.. rows.OrderBy(r => r.Name, StringComparer.OrdinalIgnoreCase).Select(r => new EngagementEntry(r.Id, r.Name, r.Areas, r.Url, r.SpeaksOf, [r.Key, .. r.Aliases]))]);
    }

    /// <summary>
    /// Whom somebody means: an exact name or alias; else names that begin with or hold what was typed; else those that are a few slips away.
    /// </summary>
    public IReadOnlyList<EngagementEntry> Find(string typed)
    {
        var key = KeyOf(typed);
        if (key.Length == 0)
        {
            return [];
        }

        if (Entries.Where(e => e.Keys.Contains(key, StringComparer.Ordinal)).ToList() is { Count: > 0 } exact)
        {
            return exact;
        }

        if (key.Length >= 3 && Entries.Where(e => e.Keys.Any(k => k.Contains(key, StringComparison.Ordinal))).ToList() is { Count: > 0 } part)
        {
            return part;
        }

        var near = Nearest.To(key, Entries.SelectMany(e => e.Keys).Concat(Entries.SelectMany(e => e.Words)).Distinct(StringComparer.Ordinal)).ToList();
        return near.Count == 0 ? [] : [.. Entries.Where(e => e.Keys.Contains(near[0], StringComparer.Ordinal) || e.Words.Contains(near[0], StringComparer.Ordinal))];
    }

    /// <summary>Letters and digits in lower case: what names are compared by.</summary>
    public static string KeyOf(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).Take(100)]);
}

/// <param name="Id">The row.</param>
/// <param name="Name">As the newest report writes it.</param>
/// <param name="Areas">Its key areas, as the newest report that says so has them; none where none says.</param>
/// <param name="Url">Its newest page.</param>
/// <param name="LastNamed">The day of the newest report that names it.</param>
/// <param name="Keys">Name and aliases, made comparable.</param>
public sealed record EngagementEntry(int Id, string Name, IReadOnlyList<FocusArea> Areas, string? Url, LocalDate LastNamed, IReadOnlyList<string> Keys)
{
    /// <summary>The single words of the name, so that "fondation eclipse" finds it.</summary>
    public IEnumerable<string> Words => Name.Split([' ', '/', '-', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Select(EngagementDirectory.KeyOf).Where(w => w.Length >= 4);
}
