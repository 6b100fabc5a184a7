using System.Globalization;
using NodaTime;

namespace AoBot.Updates.GitHub;

/// <summary>Keeps how far a reading has come.</summary>
/// <param name="whole">To go on from.</param>
/// <param name="landings">From the oldest on; none where they are as they were.</param>
/// <param name="words">How far, for staff.</param>
/// <param name="requestsLeft">At least.</param>
internal delegate Task SaveProgress(WholeReading whole, IReadOnlyList<Landing>? landings, string words, int requestsLeft);

/// <summary>
/// Reads the branch from its beginning: the commits page by page, those that touch the folder, then each landing that does. What was done is kept, so
/// that it goes on where it was ended.
/// </summary>
/// <param name="repository">Where from.</param>
/// <param name="trees">The trees below the folder.</param>
/// <param name="landings">Reads one landing.</param>
/// <param name="folder">The folder.</param>
/// <param name="done">Landings that were read before, by commit: what a commit brought never changes.</param>
internal sealed class WholeReader(GitHubRepository repository, TreeReader trees, LandingReader landings, string folder, IDictionary<string, Landing> done)
{
    private const int LandingsBetweenSaves = 20;
    private const int PageSize = 100;

    /// <param name="whole">Where it stands.</param>
    /// <param name="save">Called now and then, and before it fails.</param>
    /// <param name="cancellationToken">Ends it; what was saved stays.</param>
    public async Task<IReadOnlyList<Landing>> Read(WholeReading whole, SaveProgress save, CancellationToken cancellationToken)
    {
        whole = await ReadCommits(whole, save, cancellationToken);
        whole = await ReadTouching(whole, save, cancellationToken);
        var graph = new CommitGraph(whole.Head, whole.Commits.Select(Parse));
        var tree = await trees.Read(whole.Head, cancellationToken);
        var line = await ReadLandings(whole, graph, save, cancellationToken);
        if (new KnownTree(line).IsSameAs(tree))
        {
            return line;
        }

        if (!whole.LooksAtEach)
        {
            whole = whole with { LooksAtEach = true };
            await save(whole, null, "What GitHub says of the folder's commits does not add up to its files; each landing is looked at.", line.Count);
            line = await ReadLandings(whole, graph, save, cancellationToken);
        }

        return new KnownTree(line).IsSameAs(tree)
            ? line
            : throw new GitHubException(GitHubProblem.Unreadable, "The commits that GitHub gave do not add up to the files that it gives", "read a local clone instead: import --git DIR");
    }

    private async Task<WholeReading> ReadCommits(WholeReading whole, SaveProgress save, CancellationToken cancellationToken)
    {
        while (whole.Commits.Count == 0 || whole.NextCommits is not null)
        {
            var page = await repository.Commits(whole.Head, null, whole.NextCommits, cancellationToken);
            whole = whole with { Commits = [.. whole.Commits, .. page.Value.Select(c => Write(CommitNode.Of(c)))], NextCommits = page.Next };
            var pages = page.LastPage ?? 0;
            await save(whole, null, $"{whole.Commits.Count} commits of the branch are listed{(pages > 0 ? $", of at most {pages * PageSize}" : "")}.", Math.Max(0, pages - (whole.Commits.Count / PageSize)));
            if (page.Value.Count == 0)
            {
                break;
            }
        }

        return whole;
    }

    private async Task<WholeReading> ReadTouching(WholeReading whole, SaveProgress save, CancellationToken cancellationToken)
    {
        if (folder.Length == 0)
        {
            return whole with { LooksAtEach = true };
        }

        while (!whole.IsTouchingListed)
        {
            var page = await repository.Commits(whole.Head, folder, whole.NextTouching, cancellationToken);
            whole = whole with { Touching = [.. whole.Touching, .. page.Value.Select(c => c.Sha)], NextTouching = page.Next, IsTouchingListed = page.Next is null };
            await save(whole, null, $"{whole.Touching.Count} commits of the folder are listed.", whole.Touching.Count / 2);
        }

        return whole;
    }

    private async Task<IReadOnlyList<Landing>> ReadLandings(WholeReading whole, CommitGraph graph, SaveProgress save, CancellationToken cancellationToken)
    {
        var touching = whole.Touching.ToHashSet(StringComparer.Ordinal);
        var line = graph.Line.Select(c => (Commit: c, Brought: graph.Brought(c.Sha).ToList())).ToList();
        bool Touches((CommitNode Commit, List<CommitNode> Brought) landing) => whole.LooksAtEach || touching.Contains(landing.Commit.Sha) || landing.Brought.Exists(c => touching.Contains(c.Sha));
        var open = line.Count(l => Touches(l) && !done.ContainsKey(l.Commit.Sha));
        var read = new List<Landing>();
        var tree = new KnownTree([]);
        var unsaved = 0;
        try
        {
            foreach (var (commit, brought) in line)
            {
                if (!done.TryGetValue(commit.Sha, out var landing))
                {
                    landing = new Landing(commit.Sha, commit.Committed, []);
                    if (Touches((commit, brought)))
                    {
                        done[commit.Sha] = landing = await landings.Read(commit, brought, null, tree.Sizes, cancellationToken);
                        (open, unsaved) = (open - 1, unsaved + 1);
                    }
                }

                read.Add(landing);
                tree.Play(landing);
                if (unsaved == LandingsBetweenSaves)
                {
                    await save(whole, read, Words(open), open);
                    unsaved = 0;
                }
            }
        }
        catch (GitHubException)
        {
            await save(whole, read, Words(open), open);
            throw;
        }

        return read;
    }

    private static string Words(int open) => $"{open} landings are still to be read.";

    private static string Write(CommitNode commit) => string.Create(CultureInfo.InvariantCulture, $"{commit.Sha} {commit.Committed.ToUnixTimeSeconds()} {commit.Authored.ToUnixTimeSeconds()} {string.Join(' ', commit.Parents)}");

    private static CommitNode Parse(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new CommitNode(parts[0], Seconds(parts[1]), Seconds(parts[2]), parts[3..]);
    }

    private static Instant Seconds(string text) => Instant.FromUnixTimeSeconds(long.Parse(text, CultureInfo.InvariantCulture));
}
