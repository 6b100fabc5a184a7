using AoBot.Scheduling;
using Quartz;

namespace AoBot.Updates.Reminders;

/// <summary>Every ten minutes and at the beginning of each day: what is to be said about updates is planned. Whatever it missed it finds the next time.</summary>
public sealed partial class ReminderJob(ReminderPlanning planning, ILogger<ReminderJob> logger) : IJob
{
    public static readonly JobKey Key = new("reminders", Schedules.Housekeeping);

    /// <summary>The same, once a day: whoever plays time forward stops there.</summary>
    public static readonly JobKey DailyKey = new("reminders-of-the-day", Schedules.Planning);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var planned = await planning.Plan(cancellationToken);
            if (planned.Count > 0)
            {
                LogPlanned(planned.Count);
            }
        }
#pragma warning disable CA1031 // The edge of a job: the next one finds what this one did not plan.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Planned} notices about updates were planned")]
    private partial void LogPlanned(int planned);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminders could not be planned; they are tried again in ten minutes")]
    private partial void LogFailed(Exception problem);
}
