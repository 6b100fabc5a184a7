using AoBot.Scheduling;
using Quartz;

namespace AoBot.People;

/// <summary>At the start and each night: staff who are guests, from elsewhere or gone are not treated as staff.</summary>
public sealed partial class StaffRefreshJob(Settings settings, PeopleDirectory people, Roles roles, ILogger<StaffRefreshJob> logger) : IJob
{
    public static readonly JobKey Key = new("staff-refresh", Schedules.Housekeeping);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // What was known last counts at once, also while Slack cannot be asked.
            await Apply(cancellationToken);
            if (settings.StaffUserGroupId is { } group && await people.RefreshStaffGroup(group, cancellationToken) is { } failure)
            {
                LogGroupNotRead(group, failure);
            }

            foreach (var id in settings.StaffUserIds)
            {
                if (await people.Find(id, cancellationToken, afresh: true) is { IsFullMember: false })
                {
                    LogNotFullMember(id);
                }
            }

            await Apply(cancellationToken);
        }
#pragma warning disable CA1031 // The edge of a job: who is staff stays as it was last known.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(problem);
        }
    }

    private async Task Apply(CancellationToken cancellationToken) =>
        roles.Know(await people.StaffGroup(cancellationToken), await people.NotFullMembers(cancellationToken));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The staff group {Group} could not be asked of Slack ({Failure}): the app needs the scope usergroups:read, and the group must exist. Those who were known stay")]
    private partial void LogGroupNotRead(string group, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{User} of Program:StaffUserIds is no full member of this workspace and gets the public's answers")]
    private partial void LogNotFullMember(string user);

    [LoggerMessage(Level = LogLevel.Error, Message = "Who is staff could not be asked of Slack; it stays as it was last known")]
    private partial void LogFailed(Exception problem);
}
