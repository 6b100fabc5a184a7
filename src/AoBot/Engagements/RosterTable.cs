using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>The roster in the database.</summary>
public static class RosterTable
{
    public static async Task<Roster> Read(AoBotDbContext db, CancellationToken cancellationToken)
    {
        var entries = await db.Roster.AsNoTracking().OrderBy(e => e.Position).ToListAsync(cancellationToken);
        var layout = await db.RosterLayout.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        IReadOnlyList<RosterRow> rows = [.. entries.Select(e => e.ToRow())];
        return layout is null
            ? new Roster(rows, [])
            : new Roster(rows, layout.Columns) { LineEnd = layout.LineEnd, HasMark = layout.HasMark };
    }

    /// <summary>Makes the roster be the one in the database; every row is tied to the engagement that reports call by one of its names.</summary>
    public static async Task Write(AoBotDbContext db, Roster roster, LocalDate today, CancellationToken cancellationToken)
    {
        await WriteLayout(db, roster, cancellationToken);
        var engagements = await db.Engagements.Include(e => e.Aliases).ToListAsync(cancellationToken);
        var entries = await db.Roster.ToDictionaryAsync(e => e.Key, StringComparer.OrdinalIgnoreCase, cancellationToken);
        var byName = EngagementNames.Of([.. engagements.Where(e => !e.IsOfRosterOnly)]);
        var unnamed = engagements.Where(e => e.IsOfRosterOnly).ToDictionary(e => e.Key, StringComparer.Ordinal);

        foreach (var (position, row) in roster.Rows.Index())
        {
            var engagement = EngagementOf(row, today, byName, unnamed);
            if (entries.Remove(row.Key, out var entry))
            {
                (entry.Position, entry.Engagement) = (position, engagement);
                entry.Take(row);
            }
            else
            {
                entry = new RosterEntry { Engagement = engagement, Position = position, Key = row.Key, Name = row.Name };
                entry.Take(row);
                db.Add(entry);
            }
        }

        db.RemoveRange(entries.Values);
        // What neither a report nor the roster names any more is gone.
        db.RemoveRange(unnamed.Values);
    }

    /// <summary>The engagement of a row: by name, key or folder one of those named so far, else one of its own.</summary>
    private static Engagement EngagementOf(RosterRow row, LocalDate today, Dictionary<string, Engagement> byName, Dictionary<string, Engagement> unnamed)
    {
        var engagement = row.NameKeys.Select(key => byName.GetValueOrDefault(key)).FirstOrDefault(e => e is not null);
        if (engagement is null)
        {
            var key = EngagementDirectory.KeyOf(row.Name);
            engagement = unnamed.Remove(key, out var kept) ? kept : new Engagement { Key = key, Name = row.Name, SpeaksOf = today, IsOfRosterOnly = true };
            engagement.Name = row.Name;
        }

        foreach (var key in row.NameKeys)
        {
            byName.TryAdd(key, engagement);
        }

        return engagement;
    }

    private static async Task WriteLayout(AoBotDbContext db, Roster roster, CancellationToken cancellationToken)
    {
        var layout = await db.RosterLayout.FirstOrDefaultAsync(cancellationToken);
        if (layout is null)
        {
            db.Add(layout = new RosterLayout { LineEnd = roster.LineEnd, HasMark = roster.HasMark });
        }

        (layout.Columns, layout.LineEnd, layout.HasMark) = (roster.Columns, roster.LineEnd, roster.HasMark);
    }
}
