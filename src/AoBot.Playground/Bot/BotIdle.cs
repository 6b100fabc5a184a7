using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Playground.Api;
using AoBot.Scheduling;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Quartz;

namespace AoBot.Playground.Bot;

/// <summary>Says when the bot has nothing left to do now: no handler, no event, no job or notice that is due, and no call to the stand-in.</summary>
public sealed class BotIdle(BotHost bot, ApiEndpoint api, [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime, TimeProvider programTime)
{
    /// <summary>What takes longer is not waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <summary>Whether the bot was idle before the patience ended.</summary>
    public async Task<bool> Wait(CancellationToken cancellationToken)
    {
        var services = await bot.Services(cancellationToken);
        var started = realTime.GetTimestamp();
        while (!await IsIdle(services, cancellationToken))
        {
            if (realTime.GetElapsedTime(started) > Patience)
            {
                return false;
            }

            await Task.Delay(Pause, realTime, cancellationToken);
        }

        return true;
    }

    /// <summary>
    /// When the next job is due, or the next notice is to be sent; none where there is neither. Housekeeping is not stopped for: the repository says
    /// itself when something happens in it, and what a look every few minutes would plan is planned wherever the clock stops.
    /// </summary>
    public Task<DateTimeOffset?> NextDue(CancellationToken cancellationToken) => Next(job => job.Group != Schedules.Housekeeping, cancellationToken);

    /// <summary>When the next job is due that people may notice, or the next notice is to be sent.</summary>
    public Task<DateTimeOffset?> NextNoticeable(CancellationToken cancellationToken) => Next(job => job.Group is not (Schedules.Housekeeping or Schedules.Planning), cancellationToken);

    /// <summary>Lets the scheduler and the outbox look at the clock anew: they sleep in real time.</summary>
    public async Task LookAtClock(CancellationToken cancellationToken)
    {
        if (await Services(cancellationToken) is { } services)
        {
            var scheduler = await Scheduler(services, cancellationToken);
            await scheduler.Standby(cancellationToken);
            await scheduler.Start(cancellationToken);
            services.GetRequiredService<OutboxSignal>().Wake();
        }
    }

    private async Task<IServiceProvider?> Services(CancellationToken cancellationToken) => bot.IsStopping ? null : await bot.Services(cancellationToken);

    private static async Task<IScheduler> Scheduler(IServiceProvider services, CancellationToken cancellationToken) =>
        await services.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);

    private async Task<DateTimeOffset?> Next(Func<JobKey, bool> counts, CancellationToken cancellationToken)
    {
        if (await Services(cancellationToken) is not { } services)
        {
            return null;
        }

        var job = await NextDue(await Scheduler(services, cancellationToken), counts, cancellationToken);
        var notice = (await services.GetRequiredService<OutboxDispatcher>().NextPlanned(cancellationToken))?.ToDateTimeOffset();
        return notice < job || job is null ? notice : job;
    }

    private static async Task<DateTimeOffset?> NextDue(IScheduler scheduler, Func<JobKey, bool> counts, CancellationToken cancellationToken)
    {
        DateTimeOffset? next = null;
        foreach (var trigger in (await scheduler.QueryTriggers(new TriggerQuery { Take = PagedQuery.All }, cancellationToken)).Items)
        {
            if (counts(trigger.JobKey) && trigger.NextFireTimeUtc is { } due && (next is null || due < next))
            {
                next = due;
            }
        }

        return next;
    }

    /// <summary>Of a bot that runs elsewhere only its calls can be seen.</summary>
    private async Task<bool> IsIdle(IServiceProvider? services, CancellationToken cancellationToken)
    {
        if (api.UnderWay > 0)
        {
            return false;
        }

        if (services is null || bot.IsStopping)
        {
            return true;
        }

        if (services.GetRequiredService<HandlersAtWork>().Count > 0)
        {
            return false;
        }

        // In this order: what an event or a job plans while it is asked about is seen by the question about the outbox.
        return !await IsEventDue(services, cancellationToken)
            && !await IsJobDue(await Scheduler(services, cancellationToken), cancellationToken)
            && await services.GetRequiredService<OutboxDispatcher>().IsIdle(cancellationToken);
    }

    private async Task<bool> IsEventDue(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync(cancellationToken);
        var now = Instant.FromDateTimeOffset(realTime.GetUtcNow());
        return await db.Inbox.AnyAsync(slackEvent => slackEvent.NextAttemptAt <= now, cancellationToken);
    }

    /// <summary>Asked before and after when the next one is due: one that begins or ends between the questions is seen by one of them.</summary>
    private async Task<bool> IsJobDue(IScheduler scheduler, CancellationToken cancellationToken) =>
        await IsJobAtWork(scheduler, cancellationToken)
        || await NextDue(scheduler, _ => true, cancellationToken) <= programTime.GetUtcNow()
        || await IsJobAtWork(scheduler, cancellationToken);

    private static async Task<bool> IsJobAtWork(IScheduler scheduler, CancellationToken cancellationToken) =>
        (await scheduler.QueryFireInstances(new FireInstanceQuery { State = FireInstanceState.Executing }, cancellationToken)).Items.Count > 0;
}
