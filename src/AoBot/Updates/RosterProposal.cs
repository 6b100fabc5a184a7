using AoBot.Engagements;
using AoBot.Updates.Names;
using NodaTime;

namespace AoBot.Updates;

/// <summary>
/// A roster for the first day, from the folders alone: pure. One row for each partner's folder; folders between which files were moved are one
/// partner's. What no folder says is left blank.
/// </summary>
public static class RosterProposal
{
    /// <summary>Who has delivered nothing for longer is taken to have ended with their last update.</summary>
    private const int SilentMonths = 6;

    /// <param name="history">With its renames.</param>
    /// <param name="reading">Of the same history, without a roster.</param>
    /// <param name="root">The folder with the year folders.</param>
    /// <param name="today">The program's day.</param>
    public static Roster Of(RepositoryHistory history, LedgerReading reading, string root, LocalDate today)
    {
        var kin = Kin(history, reading.AsOf, root);
        var files = reading.Files
            .Select(f => (File: f, Path: UpdatePath.Read(f.Path, root)))
            .Where(f => f.Path.Folders.Count > 0 && CanBeWritten(f.Path.Folders[0]))
            .GroupBy(f => Root(kin, EngagementDirectory.KeyOf(f.Path.Folders[0])), StringComparer.Ordinal)
            .Where(g => g.Key.Length > 0);
        var rows = files.Select(g => Row([.. g.Select(f => (f.File, new RosterFolder(f.Path.Year, f.Path.Folders[0])))], today));
        return new Roster([.. WithKeys(rows.OrderBy(r => r.Name, StringComparer.OrdinalIgnoreCase))], []);
    }

    private static RosterRow Row(IReadOnlyList<(LedgerFile File, RosterFolder Folder)> files, LocalDate today)
    {
        var folders = files.Select(f => f.Folder).Distinct().OrderBy(f => f.Year).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
        var updates = files.Where(f => f.File.Kind == FileKind.Update && f.File.Months.Count > 0).ToList();
        var months = updates.SelectMany(f => f.File.Months).ToList();
        var (start, end) = months.Count > 0
            ? (months.Min().OnDayOfMonth(1), months.Max())
            : (folders.Min(f => f.Year) is { } first ? new LocalDate(first, 1, 1) : (LocalDate?)null, folders.Max(f => f.Year) is { } last ? new YearMonth(last, 12) : today.ToYearMonth());
        return new RosterRow
        {
            Key = "",
            Name = (updates.Count > 0 ? updates.MaxBy(f => f.File.Months[^1]).Folder : folders[^1]).Name,
            Folders = folders,
            Start = start,
            End = end.PlusMonths(SilentMonths) < today.ToYearMonth() ? end.ToDateInterval().End : null,
        };
    }

    private static IEnumerable<RosterRow> WithKeys(IEnumerable<RosterRow> rows)
    {
        var given = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var key = RosterRow.KeyFrom(row.Name);
            for (var number = 2; !given.Add(key); number++)
            {
                key = $"{RosterRow.KeyFrom(row.Name)}-{number}";
            }

            yield return row with { Key = key };
        }
    }

    /// <summary>A semicolon ends a folder in the roster's file.</summary>
    private static bool CanBeWritten(string folder) => !folder.Any(c => c == RosterColumns.Between || char.IsControl(c));

    /// <summary>Which folder's name leads to which other one, by the files that were moved.</summary>
    private static Dictionary<string, string> Kin(RepositoryHistory history, Instant asOf, string root)
    {
        var kin = new Dictionary<string, string>(StringComparer.Ordinal);
        var moves =
            from landing in history.Landings
            where landing.Landed <= asOf
            from change in landing.Changes
            where change is { Blob: not null, PreviousPath: not null }
            let folders = (From: UpdatePath.Read(change.PreviousPath!, root).Folders, To: UpdatePath.Read(change.Path, root).Folders)
            where folders.From.Count > 0 && folders.To.Count > 0
            select (From: Root(kin, EngagementDirectory.KeyOf(folders.From[0])), To: Root(kin, EngagementDirectory.KeyOf(folders.To[0])));
        foreach (var (from, to) in moves)
        {
            if (from != to)
            {
                kin[from] = to;
            }
        }

        return kin;
    }

    private static string Root(Dictionary<string, string> kin, string key)
    {
        while (kin.TryGetValue(key, out var next))
        {
            key = next;
        }

        return key;
    }
}
