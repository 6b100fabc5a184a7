using System.Globalization;
using AoBot.Updates.Git;
using NodaTime;

namespace AoBot.Updates.GitHub;

/// <summary>A commit among others: enough to know what stands on what.</summary>
/// <param name="Sha">Whole.</param>
/// <param name="Committed">The committer date.</param>
/// <param name="Authored">The author date.</param>
/// <param name="Parents">The first is the line that it stands on.</param>
internal sealed record CommitNode(string Sha, Instant Committed, Instant Authored, IReadOnlyList<string> Parents)
{
    public bool IsMerge => Parents.Count > 1;

    public static CommitNode Of(CommitFacts commit) =>
        new(commit.Sha, CommitSignature.DateOf(commit.Commit.Committer), CommitSignature.DateOf(commit.Commit.Author), [.. commit.Parents.Select(p => p.Sha)]);
}

/// <summary>Commits in the order of a clone, and what each landing brought, by the same rule as in a clone.</summary>
internal sealed class CommitGraph
{
    private readonly Dictionary<string, CommitNode> _nodes;
    private readonly MergedCommits _merged;

    /// <param name="head">The newest commit.</param>
    /// <param name="nodes">The commits that are looked at; what they stand on besides is older.</param>
    public CommitGraph(string head, IEnumerable<CommitNode> nodes)
    {
        _nodes = nodes.DistinctBy(n => n.Sha, StringComparer.Ordinal).ToDictionary(n => n.Sha, StringComparer.Ordinal);
        var newestFirst = OldestFirst(head).Reverse().ToList();
        var older = newestFirst.SelectMany(n => n.Parents).Where(p => !_nodes.ContainsKey(p)).Distinct(StringComparer.Ordinal).Select(p => $"0 {p}\n");
        var lines = newestFirst.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Committed.ToUnixTimeSeconds()} {string.Join(' ', n.Parents.Prepend(n.Sha))}\n"));
        _merged = MergedCommits.Of(string.Concat(lines.Concat(older)), [.. newestFirst.AsEnumerable().Reverse().Where(n => !n.IsMerge).Select(n => new LoggedCommit(n.Sha, n.Committed, n.Authored, []))]);
    }

    /// <summary>The first-parent line, oldest first.</summary>
    public IEnumerable<CommitNode> Line => _merged.Line.Where(c => _nodes.ContainsKey(c.Id)).Select(c => _nodes[c.Id]);

    /// <summary>The commits that a landing brought, itself among them; no merges; oldest first.</summary>
    public IEnumerable<CommitNode> Brought(string landing) => _merged.Brought(landing).Select(c => _nodes[c.Id]);

    private IEnumerable<CommitNode> OldestFirst(string head)
    {
        var ordered = new List<CommitNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<(string Sha, bool ParentsDone)>([(head, false)]);
        while (open.TryPop(out var at))
        {
            if (!_nodes.TryGetValue(at.Sha, out var node))
            {
                continue;
            }

            if (at.ParentsDone)
            {
                ordered.Add(node);
            }
            else if (seen.Add(at.Sha))
            {
                open.Push((at.Sha, true));
                foreach (var parent in node.Parents)
                {
                    open.Push((parent, false));
                }
            }
        }

        return ordered;
    }
}
