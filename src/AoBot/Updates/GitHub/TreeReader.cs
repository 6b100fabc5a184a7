namespace AoBot.Updates.GitHub;

/// <summary>The tree below the folder, at a commit. Where it is too large for one answer, it is read folder by folder.</summary>
/// <param name="repository">Where from.</param>
/// <param name="folder">Without a slash at its ends; empty for all.</param>
internal sealed class TreeReader(GitHubRepository repository, string folder)
{
    public bool Holds(string path) => folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Files, links and submodules by their whole path.</summary>
    public async Task<IReadOnlyDictionary<string, TreeItem>> Read(string commit, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, TreeItem>(StringComparer.Ordinal);
        var whole = await repository.Tree(commit, recursive: true, cancellationToken);
        if (!whole.Truncated)
        {
            Keep(found, "", whole.Tree);
        }
        else if (await FolderOf(commit, cancellationToken) is { } tree)
        {
            await ReadBelow(found, folder.Length == 0 ? "" : folder + "/", tree, isTried: folder.Length == 0, cancellationToken);
        }

        return found;
    }

    private async Task<string?> FolderOf(string commit, CancellationToken cancellationToken)
    {
        string? tree = commit;
        foreach (var part in folder.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            tree = tree is null ? null : (await repository.Tree(tree, recursive: false, cancellationToken)).Tree.FirstOrDefault(i => i.Type == "tree" && i.Path == part)?.Sha;
        }

        return tree;
    }

    /// <param name="found">Takes what is found.</param>
    /// <param name="prefix">The path of the tree, with a slash at its end.</param>
    /// <param name="tree">Its id.</param>
    /// <param name="isTried">It is known to be too large for one answer.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    private async Task ReadBelow(Dictionary<string, TreeItem> found, string prefix, string tree, bool isTried, CancellationToken cancellationToken)
    {
        if (!isTried && await repository.Tree(tree, recursive: true, cancellationToken) is { Truncated: false } whole)
        {
            Keep(found, prefix, whole.Tree);
            return;
        }

        var items = (await repository.Tree(tree, recursive: false, cancellationToken)).Tree;
        Keep(found, prefix, items);
        foreach (var below in items.Where(i => i.Type == "tree"))
        {
            await ReadBelow(found, $"{prefix}{below.Path}/", below.Sha, isTried: false, cancellationToken);
        }
    }

    private void Keep(Dictionary<string, TreeItem> found, string prefix, IEnumerable<TreeItem> items)
    {
        foreach (var item in items.Where(i => i.Type != "tree" && Holds(prefix + i.Path)))
        {
            found[prefix + item.Path] = item;
        }
    }
}
