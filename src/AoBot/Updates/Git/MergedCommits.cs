using NodaTime;

namespace AoBot.Updates.Git;

/// <summary>Which commits each commit of the first-parent line brought with it, and when those first wrote each file.</summary>
internal sealed class MergedCommits
{
    private readonly Dictionary<string, List<LoggedCommit>> _broughtBy = new(StringComparer.Ordinal);

    private MergedCommits()
    {
    }

    /// <summary>The commits of the first-parent line with their committer dates, oldest first.</summary>
    public required IReadOnlyList<(string Id, Instant Committed)> Line { get; init; }

    /// <param name="graph">The output of <c>rev-list --topo-order --parents --timestamp</c>: every commit with its committer date and its parents, newest first.</param>
    /// <param name="commits">The commits that are no merges and change anything, oldest first.</param>
    public static MergedCommits Of(string graph, IReadOnlyList<LoggedCommit> commits)
    {
        // 1714640400 <id> <first parent> <other parents>
        var all = graph.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).ToList();
        var parents = all.ToDictionary(l => l[1], l => l[2..], StringComparer.Ordinal);
        var line = new List<string>();
        for (var id = all.FirstOrDefault()?[1]; id is not null; id = parents.TryGetValue(id, out var of) && of.Length > 0 ? of[0] : null)
        {
            line.Add(id);
        }

        line.Reverse();
        var committed = all.ToDictionary(l => l[1], l => GitLog.Time(l[0]), StringComparer.Ordinal);

        // From the oldest on: what a landing reaches and no older one did, it brought.
        var broughtBy = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Stack<string>();
        foreach (var landing in line)
        {
            open.Push(landing);
            while (open.TryPop(out var id))
            {
                if (parents.TryGetValue(id, out var of) && broughtBy.TryAdd(id, landing))
                {
                    foreach (var parent in of)
                    {
                        open.Push(parent);
                    }
                }
            }
        }

        var merged = new MergedCommits { Line = [.. line.Select(id => (id, committed[id]))] };
        foreach (var commit in commits)
        {
            if (broughtBy.TryGetValue(commit.Id, out var landing))
            {
                (merged._broughtBy.TryGetValue(landing, out var list) ? list : merged._broughtBy[landing] = []).Add(commit);
            }
        }

        return merged;
    }

    /// <summary>The commits that a landing brought, merges left out; oldest first.</summary>
    public IReadOnlyList<LoggedCommit> Brought(string landing) => _broughtBy.GetValueOrDefault(landing) ?? [];

    /// <summary>
    /// The earliest author date of each file in what a landing brought, renames within it followed. A file without text yet is not written.
    /// </summary>
    public IReadOnlyDictionary<string, Instant> FirstWritten(string landing, Func<LoggedChange, bool> hasText) => FirstWritten(Brought(landing), hasText);

    /// <summary>The same of commits in their order, oldest first.</summary>
    public static IReadOnlyDictionary<string, Instant> FirstWritten(IEnumerable<LoggedCommit> commits, Func<LoggedChange, bool> hasText)
    {
        var written = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (var commit in commits)
        {
            foreach (var change in commit.Changes)
            {
                if (change.PreviousPath is { } before && written.Remove(before, out var moved))
                {
                    written[change.Path] = written.TryGetValue(change.Path, out var there) ? Instant.Min(there, moved) : moved;
                }

                if (hasText(change))
                {
                    written[change.Path] = written.TryGetValue(change.Path, out var at) ? Instant.Min(at, commit.Authored) : commit.Authored;
                }
            }
        }

        return written;
    }
}
