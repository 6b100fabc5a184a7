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
    private const int AtOnce = 4;
    private static readonly Duration[] Waits = [Duration.FromSeconds(10), Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30)];
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await WorkOnce(stoppingToken))
                {
                }

                await WaitForMore(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem) when (problem is DbUpdateException or Microsoft.Data.Sqlite.SqliteException)
            {
                // The rows are still there; without the pause a full disk would spin.
                LogStuck(problem);
                await Task.Delay(Idle, realTime, stoppingToken);
            }
        }
    }

    private async Task WaitForMore(CancellationToken stoppingToken)
    {
        // Something may become due for another attempt without anything arriving.
        using var idle = new CancellationTokenSource(Idle, realTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, stoppingToken);
        try
        {
            await inbox.Arrived.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> WorkOnce(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = Now;
        var due = await db.Inbox.AsNoTracking()
            .Where(e => e.NextAttemptAt <= now)
            .OrderBy(e => e.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        await Parallel.ForEachAsync(due, cancellationToken, async (row, token) => await WorkOn(row, token));
        return due.Count > 0;
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
            failure = problem is EventNotHandledException ? problem.Message : problem.GetType().Name;
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
                cancellationToken),
            cancellationToken);
    }

    private Instant Now => Instant.FromDateTimeOffset(realTime.GetUtcNow());

    [LoggerMessage(Level = LogLevel.Warning, Message = "Working on {Type} {EventId} failed, attempt {Attempt}")]
    private partial void LogFailed(Exception problem, string type, string eventId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The inbox could not be read or written; it is tried again in ten seconds")]
    private partial void LogStuck(Exception problem);
}

/// <summary>An event could not be answered now, for a reason that may pass.</summary>
/// <param name="reason">Without any text of a message.</param>
public sealed class EventNotHandledException(string reason) : Exception(reason);
