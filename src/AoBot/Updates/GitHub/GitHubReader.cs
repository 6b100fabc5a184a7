using NodaTime;

namespace AoBot.Updates.GitHub;

/// <summary>
/// Brings the history up to how the repository stands at GitHub. Where nothing changed, that costs two conditional requests; a landing one more, and one
/// for each text that its patch does not tell; a pull request one when it is new, has new commits, or ends. It reads nothing twice, and what it cannot
/// read now leaves the last known truth as it is. One reading at a time.
/// </summary>
public sealed class GitHubReader(GitHubClient client, Settings settings, [FromKeyedServices(ProgramClock.Real)] TimeProvider time)
{
    /// <summary>The branch is read, and what came meanwhile; a branch that is rewritten more often in one go has to wait for the next reading.</summary>
    private const int MostRounds = 3;

    /// <summary>What was read since the start, also of a reading that did not come to its end.</summary>
    private readonly Dictionary<string, Landing> _done = new(StringComparer.Ordinal);

    /// <summary>What a state is of: when it is another one, all is read anew.</summary>
    public string Of => $"{settings.GitHubRepository}|{settings.GitHubBranch}|{settings.UpdatesPath}";

    /// <summary>A history that was read from a clone of the same branch; GitHub is asked only for what came after.</summary>
    /// <param name="history">With the head of the branch as its last landing.</param>
    public GitHubReading Continue(RepositoryHistory history) => new(history, new ReaderState
    {
        Of = Of,
        Head = history.Landings.Count > 0 ? history.Landings[^1].Commit : null,
    });

    /// <param name="state">From the last reading; none for the first.</param>
    /// <param name="history">From the last reading.</param>
    /// <param name="save">Keeps what was read so far while a first reading goes on.</param>
    /// <param name="cancellationToken">Ends it; what was saved stays.</param>
    public async Task<GitHubReading> Read(ReaderState? state, RepositoryHistory history, Func<GitHubReading, CancellationToken, Task> save, CancellationToken cancellationToken)
    {
        var repository = new GitHubRepository(client, settings.GitHubRepository ?? throw new InvalidOperationException("No repository is set."));
        if (state?.Of != Of)
        {
            (state, history) = (new ReaderState { Of = Of }, RepositoryHistory.Empty(settings.GitHubBranch ?? "main"));
            _done.Clear();
        }

        if (state.RetryTime is { } retry && retry > Instant.FromDateTimeOffset(time.GetUtcNow()))
        {
            return new GitHubReading(history, state) { Failure = $"GitHub asked to be left alone until {retry:HH:mm} UTC." };
        }

        var run = new ReadingRun(settings, repository, _done, new GitHubReading(history, state with { RetryAt = null }), save, HowLong);
        try
        {
            for (var round = 0; round < MostRounds && !await run.Advance(cancellationToken); round++)
            {
                await run.ReadWhole(cancellationToken);
            }

            return run.Now;
        }
        catch (GitHubException problem)
        {
            return run.Now with { Failure = problem.Message, State = run.Now.State with { RetryAt = problem.RetryAt?.ToUnixTimeSeconds() } };
        }
    }

    private string HowLong(int requestsLeft)
    {
        var limit = client.Limit?.Limit ?? (settings.GitHubToken is null ? GitHubLimit.WithoutToken : int.MaxValue);
        return requestsLeft > limit
            ? $" GitHub answers {limit} requests an hour{(settings.GitHubToken is null ? " without a token" : "")}, so this takes at least {"hour".ToQuantity((requestsLeft / limit) + 1)} more.{(settings.GitHubToken is null ? " With Updates:GitHub:Token, or by import --git DIR from a local clone, it is done in minutes." : "")}"
            : "";
    }
}
