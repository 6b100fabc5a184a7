using AoBot.People;
using AoBot.Persistence;
using AoBot.Scheduling;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace AoBot.Engagements;

/// <summary>At the start and each night: who of the contacts is gone from Slack is known, so that staff hear of it before a reminder is due.</summary>
public sealed partial class ContactRefreshJob(IDbContextFactory<AoBotDbContext> contexts, PeopleDirectory people, ProgramClock clock, ILogger<ContactRefreshJob> logger) : IJob
{
    public static readonly JobKey Key = new("contact-refresh", Schedules.Housekeeping);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var today = clock.Today;
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var living = (await RosterTable.Read(db, cancellationToken)).Rows.Where(r => r.LivesOn(today));
            foreach (var id in living.SelectMany(r => r.Contacts.Append(r.StaffOwner)).OfType<string>().Where(NamedPerson.IsSlackId).Distinct(StringComparer.Ordinal))
            {
                await people.Find(id, cancellationToken, afresh: true);
            }
        }
#pragma warning disable CA1031 // The edge of a job: who is gone stays as it was last known.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Who of the contacts is gone could not be asked of Slack; it stays as it was last known")]
    private partial void LogFailed(Exception problem);
}
