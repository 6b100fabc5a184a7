namespace AoBot.Updates.GitHub;

/// <summary>What one request brought back. What is neither of these ends the reading as a <see cref="GitHubException"/>.</summary>
internal abstract record GitHubAnswer<T>
{
    private GitHubAnswer()
    {
    }

    /// <param name="Value">As it was read.</param>
    /// <param name="ETag">To ask with the next time.</param>
    /// <param name="Next">The address of the next page; none on the last one.</param>
    /// <param name="LastPage">The number of the last page, where GitHub says it.</param>
    public sealed record Read(T Value, string? ETag, string? Next, int? LastPage) : GitHubAnswer<T>;

    /// <summary>304: it is what it was.</summary>
    public sealed record Unchanged : GitHubAnswer<T>;

    /// <summary>404: it is not there.</summary>
    public sealed record Missing : GitHubAnswer<T>;

    /// <summary>It is larger than what was asked for at most; nothing of it was read.</summary>
    public sealed record TooLarge : GitHubAnswer<T>;
}
