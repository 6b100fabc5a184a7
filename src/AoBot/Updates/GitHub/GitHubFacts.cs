using System.Text.Json.Serialization;
using NodaTime;

namespace AoBot.Updates.GitHub;

// What of GitHub's answers is read: https://docs.github.com/rest. What is not named here is skipped; what is needed and absent makes an answer unreadable.

/// <param name="DefaultBranch">The branch that counts where no setting names one.</param>
internal sealed record RepositoryFacts(string DefaultBranch);

internal sealed record BranchFacts(CommitFacts Commit);

/// <param name="Sha">Whole.</param>
/// <param name="Commit">Its dates.</param>
/// <param name="Parents">The first is the line that it stands on.</param>
/// <param name="Files">What it changed, in comparison with its first parent; only where one commit is asked for.</param>
internal sealed record CommitFacts(string Sha, CommitBody Commit, IReadOnlyList<CommitParent> Parents, IReadOnlyList<FileFacts>? Files = null);

internal sealed record CommitParent(string Sha);

internal sealed record CommitBody(CommitSignature? Author, CommitSignature? Committer);

internal sealed record CommitSignature(DateTimeOffset? Date = null)
{
    /// <summary>As a clone gives it: never before 1970.</summary>
    public static Instant DateOf(CommitSignature? signature) => signature?.Date is { } date && date > DateTimeOffset.UnixEpoch ? Instant.FromDateTimeOffset(date) : Instant.FromUnixTimeSeconds(0);
}

/// <param name="Filename">Where it is; of a removed file, where it was.</param>
/// <param name="Status"><c>added</c>, <c>removed</c>, <c>modified</c>, <c>renamed</c>, <c>copied</c>, <c>changed</c> (its mode), <c>unchanged</c>.</param>
/// <param name="Sha">The blob; of a submodule, a commit.</param>
/// <param name="PreviousFilename">Where a renamed file was.</param>
/// <param name="Patch">What changed in its lines; absent where it is binary, too large, or one too many for the answer.</param>
internal sealed record FileFacts(string Filename, string Status, string? Sha = null, string? PreviousFilename = null, string? Patch = null);

/// <param name="Status"><c>ahead</c> when the head stands on the base, <c>diverged</c> or <c>behind</c> when it does not.</param>
/// <param name="TotalCommits">Of all pages.</param>
/// <param name="Commits">What the head reaches and the base does not, oldest first.</param>
/// <param name="Files">What changed altogether; at most 300, on the first page alone.</param>
internal sealed record CompareFacts(string Status, int TotalCommits, IReadOnlyList<CommitFacts> Commits, IReadOnlyList<FileFacts>? Files = null)
{
    /// <summary>So many files, and there may be more that are not told.</summary>
    public const int MostFiles = 300;
}

/// <param name="Tree">What lies in it.</param>
/// <param name="Truncated">There is more than one answer holds.</param>
internal sealed record TreeFacts(IReadOnlyList<TreeItem> Tree, bool Truncated = false);

internal sealed record TreeItem(string Path, string Mode, string Type, string Sha, long? Size = null)
{
    /// <summary>Or a link or a submodule, which hold no text of their own.</summary>
    public bool IsFile => Mode is "100644" or "100755" or "100664";
}

internal sealed record BlobFacts(string Content, string Encoding, long Size);

/// <param name="Number">As in its address.</param>
/// <param name="CreatedAt">When it was opened.</param>
/// <param name="UpdatedAt">When anything about it last changed.</param>
/// <param name="Head">What it offers.</param>
/// <param name="Base">Where it shall go.</param>
/// <param name="State"><c>open</c> or <c>closed</c>.</param>
/// <param name="User">Who opened it; none where the account is gone.</param>
/// <param name="Draft">Not yet meant to be merged.</param>
/// <param name="ClosedAt">Merged or not.</param>
/// <param name="MergedAt">When it was merged.</param>
internal sealed record PullFacts(
    int Number,
    DateTimeOffset CreatedAt,
    PullEnd Head,
    PullEnd Base,
    string State,
    DateTimeOffset? UpdatedAt = null,
    PullUser? User = null,
    bool Draft = false,
    DateTimeOffset? ClosedAt = null,
    DateTimeOffset? MergedAt = null);

internal sealed record PullEnd(string Sha, string? Ref = null);

internal sealed record PullUser(string Login);

/// <summary>What GitHub says of a refusal.</summary>
internal sealed record ErrorFacts(string? Message = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RepositoryFacts))]
[JsonSerializable(typeof(BranchFacts))]
[JsonSerializable(typeof(CommitFacts))]
[JsonSerializable(typeof(IReadOnlyList<CommitFacts>))]
[JsonSerializable(typeof(CompareFacts))]
[JsonSerializable(typeof(TreeFacts))]
[JsonSerializable(typeof(BlobFacts))]
[JsonSerializable(typeof(PullFacts))]
[JsonSerializable(typeof(IReadOnlyList<PullFacts>))]
[JsonSerializable(typeof(IReadOnlyList<FileFacts>))]
[JsonSerializable(typeof(ErrorFacts))]
internal sealed partial class GitHubJson : JsonSerializerContext;
