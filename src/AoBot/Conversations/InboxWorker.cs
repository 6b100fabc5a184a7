using System.Text;
using AoBot.Persistence;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Conversations;

/// <summary>Works on the stored events, oldest first, a few at a time; what fails is tried again, later each time, and then left with its reason.</summary>
public sealed partial class InboxWorker(
    Inbox inbox,
    IDbContextFactory<AoBotDbContext> contexts,
    WriteGate gate,
    EventDispatcher dispatcher,
    [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime,
    ILogger<InboxWorker> logger) : BackgroundService
{
    // Some may wait for Slack at length; the others go on beside them.
    private const int AtOnce = 16;
    private static readonly Duration[] Waits = [Duration.FromSeconds(10), Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30)];
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    // What Slack is being told when the stop comes is told to its end: half a call may have been heard, and would be repeated by the next start.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var working = new CancellationTokenSource(Timeout.InfiniteTimeSpan, realTime);
        await using var stop = stoppingToken.Register(() => working.CancelAfter(Grace));
        var underWay = new Dictionary<long, Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Begin(underWay, working.Token);
                await WaitForMore(underWay.Values, stoppingToken);
                await Settle(underWay);
            }
            catch (Exception problem) when (problem is DbUpdateException or Microsoft.Data.Sqlite.SqliteException)
            {
                // The rows are still there; without the pause a full disk would spin.
                LogStuck(problem);
                await Task.Delay(Idle, realTime, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(underWay.Values);
    }

    private async Task Begin(Dictionary<long, Task> underWay, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = Now;
        var due = await db.Inbox.AsNoTracking()
            .Where(e => e.NextAttemptAt <= now && !underWay.Keys.Contains(e.Id))
            .OrderBy(e => e.Id)
            .Take(AtOnce - underWay.Count)
            .ToListAsync(cancellationToken);
        foreach (var row in due)
        {
            underWay.Add(row.Id, WorkOn(row, cancellationToken));
        }
    }

    /// <summary>Until something arrives or is done; and now and then in any case, as a failed event may have become due again.</summary>
    private async Task WaitForMore(IEnumerable<Task> underWay, CancellationToken stoppingToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny([inbox.Arrived.WaitToReadAsync(enough.Token).AsTask(), Task.Delay(Idle, realTime, enough.Token), .. underWay]);
        await enough.CancelAsync();
        inbox.Arrived.TryRead(out _);
    }

    private static async Task Settle(Dictionary<long, Task> underWay)
    {
        foreach (var (id, work) in underWay.Where(work => work.Value.IsCompleted).ToList())
        {
            underWay.Remove(id);
            await work;
        }
    }

    private async Task WorkOn(InboxEvent row, CancellationToken cancellationToken)
    {
        string? failure = null;
        try
        {
            await dispatcher.Dispatch(EventDispatcher.Parse(Encoding.UTF8.GetBytes(row.Payload!)), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The edge of the work on an event: whatever went wrong is kept with its row and tried again.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            failure = Reason(problem);
            LogFailed(problem, row.Type, row.EventId, row.Attempts + 1);
        }

        var attempts = row.Attempts + 1;
        Instant? next = failure is not null && attempts <= Waits.Length ? Now + Waits[attempts - 1] : null;
        Instant? done = failure is null ? Now : null;
        await gate.Write(
            db => db.Inbox.Where(e => e.Id == row.Id).ExecuteUpdateAsync(
                set => set
                    .SetProperty(e => e.Attempts, attempts)
                    .SetProperty(e => e.Failure, failure)
                    .SetProperty(e => e.NextAttemptAt, next)
                    .SetProperty(e => e.DoneAt, done),
                CancellationToken.None),
            CancellationToken.None);
    }

    private static string Reason(Exception problem) => problem switch
    {
        AggregateException several => string.Join(", ", several.InnerExceptions.Select(Reason)),
        EventNotHandledException => problem.Message,
        _ => problem.GetType().Name,
    };

    private Instant Now => Instant.FromDateTimeOffset(realTime.GetUtcNow());

    [LoggerMessage(Level = LogLevel.Warning, Message = "Working on {Type} {EventId} failed, attempt {Attempt}")]
    private partial void LogFailed(Exception problem, string type, string eventId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The inbox could not be read or written; it is tried again in ten seconds")]
    private partial void LogStuck(Exception problem);
}

/// <summary>An event could not be answered now, for a reason that may pass.</summary>
/// <param name="reason">Without any text of a message.</param>
public sealed class EventNotHandledException(string reason) : Exception(reason);
