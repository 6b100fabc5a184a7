using AoBot.Persistence;
using AoBot.Updates.Store;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Updates.GitHub;

/// <summary>
/// The one who reads the repository for everybody: the schedule, the webhook, and whoever is about to send something. Readings follow each other, and who
/// asks while one goes on gets the next one, together with all who asked meanwhile.
/// </summary>
public sealed partial class RepositoryReader(
    GitHubReader github, RepositoryStore store, IDbContextFactory<AoBotDbContext> contexts, Settings settings, ILogger<RepositoryReader> logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _asked, _answered;
    private int _awaited;

    // Only while it is somebody's turn.
    private (string Stamp, RepositoryHistory History)? _last;

    /// <summary>Whether there is a repository to read.</summary>
    public bool IsSet => settings.GitHubRepository is not null;

    /// <summary>
    /// Reads the repository now, or waits for the reading that begins next. How it went stands in the database (<see cref="RepositoryState"/>): a
    /// reading that fails leaves what is known, with its age. Without a repository in the settings it does nothing.
    /// </summary>
    public async Task ReadNow(CancellationToken cancellationToken)
    {
        if (!IsSet)
        {
            return;
        }

        var ticket = Interlocked.Increment(ref _asked);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_answered >= ticket)
            {
                return;
            }

            Volatile.Write(ref _awaited, 0);
            var covers = Volatile.Read(ref _asked);
            await Read(cancellationToken);
            _answered = covers;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>True for the first who wants a reading since the last one began: whoever gets it sees to it that there is one.</summary>
    internal bool Await() => Interlocked.Exchange(ref _awaited, 1) == 0;

    /// <summary>
    /// Takes a history that was read from a clone; from then on GitHub is asked only for what came after. False, and nothing changes, where more is known.
    /// </summary>
    /// <param name="history">Of the branch that counts.</param>
    /// <param name="clone">Where it was read; said to be the source where no repository is set.</param>
    /// <param name="cancellationToken">Ends it without a change.</param>
    public async Task<bool> Continue(RepositoryHistory history, string clone, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var (state, known) = await Last(cancellationToken);
            var head = history.Landings[^1].Commit;
            if (ReaderState.Read(state) is { Head: { } last } before && before.Of == github.Of && known.Landings.Any(l => l.Commit == head) && known.Landings.Any(l => l.Commit == last))
            {
                return false;
            }

            var reading = github.Continue(history with { PullRequests = known.PullRequests });
            await store.Save(reading.History, IsSet ? Facts(reading) : new ReadFacts(clone, null), cancellationToken);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task Read(CancellationToken cancellationToken)
    {
        var (json, history) = await Last(cancellationToken);
        var reading = await github.Read(ReaderState.Read(json), history, Keep, cancellationToken);
        if (reading.Failure is { } failure)
        {
            LogFailed(failure);
            if (!reading.IsComplete)
            {
                await Keep(reading, cancellationToken);
            }

            await store.Failed(Facts(reading), failure, cancellationToken);
        }
        else if (ReferenceEquals(reading.History.Landings, history.Landings) && ReferenceEquals(reading.History.PullRequests, history.PullRequests))
        {
            await store.Unchanged(Facts(reading), cancellationToken);
        }
        else
        {
            await store.Save(reading.History, Facts(reading), cancellationToken);
            LogRead(reading.History.Landings.Count, reading.History.PullRequests.Count);
        }
    }

    /// <summary>The last reading. The history is loaded only where it has changed since: mostly it has not.</summary>
    private async Task<(string? State, RepositoryHistory History)> Last(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var read = await db.RepositoryReads.Select(r => new { r.ReaderState, r.Stamp }).FirstOrDefaultAsync(cancellationToken);
        if (read is null)
        {
            _last = null;
            return (null, await RepositoryStore.Load(db, cancellationToken));
        }

        var history = _last is { } last && last.Stamp == read.Stamp ? last.History : await RepositoryStore.Load(db, cancellationToken);
        _last = (read.Stamp, history);
        return (read.ReaderState, history);
    }

    /// <summary>Keeps a reading that goes on. While it is of a branch that was rewritten, what is known keeps its age.</summary>
    private Task Keep(GitHubReading reading, CancellationToken cancellationToken) => reading switch
    {
        { IsComplete: true, State.Whole: not null } => store.Failed(Facts(reading), $"The branch was rewritten and is read anew. {reading.Progress}", cancellationToken),
        _ => store.Save(reading.History, Facts(reading), cancellationToken),
    };

    private ReadFacts Facts(GitHubReading reading) => new(
        settings.GitHubRepository ?? "",
        WebUrl(),
        reading.State.Write(),
        reading.IsComplete,
        reading.Progress);

    /// <summary>Where people look at what is read: a server of one's own has its API below its own address.</summary>
    private string? WebUrl() => settings.GitHubRepository is null ? null
        : settings.GitHubApiUrl.Host == "api.github.com" ? $"https://github.com/{settings.GitHubRepository}"
        : $"{settings.GitHubApiUrl.GetLeftPart(UriPartial.Authority)}/{settings.GitHubRepository}";

    [LoggerMessage(Level = LogLevel.Information, Message = "The repository has changed: {Landings} landings, {PullRequests} pull requests are known")]
    private partial void LogRead(int landings, int pullRequests);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The repository could not be read to the end; what is known stays: {Reason}")]
    private partial void LogFailed(string reason);
}
