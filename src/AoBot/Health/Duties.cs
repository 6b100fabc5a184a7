using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Updates.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Quartz;

namespace AoBot.Health;

/// <summary>Looks how the duties stand: events, messages, the repository, the jobs.</summary>
public sealed class Duties(ISchedulerFactory schedulers, SenderStop stop, Settings settings, ProgramClock clock, [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime)
{
    // Made when AoBot starts to serve.
    private readonly Instant _started = Instant.FromDateTimeOffset(realTime.GetUtcNow());

    public async Task<DutyFacts> Read(AoBotDbContext db, CancellationToken cancellationToken)
    {
        var waiting = db.Inbox.Where(e => e.NextAttemptAt != null);
        var oldest = await waiting.MinAsync(e => (Instant?)e.ReceivedAt, cancellationToken);
        var (now, realNow) = (clock.Now, Instant.FromDateTimeOffset(realTime.GetUtcNow()));
        var read = await db.Set<RepositoryRead>().AsNoTracking().Select(r => new { r.ReadAt, r.Failure, r.Progress }).FirstOrDefaultAsync(cancellationToken);
        var notices = await db.Notices
            .Where(n => n.State == NoticeState.Planned || n.State == NoticeState.Sending || n.State == NoticeState.Unknown || n.State == NoticeState.Dead)
            .GroupBy(n => n.State)
            .Select(g => new { State = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.State, g => g.Count, cancellationToken);
        return new DutyFacts(
            now,
            await waiting.CountAsync(cancellationToken),
            oldest is { } since ? realNow - since : Duration.Zero,

            // Until its text is forgotten, after four days: nothing can be done about it any more then.
            await db.Inbox.CountAsync(e => e.NextAttemptAt == null && e.DoneAt == null && e.Payload != null, cancellationToken),
            stop.Reason,
            notices,
            await db.Notices
                .Where(n => n.NotBefore < now && (n.State == NoticeState.Planned || n.State == NoticeState.Sending || n.State == NoticeState.Unknown))
                .MinAsync(n => (Instant?)n.NotBefore, cancellationToken),
            read?.ReadAt,
            read?.Failure,
            await Jobs(cancellationToken))
        {
            NeverRead = settings.GitHubRepository is null || read?.ReadAt is not null ? null : new NeverRead(_started, realNow - _started, read?.Progress),
        };
    }

    private async Task<IReadOnlyList<JobRuns>> Jobs(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var triggers = (await scheduler.QueryTriggers(new TriggerQuery { Take = PagedQuery.All }, cancellationToken)).Items;
        return
        [
            .. triggers.GroupBy(t => t.JobKey).OrderBy(g => g.Key.Name, StringComparer.Ordinal).Select(g => new JobRuns(
                g.Key.Name,
                At(g.Max(t => t.PreviousFireTimeUtc)),
                At(g.Min(t => t.NextFireTimeUtc)))),
        ];
    }

    private static Instant? At(DateTimeOffset? at) => at is { } instant ? Instant.FromDateTimeOffset(instant) : null;
}
