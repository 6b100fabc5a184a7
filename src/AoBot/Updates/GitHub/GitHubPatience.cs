namespace AoBot.Updates.GitHub;

/// <summary>How long GitHub is waited for.</summary>
public sealed record GitHubPatience
{
    /// <summary>From the request to the end of its answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often one request is tried.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Before the second try; doubled before each other.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);
}
