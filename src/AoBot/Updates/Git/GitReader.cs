using System.Text;

namespace AoBot.Updates.Git;

/// <summary>
/// Reads a local clone, bare or not, or a bundle file, with a fixed number of <c>git</c> processes. <c>HEAD</c> alone counts: its first-parent line are
/// the landings, and what a landing brought in besides says when a text was written.
/// </summary>
public static class GitReader
{
    /// <param name="path">A repository's folder, or a bundle.</param>
    /// <param name="folder">The folder within it that is read, without a slash at its ends; empty for all.</param>
    /// <param name="cancellationToken">Ends the git process at work.</param>
    public static Task<GitReading> Read(string path, string folder, CancellationToken cancellationToken) => Read(path, folder, "git", cancellationToken);

    internal static async Task<GitReading> Read(string path, string folder, string program, CancellationToken cancellationToken)
    {
        try
        {
            if (File.Exists(path))
            {
                return await ReadBundle(Path.GetFullPath(path), folder, program, cancellationToken);
            }

            return Directory.Exists(path)
                ? await ReadRepository(new GitProcess(Path.GetFullPath(path), program), path, folder, cancellationToken)
                : new GitReading(null, $"{path} is not there.");
        }
        catch (GitMissingException problem)
        {
            return new GitReading(null, problem.Message);
        }
    }

    private static async Task<GitReading> ReadBundle(string bundle, string folder, string program, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("aobot-bundle-");
        try
        {
            var git = new GitProcess(temporary.FullName, program);
            await git.Run(cancellationToken, "init", "--bare", "--quiet", "--template=");
            var unpacked = await git.Run(cancellationToken, "bundle", "unbundle", bundle);
            if (!unpacked.Good)
            {
                return new GitReading(null, $"{bundle} is no git bundle that can be read by itself. {unpacked.Errors}".TrimEnd());
            }

            var refs = unpacked.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', 2)).Where(l => l.Length == 2).Select(l => (Id: l[0], Name: l[1])).ToList();
            var branches = refs.FindAll(r => r.Name.StartsWith("refs/heads/", StringComparison.Ordinal));
            var head = refs.Find(r => r.Name == "HEAD").Id ?? (branches.Count == 1 ? branches[0].Id : branches.Find(b => b.Name is "refs/heads/main" or "refs/heads/master").Id);
            return head is null
                ? new GitReading(null, $"{bundle} does not say which branch is meant. Make it with: git bundle create FILE HEAD main")
                : await ReadFrom(git, head, branches.Find(b => b.Id == head).Name?["refs/heads/".Length..] ?? "HEAD", folder, cancellationToken);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task<GitReading> ReadRepository(GitProcess git, string path, string folder, CancellationToken cancellationToken)
    {
        var shallow = await git.Run(cancellationToken, "rev-parse", "--is-shallow-repository");
        if (!shallow.Good)
        {
            return new GitReading(null, $"{path} is no git repository. {shallow.Errors}".TrimEnd());
        }

        if (shallow.Text.Trim() == "true")
        {
            return new GitReading(null, $"{path} is a shallow clone: when things landed cannot be seen in it. Complete it with: git fetch --unshallow");
        }

        var branch = await git.Run(cancellationToken, "symbolic-ref", "--quiet", "--short", "HEAD");
        var head = await git.Run(cancellationToken, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
        var name = branch.Good ? branch.Text.Trim() : "HEAD";
        return head.Good
            ? await ReadFrom(git, head.Text.Trim(), name, folder, cancellationToken)
            : new GitReading(RepositoryHistory.Empty(name), Warning: $"{path} has no commits yet.");
    }

    private static async Task<GitReading> ReadFrom(GitProcess git, string head, string branch, string folder, CancellationToken cancellationToken)
    {
        string[] within = folder.Length == 0 ? [] : ["--", folder];
        string[] log = ["log", "--raw", "-z", "--no-abbrev", "--find-renames=75%", "-l2000", "--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--no-mailmap", GitLog.Format];
        var graph = await git.Run(cancellationToken, "rev-list", "--topo-order", "--parents", "--timestamp", head);
        var line = await git.Run(cancellationToken, [.. log, "--first-parent", "-m", "--full-history", head, .. within]);
        var all = await git.Run(cancellationToken, [.. log, "--no-merges", "--topo-order", "--full-history", head, .. within]);
        if (new[] { graph, line, all }.FirstOrDefault(o => !o.Good) is { } failed)
        {
            return new GitReading(null, $"The repository cannot be read: {failed.Errors}");
        }

        var landings = GitLog.Read(line.Text);
        var commits = GitLog.Read(all.Text).Reverse().ToList();
        var sizes = await Sizes(git, landings.Concat(commits).SelectMany(c => c.Changes).Where(c => c is { Blob: not null, IsFile: true }).Select(c => c.Blob!), cancellationToken);
        var merged = MergedCommits.Of(graph.Text, commits);
        var changed = landings.ToDictionary(l => l.Id, StringComparer.Ordinal);
        var history = new RepositoryHistory(branch, [.. merged.Line.Select(c => changed.TryGetValue(c.Id, out var landing) ? Land(landing, merged, sizes) : new Landing(c.Id, c.Committed, []))], []);
        var texts = await Texts(git, history, cancellationToken);
        return new GitReading(history with { Texts = texts }, Warning: landings.Count == 0 && folder.Length > 0 ? $"There is nothing under {folder}." : null);
    }

    private static Landing Land(LoggedCommit landing, MergedCommits merged, Dictionary<string, long> sizes)
    {
        long SizeOf(LoggedChange change) => change is { Blob: { } blob, IsFile: true } ? sizes.GetValueOrDefault(blob) : 0;
        var written = merged.FirstWritten(landing.Id, change => SizeOf(change) > LedgerFile.LargestPlaceholder);
        return new Landing(landing.Id, landing.Committed, [.. landing.Changes.Select(c => new FileChange(c.Path, c.PreviousPath, c.Blob, SizeOf(c), written.TryGetValue(c.Path, out var at) ? at : landing.Authored))]);
    }

    private static async Task<Dictionary<string, long>> Sizes(GitProcess git, IEnumerable<string> blobs, CancellationToken cancellationToken)
    {
        var asked = Encoding.ASCII.GetBytes(string.Concat(blobs.Distinct(StringComparer.Ordinal).Select(b => b + "\n")));
        var answer = await git.Run(["cat-file", "--batch-check"], asked, cancellationToken);
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // A blob that a partial clone lacks is "missing": it has no size.
            if (line.Split(' ') is [var id, "blob", var size] && long.TryParse(size, out var bytes))
            {
                sizes[id] = bytes;
            }
        }

        return sizes;
    }

    private static async Task<Dictionary<string, UpdateText>> Texts(GitProcess git, RepositoryHistory history, CancellationToken cancellationToken)
    {
        var wanted = history.Landings.SelectMany(l => l.Changes).Where(c => c.Blob is not null && UpdateText.IsWorthReading(c.Path, c.Size)).Select(c => c.Blob!).Distinct(StringComparer.Ordinal);
        var answer = await git.Run(["cat-file", "--batch"], Encoding.ASCII.GetBytes(string.Concat(wanted.Select(b => b + "\n"))), cancellationToken);
        var texts = new Dictionary<string, UpdateText>(StringComparer.Ordinal);
        var bytes = answer.Bytes;
        for (var at = 0; at < bytes.Length;)
        {
            // <id> blob <size>, a line break, the text, a line break
            var end = Array.IndexOf(bytes, (byte)'\n', at);
            if (end < 0)
            {
                break;
            }

            var header = Encoding.ASCII.GetString(bytes, at, end - at).Split(' ');
            at = end + 1;
            if (header is [var id, "blob", var length] && int.TryParse(length, out var size) && at + size <= bytes.Length)
            {
                texts[id] = TextReading.Read(Encoding.UTF8.GetString(bytes, at, size));
                at += size + 1;
            }
        }

        return texts;
    }
}
