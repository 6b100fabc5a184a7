using AoBot.Persistence;
using AoBot.Playground.Api;
using AoBot.Scheduling;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Quartz;

namespace AoBot.Playground.Bot;

/// <summary>Says when the bot has nothing left to do now: no handler, no event, no job that is due, and no call to the stand-in.</summary>
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

    /// <summary>When the next job is due; none where there is none.</summary>
    public async Task<DateTimeOffset?> NextDue(CancellationToken cancellationToken) =>
        await Scheduler(cancellationToken) is { } scheduler ? await NextDue(scheduler, _ => true, cancellationToken) : null;

    /// <summary>When the next job is due that people may notice.</summary>
    public async Task<DateTimeOffset?> NextNoticeable(CancellationToken cancellationToken) =>
        await Scheduler(cancellationToken) is { } scheduler ? await NextDue(scheduler, job => job.Group != Schedules.Housekeeping, cancellationToken) : null;

    /// <summary>Lets the scheduler look at the clock anew: it sleeps in real time.</summary>
    public async Task LookAtClock(CancellationToken cancellationToken)
    {
        if (await Scheduler(cancellationToken) is { } scheduler)
        {
            await scheduler.Standby(cancellationToken);
            await scheduler.Start(cancellationToken);
        }
    }

    private async Task<IScheduler?> Scheduler(CancellationToken cancellationToken) =>
        !bot.IsStopping && await bot.Services(cancellationToken) is { } services ? await services.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken) : null;

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

        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
        if (await NextDue(scheduler, _ => true, cancellationToken) <= programTime.GetUtcNow() || (await scheduler.QueryFireInstances(new FireInstanceQuery { State = FireInstanceState.Executing }, cancellationToken)).Items.Count > 0)
        {
            return false;
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync(cancellationToken);
        var now = Instant.FromDateTimeOffset(realTime.GetUtcNow());
        return !await db.Inbox.AnyAsync(slackEvent => slackEvent.NextAttemptAt <= now, cancellationToken);
    }
}
