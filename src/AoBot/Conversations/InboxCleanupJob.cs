using AoBot.Persistence;
using AoBot.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Quartz;

namespace AoBot.Conversations;

/// <summary>Each night: what Slack sent is forgotten four days after it was dealt with; only that it was stays.</summary>
public sealed partial class InboxCleanupJob(WriteGate gate, [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime, ILogger<InboxCleanupJob> logger) : IJob
{
    public static readonly JobKey Key = new("inbox-cleanup", Schedules.Housekeeping);

    private static readonly Duration Kept = Duration.FromDays(4);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await Clean(cancellationToken);
        }
#pragma warning disable CA1031 // The edge of a job: the next night does the same work.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(problem);
        }
    }

    /// <summary>Also what was given up keeps its row and its reason, but not its text.</summary>
    public Task<int> Clean(CancellationToken cancellationToken)
    {
        var before = Instant.FromDateTimeOffset(realTime.GetUtcNow()) - Kept;
        return gate.Write(
            db => db.Inbox
                .Where(e => e.Payload != null && e.NextAttemptAt == null && e.ReceivedAt < before)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.Payload, (string?)null), cancellationToken),
            cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The inbox was not cleaned; the next night does it")]
    private partial void LogFailed(Exception problem);
}
