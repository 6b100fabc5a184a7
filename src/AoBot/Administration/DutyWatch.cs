using AoBot.Health;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Administration;

/// <summary>
/// Looks every five minutes of real time whether the duties are done, and has staff told once of one that is not. It does not stand on the
/// scheduler, which is one of the things that it watches.
/// </summary>
public sealed partial class DutyWatch(
    IDbContextFactory<AoBotDbContext> contexts,
    WriteGate gate,
    Duties duties,
    Roles roles,
    OutboxSignal signal,
    ProgramClock clock,
    [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime,
    ILogger<DutyWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, realTime);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Look(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped between two looks.
        }
    }

    private async Task Look(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var troubles = DutyPolicy.Troubles(await duties.Read(db, cancellationToken));
            if (troubles.Count > 0)
            {
                await Tell(troubles, clock.Now, cancellationToken);
            }
        }
        catch (Exception problem) when (problem is DbUpdateException or Microsoft.Data.Sqlite.SqliteException)
        {
            // The database is what readiness looks at; the next look comes.
            LogBlind(problem);
        }
    }

    private async Task Tell(IReadOnlyList<Trouble> troubles, Instant now, CancellationToken cancellationToken)
    {
        var planned = await gate.Write(
            async db =>
            {
                var count = 0;
                foreach (var plan in troubles.SelectMany(trouble => roles.Addresses.Select(staff => DutyNotice.Plan(trouble, staff, now))))
                {
                    count += await db.Plan(plan, now, cancellationToken) ? 1 : 0;
                }

                return count;
            },
            cancellationToken);
        if (planned > 0)
        {
            LogUndone(string.Join("; ", troubles.Select(t => t.Words)));
            signal.Wake();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A duty is not done: {Troubles}")]
    private partial void LogUndone(string troubles);

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether the duties are done could not be seen; it is looked again in five minutes")]
    private partial void LogBlind(Exception problem);
}
