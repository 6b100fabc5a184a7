namespace AoBot.Playground.Repository;

public enum RepositoryDeedKind
{
    /// <summary>A pull request is opened with a fictional partner's update.</summary>
    Open,

    /// <summary>It is merged.</summary>
    Merge,

    /// <summary>It is closed and not merged.</summary>
    Close,
}

/// <summary>What a visitor did in the repository.</summary>
/// <param name="At">By the program's clock.</param>
/// <param name="Kind">What.</param>
/// <param name="Partner">The fictional partner's key.</param>
/// <param name="Month">As <c>2024-06</c>.</param>
public sealed record RepositoryDeed(DateTimeOffset At, RepositoryDeedKind Kind, string Partner, string Month);

/// <summary>All that is needed to have the repository as it was: the rest follows from the clock.</summary>
/// <param name="Since">When the fictional partners began, as <c>2023-01-01</c>.</param>
/// <param name="Deeds">What visitors did, in order.</param>
public sealed record KeptRepository(string Since, IReadOnlyList<RepositoryDeed> Deeds);
