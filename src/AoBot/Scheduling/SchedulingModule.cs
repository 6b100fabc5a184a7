using Quartz;

namespace AoBot.Scheduling;

/// <summary>Quartz among the services. On SQLite the schedule lives in memory and is declared in code: the rows are the truth.</summary>
public static class SchedulingModule
{
    public static void AddSchedules(this IServiceCollection services, Action<Schedules> declare)
    {
        services.AddQuartz(quartz => declare(new Schedules(quartz)));
        services.AddQuartzHostedService(options =>
        {
            options.AwaitApplicationStarted = true;
            options.WaitForJobsToComplete = true;
        });
    }
}

/// <summary>How a job is scheduled. Every trigger names its zone: the machine's own duties go by UTC.</summary>
/// <param name="quartz">Where the jobs are declared.</param>
public sealed class Schedules(IQuartzBuilder quartz)
{
    /// <summary>The group of jobs that keep the bot in order and of which nobody is told.</summary>
    public const string Housekeeping = "housekeeping";

    /// <summary>The group of daily jobs that only plan what is to be said: nobody is told of them, but whoever plays time forward stops there.</summary>
    public const string Planning = "planning";

    /// <param name="key">The job's name, for logs and health.</param>
    /// <param name="atHour">0 to 23, UTC.</param>
    /// <param name="minute">0 to 59.</param>
    public Schedules Daily<TJob>(JobKey key, int atHour, int minute)
        where TJob : class, IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(key).DisallowConcurrentExecution());
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithCronSchedule($"0 {minute} {atHour} * * ?", cron => cron.InTimeZone(TimeZoneInfo.Utc)));
        return this;
    }

    /// <summary>Once a day by the clocks of a zone. An hour that a change of the clock leaves out is the first instant after it.</summary>
    /// <param name="key">The job's name, for logs and health.</param>
    /// <param name="zone">An IANA name.</param>
    /// <param name="atHour">0 to 23.</param>
    /// <param name="minute">0 to 59.</param>
    public Schedules DailyIn<TJob>(JobKey key, string zone, int atHour, int minute)
        where TJob : class, IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(key).DisallowConcurrentExecution());
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithCronSchedule($"0 {minute} {atHour} * * ?", cron => cron.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone))));
        return this;
    }

    /// <summary>Once a day by UTC, and once when the bot starts.</summary>
    public Schedules AtStartAndDaily<TJob>(JobKey key, int atHour, int minute)
        where TJob : class, IJob
    {
        Daily<TJob>(key, atHour, minute);
        quartz.AddTrigger(trigger => trigger.ForJob(key).StartNow());
        return this;
    }

    /// <summary>Once when the bot starts, and from then on again and again; what was missed is done at once, and once.</summary>
    /// <param name="key">The job's name, for logs and health.</param>
    /// <param name="minutes">Between two firings.</param>
    public Schedules AtStartAndEvery<TJob>(JobKey key, int minutes)
        where TJob : class, IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(key).DisallowConcurrentExecution());
        quartz.AddTrigger(trigger => trigger.ForJob(key).StartNow().WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(minutes)).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)));
        return this;
    }
}
