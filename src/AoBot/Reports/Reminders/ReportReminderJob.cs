using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Scheduling;
using AoBot.Updates.Reminders;
using Quartz;

namespace AoBot.Reports.Reminders;

/// <summary>Every ten minutes and at the beginning of each day: what staff are to hear about reports of their own is planned.</summary>
public sealed partial class ReportReminderJob(ReportBook book, WriteGate gate, OutboxSignal signal, ProgramClock clock, ILogger<ReportReminderJob> logger) : IJob
{
    public static readonly JobKey Key = new("report-reminders", Schedules.Housekeeping);

    /// <summary>The same, once a day: whoever plays time forward stops there.</summary>
    public static readonly JobKey DailyKey = new("report-reminders-of-the-day", Schedules.Planning);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await Plan(cancellationToken);
        }
#pragma warning disable CA1031 // The edge of a job: the next one finds what this one did not plan.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(problem);
        }
    }

    internal async Task Plan(CancellationToken cancellationToken)
    {
        await gate.Write(
            async db =>
            {
                if ((await ReminderBook.Switch(db, cancellationToken)).Mode == ReminderMode.Off)
                {
                    return 0;
                }

                var (plans, past) = ReportReminderPolicy.Decide(await book.Read(db, cancellationToken), clock.Now);
                foreach (var (plan, reason) in past)
                {
                    await db.RecordAsPast(plan, reason, clock.Now, cancellationToken);
                }

                foreach (var plan in plans)
                {
                    await db.Plan(plan, clock.Now, cancellationToken);
                }

                return plans.Count;
            },
            cancellationToken);
        signal.Wake();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminders of reports could not be planned; they are tried again in ten minutes")]
    private partial void LogFailed(Exception problem);
}
