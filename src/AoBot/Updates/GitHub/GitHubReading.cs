namespace AoBot.Updates.GitHub;

/// <summary>What a reading came to. Also a failed one holds the last known truth.</summary>
/// <param name="History">What is known now.</param>
/// <param name="State">To go on from.</param>
public sealed record GitHubReading(RepositoryHistory History, ReaderState State)
{
    /// <summary>Why it ended early, in words for staff; none when all was read.</summary>
    public string? Failure { get; init; }

    /// <summary>How far a reading of everything has come, in words; none when there is none under way.</summary>
    public string? Progress { get; init; }

    /// <summary>Whether the history reaches to a head of the branch: what has not been read yet cannot be missed by anybody.</summary>
    public bool IsComplete => State.Head is not null;

    /// <summary>Whether this is how the repository stands now.</summary>
    public bool IsCurrent => IsComplete && Failure is null;
}
