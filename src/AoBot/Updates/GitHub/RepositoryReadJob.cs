using AoBot.Updates.Reminders;
using Quartz;

namespace AoBot.Updates.GitHub;

/// <summary>At the start, every ten minutes, and when GitHub says that something happened: who has reported is known, and thanked at once.</summary>
public sealed partial class RepositoryReadJob(RepositoryReader reader, ILogger<RepositoryReadJob> logger) : IJob
{
    public static readonly JobKey Key = new("repository-read", Scheduling.Schedules.Housekeeping);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await reader.ReadNow(cancellationToken);
            await context.Scheduler.TriggerJob(ReminderJob.Key, cancellationToken);
        }
#pragma warning disable CA1031 // The edge of a job: what is known stays, with its age.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The repository could not be read; what is known stays as it is")]
    private partial void LogFailed(Exception problem);
}
