using NodaTime;

namespace AoBot.Updates.GitHub;

/// <summary>GitHub did not give what is needed, and the reading ends for now. The message is for staff; it never holds the token.</summary>
/// <param name="problem">What kind it is.</param>
/// <param name="words">What is wrong, as a sentence without a full stop.</param>
/// <param name="cure">What to do; none where nothing is to be done.</param>
/// <param name="retryAt">Not to be asked again before, by the real clock.</param>
public sealed class GitHubException(GitHubProblem problem, string words, string? cure = null, Instant? retryAt = null)
    : Exception(cure is null ? $"{words}." : $"{words}. {char.ToUpperInvariant(cure[0])}{cure[1..]}.")
{
    public GitHubProblem Problem => problem;

    public string Words => words;

    public string? Cure => cure;

    public Instant? RetryAt => retryAt;
}

public enum GitHubProblem
{
    /// <summary>The token is not one, or no longer.</summary>
    TokenRefused,

    /// <summary>The token is good, but not for this.</summary>
    Forbidden,

    /// <summary>The repository or the branch is not there, or not for this token.</summary>
    NotFound,

    /// <summary>Too many requests for now.</summary>
    RateLimited,

    /// <summary>No answer, or one that says that GitHub is not well.</summary>
    Unreachable,

    /// <summary>An answer that is not what GitHub documents.</summary>
    Unreadable,
}
