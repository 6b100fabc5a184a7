using NodaTime;

namespace AoBot.Updates.Reading;

/// <summary>
/// The tree at an instant with the life of each file, by playing the landings up to it. A text that comes back after it was deleted (a revert, and its
/// revert) goes on with the life that it had.
/// </summary>
internal sealed class TreeReplay
{
    private readonly Dictionary<string, FileLife> _tree = new(StringComparer.Ordinal);
    private readonly List<FileLife> _gone = [];

    private TreeReplay()
    {
    }

    /// <summary>The newest landing by the instant; none while there is none.</summary>
    public Landing? Last { get; private set; }

    public IEnumerable<FileLife> Files => _tree.Values.OrderBy(f => f.Path, StringComparer.Ordinal);

    public IReadOnlyList<FileLife> Deleted => _gone;

    public bool HasText(string path) => _tree.TryGetValue(path, out var file) && file.Now.HasText;

    /// <summary>
    /// Plays the branch up to the last landing whose date has come. Dates may run backwards along a branch (a clock was wrong, commits were rebased):
    /// then what lies below a landing is there with it.
    /// </summary>
    public static TreeReplay At(RepositoryHistory history, Instant asOf)
    {
        var replay = new TreeReplay();
        var count = history.Landings.Count;
        while (count > 0 && history.Landings[count - 1].Landed > asOf)
        {
            count--;
        }

        foreach (var landing in history.Landings.Take(count))
        {
            replay.Play(landing);
        }

        return replay;
    }

    private void Play(Landing landing)
    {
        Last = landing;
        var deleted = new List<FileLife>();
        foreach (var change in landing.Changes.Where(c => c.Blob is null))
        {
            if (_tree.Remove(change.Path, out var file))
            {
                (file.Gone, file.LastLanding) = (landing, landing);
                deleted.Add(file);
            }
        }

        // Renames may change places with each other: all are taken up before any is put down.
        var moved = new Dictionary<FileChange, FileLife>();
        foreach (var change in landing.Changes.Where(c => c is { Blob: not null, PreviousPath: not null }))
        {
            if (_tree.Remove(change.PreviousPath!, out var file))
            {
                moved[change] = file;
            }
        }

        foreach (var change in landing.Changes.Where(c => c.Blob is not null))
        {
            var file = moved.GetValueOrDefault(change) ?? _tree.GetValueOrDefault(change.Path) ?? Returned(change, deleted) ?? new FileLife(change.Path) { LastLanding = landing };
            file.MoveTo(change.Path);
            (file.Gone, file.LastLanding) = (null, landing);
            if (file.Versions.Count == 0 || file.Now.Blob != change.Blob)
            {
                file.Add(new FileVersion(change.Blob!, change.Size, landing, change.Written));
            }

            _tree[change.Path] = file;
        }

        _gone.AddRange(deleted.Where(f => f.Gone is not null));
    }

    /// <summary>The life that an added text goes on with: it was moved by this landing without being called a rename, or it had been deleted before.</summary>
    private FileLife? Returned(FileChange change, List<FileLife> deleted)
    {
        if (change.Size <= LedgerFile.LargestPlaceholder)
        {
            return null;
        }

        if (deleted.Find(f => f.Gone is not null && f.Now.Blob == change.Blob) is { } movedNow)
        {
            return movedNow;
        }

        var before = _gone.FindLastIndex(f => f.Path == change.Path && f.Versions.Any(v => v.Blob == change.Blob));
        if (before < 0)
        {
            return null;
        }

        var file = _gone[before];
        _gone.RemoveAt(before);
        return file;
    }
}
