using AoBot.Engagements;
using AoBot.Updates.Names;
using NodaTime;

namespace AoBot.Updates.Reading;

/// <summary>A partner: its rows of the roster, which share folders. Where there is no roster, a folder.</summary>
/// <param name="Rows">By start. One stands for a folder without a roster.</param>
internal sealed record Owner(IReadOnlyList<RosterRow> Rows)
{
    /// <summary>The engagement that a month is credited to: the one that lived on its 15th, else the last one that had begun, else the first.</summary>
    public RosterRow RowFor(YearMonth month) =>
        Rows.FirstOrDefault(r => r.LivesOn(month.OnDayOfMonth(15)))
        ?? Rows.LastOrDefault(r => r.Start is not { } start || start <= month.OnDayOfMonth(15))
        ?? Rows[0];

    public bool Lived(YearMonth month) => Rows.Any(r => r.LivesOn(month.OnDayOfMonth(15)));
}

/// <summary>Whose a path is.</summary>
internal sealed class Owners
{
    private readonly List<Owner> _owners = [];
    private readonly Dictionary<string, Owner> _byKey = new(StringComparer.Ordinal);
    private readonly bool _fromFolders;

    /// <param name="roster">Whom the fund works with; none where partners come from the folders.</param>
    /// <param name="paths">Every path that ever was.</param>
    public Owners(Roster? roster, IEnumerable<UpdatePath> paths)
    {
        _fromFolders = roster is null;
        if (roster is null)
        {
            FromFolders(paths);
        }
        else
        {
            FromRoster(roster);
        }
    }

    public IReadOnlyList<Owner> All => _owners;

    /// <summary>The owner of a path; none where nobody is known.</summary>
    public Owner? Of(UpdatePath path)
    {
        if (path.Folders.Count == 0)
        {
            // A file in the year folder itself: "Python Feb 2023 Update".
            return path.Name.Words.Count == 0 ? null : _byKey.GetValueOrDefault(EngagementDirectory.KeyOf(string.Concat(path.Name.Words)));
        }

        if (_fromFolders)
        {
            return _byKey.GetValueOrDefault(path.Partner);
        }

        for (var length = path.Folders.Count; length > 0; length--)
        {
            var folder = string.Join('/', path.Folders.Take(length));
            var owner = path.Year is { } year ? _owners.Find(o => o.Rows.Any(r => r.Folders.Any(f => f.Holds(year, folder)))) : null;
            if ((owner ?? _byKey.GetValueOrDefault(EngagementDirectory.KeyOf(folder))) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The owner that has a row with this key; none where nobody has.</summary>
    public Owner? Called(string? key) => key is null ? null : _owners.Find(o => o.Rows.Any(r => r.Key.Equals(key, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The key of the engagement whose name or folder is nearest to that of a folder; none where none is near.</summary>
    public string? Nearest(string folder)
    {
        var key = EngagementDirectory.KeyOf(folder);
        var part = key.Length >= 3 ? _byKey.Keys.Where(k => k.Length >= 3 && (k.Contains(key, StringComparison.Ordinal) || key.Contains(k, StringComparison.Ordinal))).OrderByDescending(k => k.Length).ThenBy(k => k, StringComparer.Ordinal).FirstOrDefault() : null;
        return (part ?? Conversations.Nearest.To(key, _byKey.Keys).FirstOrDefault()) is { } near ? _byKey[near].Rows[^1].Key : null;
    }

    private void FromRoster(Roster roster)
    {
        foreach (var row in roster.Rows.OrderBy(r => r.Start ?? LocalDate.MinIsoValue))
        {
            var kin = _owners.FindAll(o => o.Rows.Any(r => r.Folders.Any(f => row.Folders.Any(f.Meets))));
            _owners.RemoveAll(kin.Contains);
            _owners.Add(new Owner([.. kin.SelectMany(o => o.Rows).Append(row)]));
        }

        // A folder of a new year has last year's name, or that of the engagement.
        foreach (var (owner, name) in Names(row => row.Folders.Select(f => f.Name)).Concat(Names(row => [row.Key, row.Name])))
        {
            _byKey.TryAdd(EngagementDirectory.KeyOf(name), owner);
        }

        IEnumerable<(Owner Owner, string Name)> Names(Func<RosterRow, IEnumerable<string>> names) => _owners.SelectMany(o => o.Rows.SelectMany(names).Select(n => (o, n)));
    }

    /// <summary>Folders whose names differ in case or signs alone are one partner's: <c>2023/node.js</c> and <c>2024/NodeJS</c>.</summary>
    private void FromFolders(IEnumerable<UpdatePath> paths)
    {
        var folders = paths.Where(p => p.Folders.Count > 0)
            .GroupBy(p => p.Partner, StringComparer.Ordinal)
            .Where(g => g.Key.Length > 0)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            var name = folder.OrderByDescending(p => p.Year).ThenBy(p => p.Path, StringComparer.Ordinal).First().Folders[0];
            var owner = new Owner([new RosterRow { Key = name, Name = name, Folders = [new RosterFolder(null, name)] }]);
            _owners.Add(owner);
            _byKey[folder.Key] = owner;
        }
    }
}
