using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace AoBot.Updates.GitHub;

/// <summary>The few questions that are asked about one repository.</summary>
/// <param name="client">Asks.</param>
/// <param name="name">Owner and name, as <c>ossf/alpha-omega</c>.</param>
internal sealed class GitHubRepository(GitHubClient client, string name)
{
    /// <summary>A text that is worth reading fits, as GitHub packs it.</summary>
    private const int LargestBlob = 1024 * 1024;

    public string Name => name;

    public Task<GitHubAnswer<RepositoryFacts>> Repository(CancellationToken cancellationToken) => client.Get($"repos/{name}", GitHubJson.Default.RepositoryFacts, null, cancellationToken);

    public Task<GitHubAnswer<BranchFacts>> Branch(string branch, string? eTag, CancellationToken cancellationToken) =>
        client.Get(At($"branches/{Uri.EscapeDataString(branch)}"), GitHubJson.Default.BranchFacts, eTag, cancellationToken);

    /// <summary>A page of the commits that a head reaches, newest first.</summary>
    /// <param name="head">A commit.</param>
    /// <param name="path">Only those that touch it; none for all.</param>
    /// <param name="page">The address of the page; none for the first.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<GitHubAnswer<IReadOnlyList<CommitFacts>>.Read> Commits(string head, string? path, string? page, CancellationToken cancellationToken) =>
        Needed(
            await client.Get(page ?? At($"commits?sha={head}&per_page=100{(path is { Length: > 0 } ? "&path=" + Uri.EscapeDataString(path) : "")}"), GitHubJson.Default.IReadOnlyListCommitFacts, null, cancellationToken),
            $"the commits of {head}");

    /// <summary>What one commit changed in comparison with its first parent, all pages of it.</summary>
    public async Task<IReadOnlyList<FileFacts>> Files(string commit, CancellationToken cancellationToken)
    {
        var files = new List<FileFacts>();
        for (string? page = At($"commits/{commit}?per_page=100"); page is not null;)
        {
            var read = Needed(await client.Get(page, GitHubJson.Default.CommitFacts, null, cancellationToken), $"the commit {commit}");
            files.AddRange(read.Value.Files ?? []);
            page = read.Next;
        }

        return files;
    }

    /// <summary>What a head reaches and a base does not, all pages of it; none where GitHub no longer has one of them.</summary>
    public async Task<CompareFacts?> Compare(string from, string head, CancellationToken cancellationToken)
    {
        CompareFacts? all = null;
        for (string? page = At($"compare/{from}...{head}?per_page=100"); page is not null;)
        {
            if (await client.Get(page, GitHubJson.Default.CompareFacts, null, cancellationToken) is not GitHubAnswer<CompareFacts>.Read read)
            {
                return null;
            }

            all = all is null ? read.Value : all with { Commits = [.. all.Commits, .. read.Value.Commits] };
            page = read.Next;
        }

        return all;
    }

    /// <param name="tree">The id of a tree, or of a commit for its root.</param>
    /// <param name="recursive">With all that lies below.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<TreeFacts> Tree(string tree, bool recursive, CancellationToken cancellationToken) =>
        Needed(await client.Get(At($"git/trees/{tree}{(recursive ? "?recursive=1" : "")}"), GitHubJson.Default.TreeFacts, null, cancellationToken), $"the tree {tree}").Value;

    /// <summary>The bytes of a text; none where there is no such text (a submodule), or it is too large to be worth it.</summary>
    public async Task<byte[]?> Blob(string blob, CancellationToken cancellationToken)
    {
        if (await client.Get(At($"git/blobs/{blob}"), GitHubJson.Default.BlobFacts, null, cancellationToken, LargestBlob) is not GitHubAnswer<BlobFacts>.Read { Value: var read })
        {
            return null;
        }

        try
        {
            return read.Encoding == "base64" ? Convert.FromBase64String(read.Content) : System.Text.Encoding.UTF8.GetBytes(read.Content);
        }
        catch (FormatException)
        {
            throw new GitHubException(GitHubProblem.Unreadable, $"GitHub gave the text {blob} in a form that is not base64");
        }
    }

    /// <summary>A page of the open pull requests to a branch, oldest first.</summary>
    public Task<GitHubAnswer<IReadOnlyList<PullFacts>>> OpenPulls(string branch, int page, string? eTag, CancellationToken cancellationToken) =>
        client.Get(
            At($"pulls?state=open&base={Uri.EscapeDataString(branch)}&sort=created&direction=asc&per_page=100{(page > 1 ? "&page=" + page.ToString(CultureInfo.InvariantCulture) : "")}"),
            GitHubJson.Default.IReadOnlyListPullFacts,
            eTag,
            cancellationToken);

    public Task<GitHubAnswer<PullFacts>> Pull(int number, CancellationToken cancellationToken) =>
        client.Get(At($"pulls/{number.ToString(CultureInfo.InvariantCulture)}"), GitHubJson.Default.PullFacts, null, cancellationToken);

    /// <summary>What a pull request would change, all pages of it.</summary>
    public Task<IReadOnlyList<FileFacts>> PullFiles(int number, CancellationToken cancellationToken) =>
        All(At($"pulls/{number.ToString(CultureInfo.InvariantCulture)}/files?per_page=100"), GitHubJson.Default.IReadOnlyListFileFacts, $"the files of pull request {number}", cancellationToken);

    /// <exception cref="GitHubException">It is not there although GitHub spoke of it.</exception>
    public static GitHubAnswer<T>.Read Needed<T>(GitHubAnswer<T> answer, string what) =>
        answer as GitHubAnswer<T>.Read ?? throw new GitHubException(GitHubProblem.Unreadable, $"GitHub does not give {what}");

    public GitHubException NotShown(bool withToken) => new(
        GitHubProblem.NotFound,
        $"GitHub does not show {name}{(withToken ? " to this token" : "")}",
        $"correct Updates:GitHub:Repository, or {(withToken ? "let the token read it" : "set Updates:GitHub:Token if it is private")}");

    public GitHubException NoBranch(string branch) => new(
        GitHubProblem.NotFound,
        $"{name} has no branch {branch}",
        "correct Updates:GitHub:Branch, or leave it empty for the repository's default branch");

    private async Task<IReadOnlyList<T>> All<T>(string first, JsonTypeInfo<IReadOnlyList<T>> type, string what, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        for (var page = first; page is not null;)
        {
            var read = Needed(await client.Get(page, type, null, cancellationToken), what);
            all.AddRange(read.Value);
            page = read.Next;
        }

        return all;
    }

    private string At(string rest) => $"repos/{name}/{rest}";
}
