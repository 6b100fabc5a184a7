using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Outbox;

/// <summary>
/// Sends what is due, oldest first, several at once and never two to one recipient, so that a failing one delays nobody; and looks for what is
/// uncertain. It is woken by a signal, and looks now and then in any case.
/// </summary>
public sealed partial class OutboxDispatcher(
    IDbContextFactory<AoBotDbContext> contexts,
    NoticeRows rows,
    NoticeSender sender,
    NoticeSearch search,
    SenderStop stop,
    OutboxSignal signal,
    ProgramClock clock,
    [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime,
    ILogger<OutboxDispatcher> logger) : BackgroundService
{
    // Slack takes far fewer edits and looks a minute than messages: whoever waits for those holds up no message.
    private static readonly Dictionary<Work, int> AtOnce = new() { [Work.Post] = 16, [Work.Edit] = 4, [Work.Look] = 4 };

    // Many may be due for one recipient; that many are looked at to find others.
    private const int LookedAt = 64;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    // What Slack is being told when the stop comes is told to its end: half a call may have been heard.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Dictionary<long, UnderWay> _underWay = [];
    private volatile bool _mustRecover = true;

    /// <summary>Begins everything that is due now and can be begun, and says how much that was.</summary>
    internal async Task<int> Round(CancellationToken cancellationToken)
    {
        await Forget();
        if (_mustRecover)
        {
            _mustRecover = false;
            await rows.Recover([.. _underWay.Keys], cancellationToken);
        }

        if (!await stop.IsOpen(cancellationToken))
        {
            return 0;
        }

        var begun = 0;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        foreach (var work in Enum.GetValues<Work>())
        {
            (int Begun, bool IsMore) batch;
            do
            {
                batch = await Begin(db, work, cancellationToken);
                begun += batch.Begun;
            }
            while (batch is { Begun: > 0, IsMore: true });
        }

        return begun;
    }

    /// <summary>Until what was begun has ended.</summary>
    internal async Task Settled()
    {
        await Task.WhenAll(_underWay.Values.Select(u => u.Task));
        await Forget();
    }

    /// <summary>Whether nothing is due to be sent and nothing is being sent. What is uncertain settles by itself, in real time, and does not count.</summary>
    public async Task<bool> IsIdle(CancellationToken cancellationToken)
    {
        if (stop.Reason is not null)
        {
            return true;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // In this order: what is claimed between the questions is seen by the last.
        return !await Due(db, Work.Post).AnyAsync(cancellationToken)
            && !await Due(db, Work.Edit).AnyAsync(cancellationToken)
            && !await db.Notices.AnyAsync(n => n.State == NoticeState.Sending || (n.State == NoticeState.Planned && n.ClaimedAt != null), cancellationToken);
    }

    /// <summary>When the next notice is planned for, by the program's clock; none where there is none.</summary>
    public async Task<Instant?> NextPlanned(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Notices.Where(n => n.State == NoticeState.Planned && n.NotBefore > now).MinAsync(n => (Instant?)n.NotBefore, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var working = new CancellationTokenSource(Timeout.InfiniteTimeSpan, realTime);
        await using var stopping = stoppingToken.Register(() => working.CancelAfter(Grace));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var (now, realNow) = (clock.Now, rows.RealNow);
                await Round(working.Token);
                await WaitForMore(now, realNow, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // Stopped between two rounds.
            }
            catch (Exception problem) when (problem is DbUpdateException or Microsoft.Data.Sqlite.SqliteException)
            {
                // The rows are still there; without the pause a full disk would spin.
                LogStuck(problem);
                _mustRecover = true;
                await Task.Delay(Idle, realTime, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Settled();
    }

    /// <returns>How many were begun, and whether there may be others than those that were looked at.</returns>
    private async Task<(int Begun, bool IsMore)> Begin(AoBotDbContext db, Work work, CancellationToken cancellationToken)
    {
        var free = AtOnce[work] - _underWay.Values.Count(u => u.Work == work);
        if (free <= 0)
        {
            return (0, false);
        }

        // Most rounds find nobody busy, and the SQL of a question with a list of texts is written anew each time.
        var busy = _underWay.Values.Select(u => u.Recipient).ToList();
        var isDue = busy.Count == 0 ? Due(db, work) : Due(db, work).Where(n => !busy.Contains(n.Recipient));
        var due = await isDue
            .OrderBy(n => n.NotBefore).ThenBy(n => n.Id)
            .Select(n => new { n.Id, n.Recipient })
            .Take(LookedAt)
            .ToListAsync(cancellationToken);

        // The round may have begun before it came out that Slack does not let AoBot in.
        if (stop.Reason is not null)
        {
            return (0, false);
        }

        var chosen = due.DistinctBy(n => n.Recipient, StringComparer.Ordinal).Take(free).ToList();
        foreach (var notice in chosen)
        {
            _underWay.Add(notice.Id, new UnderWay(work, notice.Recipient, WorkOn(notice.Id, work, cancellationToken)));
        }

        return (chosen.Count, due.Count == LookedAt);
    }

    private IQueryable<Notice> Due(AoBotDbContext db, Work work)
    {
        var (now, realNow) = (clock.Now, rows.RealNow);
        var isAllowed = db.Notices.AsNoTracking().Where(n => n.NextAttemptAt == null || n.NextAttemptAt <= realNow);
        var isPlanned = isAllowed.Where(n => n.State == NoticeState.Planned && n.ClaimedAt == null && n.NotBefore <= now);
        return work switch
        {
            Work.Post => isPlanned.Where(n => n.EditsId == null),

            // After its original is settled, and after the edits that were planned before it.
            Work.Edit => isPlanned.Where(n => n.EditsId != null
                && !db.Notices.Any(o => (o.Id == n.EditsId || (o.EditsId == n.EditsId && o.Id < n.Id))
                    && (o.State == NoticeState.Planned || o.State == NoticeState.Sending || o.State == NoticeState.Unknown))),
            _ => isAllowed.Where(n => n.State == NoticeState.Unknown),
        };
    }

    private async Task WorkOn(long id, Work work, CancellationToken cancellationToken)
    {
        try
        {
            await (work == Work.Look ? search.Look(id, cancellationToken) : sender.Send(id, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped; the row says how far it came.
        }
#pragma warning disable CA1031 // The edge of the work on a notice: whatever went wrong is kept with its row, and the others go on.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogFailed(problem, id);
            await Keep(id, problem);
        }
    }

    /// <summary>What failed before Slack was asked is tried again later; what failed after it is uncertain, as if the process had ended.</summary>
    private async Task Keep(long id, Exception problem)
    {
        try
        {
            await rows.Failed(id, problem.GetType().Name);
        }
        catch (Exception again) when (again is DbUpdateException or Microsoft.Data.Sqlite.SqliteException)
        {
            LogStuck(again);
            _mustRecover = true;
        }
    }

    /// <summary>Until something is planned, done, or due; and now and then in any case, as another process may have planned something.</summary>
    private async Task WaitForMore(Instant now, Instant realNow, CancellationToken stoppingToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var wait = await UntilNext(now, realNow, stoppingToken);
        await Task.WhenAny([signal.Woken.WaitToReadAsync(enough.Token).AsTask(), Task.Delay(wait, realTime, enough.Token), .. _underWay.Values.Select(u => u.Task)]);
        await enough.CancelAsync();
        signal.Woken.TryRead(out _);
    }

    /// <summary>How long until something is due that was not when the round began.</summary>
    private async Task<TimeSpan> UntilNext(Instant now, Instant realNow, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var planned = await db.Notices.Where(n => n.State == NoticeState.Planned && n.NotBefore > now).MinAsync(n => (Instant?)n.NotBefore, cancellationToken);
        var again = await db.Notices.Where(n => (n.State == NoticeState.Planned || n.State == NoticeState.Unknown) && n.NextAttemptAt > realNow).MinAsync(n => n.NextAttemptAt, cancellationToken);
        var next = new[] { planned - clock.Now, again - rows.RealNow, Duration.FromTimeSpan(Idle) }.OfType<Duration>().Min();

        // A timer that is early by a fraction would find nothing due yet.
        return Duration.Max(next, Duration.Zero).ToTimeSpan() + TimeSpan.FromMilliseconds(1);
    }

    private async Task Forget()
    {
        foreach (var (id, ended) in _underWay.Where(u => u.Value.Task.IsCompleted).ToList())
        {
            _underWay.Remove(id);
            await ended.Task;
        }
    }

    private enum Work
    {
        Post,
        Edit,
        Look,
    }

    private sealed record UnderWay(Work Work, string Recipient, Task Task);

    [LoggerMessage(Level = LogLevel.Error, Message = "Notice {Id} could not be worked on")]
    private partial void LogFailed(Exception problem, long id);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read or written; it is tried again in ten seconds")]
    private partial void LogStuck(Exception problem);
}
