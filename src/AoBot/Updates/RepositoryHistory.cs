using NodaTime;

namespace AoBot.Updates;

/// <summary>
/// What the readers (a local clone, GitHub) make of the repository; everything after it is pure. Only what lies under the configured folder.
/// </summary>
/// <param name="Branch">The branch that was read, for instance <c>main</c>.</param>
/// <param name="Landings">The first-parent commits of the branch, oldest first, in the order of the branch; a reader may leave out those that change nothing that it reads.</param>
/// <param name="PullRequests">Those that are open, and those that were: the ledger looks at them as of an instant.</param>
public sealed record RepositoryHistory(string Branch, IReadOnlyList<Landing> Landings, IReadOnlyList<PullRequest> PullRequests)
{
    /// <summary>
    /// What was found in the texts, by blob. Readers need only fetch what <see cref="UpdateText.IsWorthReading"/>; where a text is
    /// missing, names and dates must do.
    /// </summary>
    public IReadOnlyDictionary<string, UpdateText> Texts { get; init; } = new Dictionary<string, UpdateText>(StringComparer.Ordinal);

    public static RepositoryHistory Empty(string branch) => new(branch, [], []);
}

/// <summary>A commit of the branch's first-parent line: a merge, a squash, a rebased commit, a direct push.</summary>
/// <param name="Commit">Its whole id.</param>
/// <param name="Landed">Its committer date.</param>
/// <param name="Changes">What it changed in comparison with its first parent; all of the tree for the first commit.</param>
public sealed record Landing(string Commit, Instant Landed, IReadOnlyList<FileChange> Changes);

/// <summary>A file that a landing or a pull request adds, changes, renames or deletes.</summary>
/// <param name="Path">Full path as in the repository; of a deleted file, where it was.</param>
/// <param name="PreviousPath">Where it was before a rename.</param>
/// <param name="Blob">The id of its text; none when it is deleted.</param>
/// <param name="Size">Bytes of its text; 0 when it is deleted, and for what is no file (a link, a submodule).</param>
/// <param name="Written">The earliest author date of the file with text in what was merged; in a git history it stands for the day the pull request was opened.</param>
public sealed record FileChange(string Path, string? PreviousPath, string? Blob, long Size, Instant Written);

/// <param name="Number">As in its address.</param>
/// <param name="Draft">Marked as a draft, as last seen.</param>
/// <param name="Author">The account that opened it.</param>
/// <param name="Opened">When it was opened.</param>
/// <param name="Closed">When it was closed, merged or not.</param>
/// <param name="Merged">When it was merged.</param>
/// <param name="Head">The commit at its head, as last seen.</param>
/// <param name="Files">What it would change.</param>
public sealed record PullRequest(int Number, bool Draft, string Author, Instant Opened, Instant? Closed, Instant? Merged, string Head, IReadOnlyList<FileChange> Files)
{
    /// <summary>When anything about it last changed, as far as it is told.</summary>
    public Instant? Updated { get; init; }

    /// <summary>Whether it waited for a review at an instant.</summary>
    public bool IsOpen(Instant at) => Opened <= at && !(Closed <= at) && !(Merged <= at);
}
