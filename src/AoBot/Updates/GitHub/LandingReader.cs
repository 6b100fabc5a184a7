using AoBot.Updates.Git;
using NodaTime;

namespace AoBot.Updates.GitHub;

/// <summary>One landing: what it changed, and when that was first written in what it brought.</summary>
internal sealed class LandingReader(GitHubRepository repository, TreeReader trees, ChangeReader changes, KnownTexts texts)
{
    /// <summary>Of a branch with more commits than this, the oldest of them stands for when its texts were written.</summary>
    private const int MostCommits = 40;

    /// <param name="landing">The commit of the branch.</param>
    /// <param name="brought">What came with it, oldest first, merges left out; itself, where it is no merge.</param>
    /// <param name="files">What it changed, where that is known already.</param>
    /// <param name="sizesBefore">How large files were before, by path.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Landing> Read(CommitNode landing, IReadOnlyList<CommitNode> brought, IReadOnlyList<FileFacts>? files, IReadOnlyDictionary<string, long> sizesBefore, CancellationToken cancellationToken)
    {
        files ??= await repository.Files(landing.Sha, cancellationToken);
        var read = await changes.Read(files, landing.Sha, sizesBefore, withTexts: true, landing.Authored, cancellationToken);
        var written = await Written(read, brought, cancellationToken);
        return new Landing(landing.Sha, landing.Committed, [.. read.Select(c => written.TryGetValue(c.Path, out var at) ? c with { Written = at } : c)]);
    }

    private async Task<IReadOnlyDictionary<string, Instant>> Written(IReadOnlyList<FileChange> read, IReadOnlyList<CommitNode> brought, CancellationToken cancellationToken)
    {
        var wanted = read.Where(c => c.Blob is not null && c.Size > LedgerFile.LargestPlaceholder).Select(c => c.Path).ToList();
        if (wanted.Count == 0 || brought.Count == 0)
        {
            return new Dictionary<string, Instant>(StringComparer.Ordinal);
        }

        if (brought.Count is 1 or > MostCommits)
        {
            var at = brought.Min(c => c.Authored);
            return wanted.ToDictionary(path => path, _ => at, StringComparer.Ordinal);
        }

        // From the oldest on, until nothing that is left can be older: mostly one commit brings a file, and the others mend it.
        var looked = new List<LoggedCommit>();
        var withText = new HashSet<LoggedChange>();
        foreach (var (index, commit) in brought.Index())
        {
            looked.Add(new LoggedCommit(commit.Sha, commit.Committed, commit.Authored, await Changes(commit, withText, cancellationToken)));
            var written = MergedCommits.FirstWritten(looked, withText.Contains);
            if (wanted.TrueForAll(path => written.TryGetValue(path, out var at) && brought.Skip(index + 1).All(c => c.Authored >= at)))
            {
                return written;
            }
        }

        return MergedCommits.FirstWritten(looked, withText.Contains);
    }

    private async Task<IReadOnlyList<LoggedChange>> Changes(CommitNode commit, HashSet<LoggedChange> withText, CancellationToken cancellationToken)
    {
        var found = new List<LoggedChange>();
        IReadOnlyDictionary<string, TreeItem>? tree = null;
        foreach (var file in await repository.Files(commit.Sha, cancellationToken))
        {
            if (!trees.Holds(file.Filename) || file.Status is "removed" or "unchanged")
            {
                continue;
            }

            var patch = Patch.Read(file.Patch);
            var size = file.Sha is { } blob ? texts.SizeOf(blob) : null;
            var change = new LoggedChange(file.Filename, IsMoved(file, patch, size) ? file.PreviousFilename : null, file.Sha, IsFile: true);
            if (size is null && (file.Status == "added" ? patch?.NewText(file.Sha ?? "") is null : !(patch?.Added > LedgerFile.LargestPlaceholder)))
            {
                tree ??= await trees.Read(commit.Sha, cancellationToken);
                size = tree.GetValueOrDefault(file.Filename) is { IsFile: true } item ? item.Size : 0;
            }

            found.Add(change);
            if ((size ?? patch?.Added) > LedgerFile.LargestPlaceholder)
            {
                withText.Add(change);
            }
        }

        return found;
    }

    private static bool IsMoved(FileFacts file, Patch? patch, long? size) =>
        file.Status == "renamed" && (patch is null || size is null || patch.Likeness(size.Value + patch.Removed - patch.Added) >= Patch.Alike);
}
