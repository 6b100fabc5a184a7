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
                LastNamed = e.IsOfRosterOnly ? (LocalDate?)null : e.SpeaksOf,
            })
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var spans = (await db.Roster.OrderBy(r => r.Position).Select(r => new { r.EngagementId, Entry = r }).AsNoTracking().ToListAsync(cancellationToken)).ToLookup(r => r.EngagementId, r => r.Entry.ToRow());
        return new EngagementDirectory(
        [
            .. from row in rows.OrderBy(r => r.Name, StringComparer.OrdinalIgnoreCase)
               let own = spans[row.Id].ToList()
               select new EngagementEntry(
                   row.Id,
                   row.Name,
                   own.SelectMany(s => s.Areas).Distinct().ToList() is { Count: > 0 } areas ? areas : row.Areas,
                   row.Url ?? own.SelectMany(s => s.Links).FirstOrDefault(),
                   row.LastNamed,
                   [.. own.SelectMany(s => s.NameKeys).Prepend(row.Key).Concat(row.Aliases).Distinct(StringComparer.Ordinal)])
               {
                   Spans = own,
               },
        ]);
    }

    /// <summary>
    /// Whom somebody means: an exact name or alias, or its first letters ("psf"); else names that hold what was typed, or all its words;
    /// else those that are a slip away.
    /// </summary>
    public IReadOnlyList<EngagementEntry> Find(string typed)
    {
        var key = KeyOf(typed);
        if (key.Length == 0)
        {
            return [];
        }

        var words = WordsOf(typed).ToList();
        if (Entries.Where(e => e.Keys.Contains(key, StringComparer.Ordinal) || (key.Length >= 3 && e.Initials == key)).ToList() is { Count: > 0 } exact)
        {
            return exact;
        }

        if (key.Length >= 3 && Entries.Where(e => e.Keys.Any(k => k.Contains(key, StringComparison.Ordinal))).ToList() is { Count: > 0 } part)
        {
            return part;
        }

        if (Entries.Where(e => words.Count > 1 && words.TrueForAll(w => e.Words.Any(own => own.Contains(w, StringComparison.Ordinal)))).ToList() is { Count: > 0 } told)
        {
            return told;
        }

        return NearTo(key) is [var nearest, ..] && Nearest.Distance(key, nearest) <= 1 ? [.. Entries.Where(e => e.Keys.Contains(nearest, StringComparer.Ordinal) || e.Words.Contains(nearest, StringComparer.Ordinal))] : [];
    }

    /// <summary>Whom somebody may have meant who is not found: more than one slip away. At most three.</summary>
    public IReadOnlyList<EngagementEntry> Guess(string typed) =>
        [.. NearTo(KeyOf(typed)).SelectMany(name => Entries.Where(e => e.Keys.Contains(name, StringComparer.Ordinal) || e.Words.Contains(name, StringComparer.Ordinal))).Distinct().Take(3)];

    private List<string> NearTo(string key) =>
        [.. Nearest.To(key, Entries.SelectMany(e => e.Keys).Concat(Entries.SelectMany(e => e.Words)).Distinct(StringComparer.Ordinal))];

    internal static IEnumerable<string> WordsOf(string name) =>
        name.Split([' ', '/', '-', '(', ')', '.', ','], StringSplitOptions.RemoveEmptyEntries).Select(KeyOf).Where(w => w.Length > 0);

    /// <summary>Whether something is called exactly so.</summary>
    public bool Knows(string typed) => KeyOf(typed) is { Length: > 0 } key && Entries.Any(e => e.Keys.Contains(key, StringComparer.Ordinal));

    /// <summary>Letters and digits in lower case: what names are compared by.</summary>
    public static string KeyOf(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).Take(100)]);
}

/// <param name="Id">The row.</param>
/// <param name="Name">As the newest report writes it, or the roster where no report does.</param>
/// <param name="Areas">Its key areas, as the roster has them, else the newest report that says so; none where none says.</param>
/// <param name="Url">Its newest page, as a report links to it, else as the roster does.</param>
/// <param name="LastNamed">The day of the newest report that names it; none where only the roster does.</param>
/// <param name="Keys">Name and aliases, made comparable.</param>
public sealed record EngagementEntry(int Id, string Name, IReadOnlyList<FocusArea> Areas, string? Url, LocalDate? LastNamed, IReadOnlyList<string> Keys)
{
    /// <summary>Its lives in the roster, in its order; none where only reports name it.</summary>
    public IReadOnlyList<RosterRow> Spans { get; init; } = [];

    /// <summary>The span that somebody means: the one they name, else the one that lives, else the newest. None where it is not in the roster.</summary>
    public RosterRow? SpanMeant(string typed, LocalDate today) =>
        Spans.FirstOrDefault(s => s.Key.Equals(typed, StringComparison.OrdinalIgnoreCase))
        ?? Spans.FirstOrDefault(s => EngagementDirectory.KeyOf(s.Name) == EngagementDirectory.KeyOf(typed))
        ?? Spans.FirstOrDefault(s => s.LivesOn(today))
        ?? Spans.MaxBy(s => s.Start);

    /// <summary>The single words of the name, so that "fondation eclipse" finds it.</summary>
    public IEnumerable<string> Words => EngagementDirectory.WordsOf(Name).Where(w => w.Length >= 3);

    /// <summary>The first letters of the name's words: <c>psf</c>.</summary>
    public string Initials => string.Concat(EngagementDirectory.WordsOf(Name).Select(w => w[0]));
}
