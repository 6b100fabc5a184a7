using NodaTime;

namespace AoBot.Updates.Store;

/// <summary>A <see cref="Landing"/> as it is kept.</summary>
public sealed class RepositoryLanding
{
    public int Id { get; private set; }

    /// <summary>Its place on the branch, counted from 0.</summary>
    public required int Position { get; init; }

    public required string Commit { get; init; }

    public required Instant Landed { get; init; }

    public List<RepositoryChange> Changes { get; init; } = [];

    public Landing ToLanding() => new(Commit, Landed, [.. Changes.OrderBy(c => c.Id).Select(c => c.ToChange())]);
}

/// <summary>A <see cref="PullRequest"/> as it is kept.</summary>
public sealed class RepositoryPullRequest
{
    public required int Number { get; init; }

    public required bool Draft { get; set; }

    public required string Author { get; set; }

    public required Instant Opened { get; set; }

    public Instant? Closed { get; set; }

    public Instant? Merged { get; set; }

    public required string Head { get; set; }

    /// <summary>When anything about it last changed.</summary>
    public Instant? Updated { get; set; }

    public List<RepositoryChange> Files { get; init; } = [];

    public PullRequest ToPullRequest() => new(Number, Draft, Author, Opened, Closed, Merged, Head, [.. Files.OrderBy(c => c.Id).Select(c => c.ToChange())]) { Updated = Updated };
}

/// <summary>A <see cref="FileChange"/> as it is kept: of a landing, or of a pull request.</summary>
public sealed class RepositoryChange
{
    public int Id { get; private set; }

    public int? LandingId { get; private set; }

    public int? PullRequestNumber { get; private set; }

    public required string Path { get; init; }

    public string? PreviousPath { get; init; }

    public string? Blob { get; init; }

    public required long Size { get; init; }

    public required Instant Written { get; init; }

    public FileChange ToChange() => new(Path, PreviousPath, Blob, Size, Written);

    public static List<RepositoryChange> Of(IEnumerable<FileChange> changes) =>
        [.. changes.Select(c => new RepositoryChange { Path = c.Path, PreviousPath = c.PreviousPath, Blob = c.Blob, Size = c.Size, Written = c.Written })];
}
