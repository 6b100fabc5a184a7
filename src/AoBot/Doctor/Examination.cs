using AoBot.Persistence;
using AoBot.Slack.Api;
using Humanizer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Doctor;

/// <summary>Looks at everything that AoBot needs to serve a workspace. Changes nothing.</summary>
public sealed class Examination(
    Settings settings,
    SqliteDatabase database,
    IDbContextFactory<AoBotDbContext> contexts,
    ISlackApiClient slack,
    RepositoryExamination repository,
    [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime)
{
    // Slack refuses what is five minutes off; a minute is a clock that drifts.
    private static readonly TimeSpan Drift = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TooFar = TimeSpan.FromMinutes(5);

    public async IAsyncEnumerable<Finding> Examine([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return CheckSettings();
        yield return await CheckDatabase(cancellationToken);
        yield return await repository.Examine(cancellationToken);
        if (settings.BotToken is null)
        {
            yield break;
        }

        var test = await slack.Auth.Test(cancellationToken);
        if (test is not SlackOutcome<AuthTest>.Sent { Response: var auth })
        {
            yield return NoToken(test);
            yield break;
        }

        yield return CheckTeam(auth);
        yield return CheckScopes(auth);
        yield return CheckClock(auth);
        if (settings.ChannelId is { } channel)
        {
            yield return await CheckChannel(channel, cancellationToken);
        }

        if (settings.StaffUserGroupId is { } group)
        {
            yield return await CheckGroup(group, cancellationToken);
        }

        foreach (var user in settings.StaffUserIds)
        {
            yield return await CheckStaff(user, auth, cancellationToken);
        }
    }

    private Finding CheckSettings()
    {
        try
        {
            settings.CheckForServing();
            return Finding.Good("Settings", "everything that serving needs is set");
        }
        catch (ConfigurationException problem)
        {
            return Finding.Bad("Settings", $"{problem.Setting} {problem.Problem}", problem.Cure);
        }
    }

    private async Task<Finding> CheckDatabase(CancellationToken cancellationToken)
    {
        if (!File.Exists(database.FilePath))
        {
            return Finding.Good("Database", $"{database.FilePath} is not there yet; the first start makes it");
        }

        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var health = (await db.Database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check").ToListAsync(cancellationToken))[0];
            if (health != "ok")
            {
                return Finding.Bad("Database", $"{database.FilePath} is damaged ({health})", "stop AoBot, remove the file and those beside it that end in -wal and -shm, and put your last backup in its place");
            }

            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            return pending > 0
                ? Finding.Good("Database", $"{database.FilePath} is sound; the next start brings it up to date ({"migration".ToQuantity(pending)})")
                : Finding.Good("Database", $"{database.FilePath} is sound and up to date");
        }
        catch (SqliteException problem)
        {
            return Finding.Bad("Database", $"{database.FilePath} cannot be read ({problem.Message})", "check its owner and rights, or put your last backup in its place");
        }
    }

    private Finding NoToken(SlackOutcome<AuthTest> test) => test switch
    {
        SlackOutcome<AuthTest>.Refused { Error: AuthError error } => Finding.Bad("Token", $"Slack refuses it ({error.Code})", "copy the token that begins with xoxb- from \"OAuth & Permissions\" into Slack:BotToken"),
        SlackOutcome<AuthTest>.Refused refused => Finding.Bad("Token", $"Slack could not be asked ({refused.Error.Code})", $"check that {settings.ApiUrl} can be reached from here"),
        _ => Finding.Bad("Token", "Slack gave no clear answer", $"check that {settings.ApiUrl} can be reached from here, and try again"),
    };

    private Finding CheckTeam(AuthTest auth) =>
        settings.TeamId is { } team && team != auth.TeamId
            ? Finding.Bad("Workspace", $"the token belongs to {auth.TeamId}, Slack:TeamId says {team}", "set Slack:TeamId to the workspace that AoBot is installed in, or leave it empty")
            : settings.AppId is { } app && auth.AppId is { } actual && app != actual
                ? Finding.Bad("App", $"the token belongs to {actual}, Slack:AppId says {app}", "set Slack:AppId to the app's id under \"Basic Information\", or leave it empty")
                : Finding.Good("Token", $"good, as {auth.User} in {auth.Team}");

    private static Finding CheckScopes(AuthTest auth)
    {
        if (auth.GrantedScopes is not { } granted)
        {
            return Finding.Warning("Scopes", "Slack did not say which the token has", "compare them with README, \"Scopes\"");
        }

        var missing = Scopes.Base.Where(s => !granted.Contains(s.Key, StringComparer.Ordinal)).ToList();
        return missing.Count == 0
            ? Finding.Good("Scopes", $"all {Scopes.Base.Count} are there")
            : Finding.Bad("Scopes", $"{missing.Select(s => $"{s.Key} is missing (without it, not: {s.Value})").Humanize("and")}", "add them under \"OAuth & Permissions\" and install the app again");
    }

    private Finding CheckClock(AuthTest auth)
    {
        if (auth.ServerDate is not { } server)
        {
            return Finding.Warning("Clock", "Slack did not say what time it is", "compare this machine's clock with another");
        }

        var off = (realTime.GetUtcNow() - server).Duration();
        return off >= TooFar ? Finding.Bad("Clock", $"this machine's is {off.Humanize()} off, and everything from Slack is refused", "set the clock; let it follow a time server")
            : off >= Drift ? Finding.Warning("Clock", $"this machine's is {off.Humanize()} off; from five minutes on everything from Slack is refused", "let the clock follow a time server")
            : Finding.Good("Clock", "agrees with Slack's");
    }

    private async Task<Finding> CheckChannel(string channel, CancellationToken cancellationToken) =>
        await slack.Conversations.Info(channel, cancellationToken) switch
        {
            SlackOutcome<SlackConversation>.Sent { Response.IsArchived: true } => Finding.Bad("Channel", $"{channel} is archived", "name the channel that is used now in Program:ChannelId"),
            SlackOutcome<SlackConversation>.Sent { Response.IsMember: false } sent => Finding.Bad("Channel", $"AoBot is not in #{sent.Response.Name}", "type /invite @AoBot there"),
            SlackOutcome<SlackConversation>.Sent sent => Finding.Good("Channel", $"AoBot is in #{sent.Response.Name}"),
            SlackOutcome<SlackConversation>.Refused { Error: NotFound } => Finding.Bad("Channel", $"AoBot does not see {channel}", "check Program:ChannelId; type /invite @AoBot in that channel"),
            SlackOutcome<SlackConversation>.Refused refused => Finding.Bad("Channel", $"{channel} could not be asked about ({refused.Error.Code})", "look at the other findings first, then try again"),
            _ => Finding.Warning("Channel", $"{channel} could not be asked about", "try again"),
        };

    private async Task<Finding> CheckGroup(string group, CancellationToken cancellationToken) =>
        await slack.Usergroups.UsersList(group, cancellationToken) switch
        {
            SlackOutcome<IReadOnlyList<string>>.Sent { Response.Count: 0 } => Finding.Warning("Staff group", $"nobody is in {group}", "add staff to the group in Slack, or list them in Program:StaffUserIds"),
            SlackOutcome<IReadOnlyList<string>>.Sent sent => Finding.Good("Staff group", $"{"person".ToQuantity(sent.Response.Count)} in {group}"),
            SlackOutcome<IReadOnlyList<string>>.Refused { Error: AuthError { Code: "missing_scope" } } => Finding.Bad("Staff group", $"{group} cannot be read without the scope usergroups:read", "add usergroups:read under \"OAuth & Permissions\" and install the app again, or list the staff in Program:StaffUserIds"),
            SlackOutcome<IReadOnlyList<string>>.Refused { Error: NotFound } => Finding.Bad("Staff group", $"Slack knows no {group}", "correct Program:StaffUserGroupId"),
            _ => Finding.Warning("Staff group", $"{group} could not be asked about", "look at the other findings first, then try again"),
        };

    private async Task<Finding> CheckStaff(string user, AuthTest auth, CancellationToken cancellationToken) =>
        await slack.Users.Info(user, cancellationToken) switch
        {
            SlackOutcome<SlackUser>.Sent { Response: { Deleted: true } } => Finding.Warning("Staff", $"{user} is deactivated", "take them out of Program:StaffUserIds"),
            SlackOutcome<SlackUser>.Sent { Response: { IsBot: true } } => Finding.Warning("Staff", $"{user} is a bot", "take it out of Program:StaffUserIds"),
            SlackOutcome<SlackUser>.Sent { Response: var person } when person.IsRestricted || person.IsUltraRestricted || person.IsStranger || (person.TeamId is { } team && team != auth.TeamId) =>
                Finding.Warning("Staff", $"{user} is a guest or from another workspace and gets the public's answers", "staff are full members of this workspace; take them out of Program:StaffUserIds"),
            SlackOutcome<SlackUser>.Sent => Finding.Good("Staff", $"{user} is a full member"),
            SlackOutcome<SlackUser>.Refused { Error: NotFound } => Finding.Warning("Staff", $"Slack knows no {user}", "correct Program:StaffUserIds"),
            _ => Finding.Warning("Staff", $"{user} could not be asked about", "look at the other findings first, then try again"),
        };
}
