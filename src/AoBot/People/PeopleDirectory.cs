using AoBot.Persistence;
using AoBot.Slack.Api;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.People;

/// <summary>Who is who, as Slack tells it; kept, and asked anew after a day.</summary>
public sealed class PeopleDirectory(
    Settings settings,
    IDbContextFactory<AoBotDbContext> contexts,
    WriteGate gate,
    ISlackApiClient slack,
    [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime)
{
    private static readonly Duration Fresh = Duration.FromDays(1);
    private string? _homeTeam;

    /// <summary>The name that people see; <paramref name="otherwise"/> where Slack does not tell.</summary>
    public async Task<string> NameOf(string userId, string? otherwise, CancellationToken cancellationToken) =>
        await Find(userId, cancellationToken) is { Name: not Person.Unknown } person ? person.Name : otherwise ?? Person.Unknown;

    /// <summary>What is known of a person, asked of Slack where it is not known, a day old, or asked for <paramref name="afresh"/>. None where Slack knows nobody.</summary>
    public async Task<Person?> Find(string userId, CancellationToken cancellationToken, bool afresh = false)
    {
        var known = afresh ? null : await Known(userId, cancellationToken);
        var now = Instant.FromDateTimeOffset(realTime.GetUtcNow());
        return known?.RefreshedAt > now - Fresh
            ? known
            : await Refresh(userId, now, cancellationToken) ?? known ?? await Known(userId, cancellationToken);
    }

    private static string NameOf(SlackUser user) =>
        new[] { user.Profile?.DisplayName, user.Profile?.RealName, user.RealName, user.Name }.FirstOrDefault(n => !string.IsNullOrWhiteSpace(n)) ?? user.Id;

    /// <summary>Those of staff of whom Slack once said that they are guests, from elsewhere, or gone.</summary>
    public async Task<IReadOnlyList<string>> NotFullMembers(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.People.Where(p => !p.IsFullMember).Select(p => p.SlackId).ToListAsync(cancellationToken);
    }

    /// <summary>Whom Slack last named as members of the staff group; nobody while there is none.</summary>
    public async Task<IReadOnlyList<string>> StaffGroup(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return settings.StaffUserGroupId is null ? [] : await db.People.Where(p => p.IsInStaffGroup).Select(p => p.SlackId).ToListAsync(cancellationToken);
    }

    /// <summary>Asks Slack who is in the staff group, and keeps it. Where Slack cannot be asked, those who were known stay.</summary>
    /// <returns>Why it could not be asked, as Slack names it; none when it could.</returns>
    public async Task<string?> RefreshStaffGroup(string groupId, CancellationToken cancellationToken)
    {
        var outcome = await slack.Usergroups.UsersList(groupId, cancellationToken);
        if (outcome is not SlackOutcome<IReadOnlyList<string>>.Sent { Response: var members })
        {
            return outcome is SlackOutcome<IReadOnlyList<string>>.Refused refused ? refused.Error.Code : "no clear answer";
        }

        foreach (var member in members)
        {
            await Find(member, cancellationToken, afresh: true);
        }

        await gate.Write(db => db.People.ExecuteUpdateAsync(set => set.SetProperty(p => p.IsInStaffGroup, p => members.Contains(p.SlackId)), cancellationToken), cancellationToken);
        return null;
    }

    /// <summary>The workspace that the token belongs to: the one that staff are members of.</summary>
    private async Task<string?> HomeTeam(CancellationToken cancellationToken) =>
        _homeTeam ??= await slack.Auth.Test(cancellationToken) is SlackOutcome<AuthTest>.Sent { Response.TeamId: var team } ? team : settings.TeamId;

    private async Task<Person?> Known(string userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.SlackId == userId, cancellationToken);
    }

    private async Task<Person?> Refresh(string userId, Instant now, CancellationToken cancellationToken)
    {
        if (await Ask(userId, now, cancellationToken) is not { } fresh)
        {
            return null;
        }

        return await gate.Write(
            async db =>
            {
                var row = await db.People.FindAsync([userId], cancellationToken);
                if (row is null)
                {
                    db.Add(fresh);
                    return fresh;
                }

                (row.Name, row.ZoneId, row.IsFullMember, row.IsGone, row.RefreshedAt) = (fresh.Name, fresh.ZoneId, fresh.IsFullMember, fresh.IsGone, fresh.RefreshedAt);
                return row;
            },
            cancellationToken);
    }

    /// <summary>What Slack says of somebody now; none where it cannot be asked, or does not show them.</summary>
    private async Task<Person?> Ask(string userId, Instant now, CancellationToken cancellationToken) => await slack.Users.Info(userId, cancellationToken) switch
    {
        SlackOutcome<SlackUser>.Sent { Response: var user } => new Person
        {
            SlackId = userId,
            Name = NameOf(user),
            ZoneId = user.Tz,
            IsFullMember = user is { Deleted: false, IsBot: false, IsRestricted: false, IsUltraRestricted: false, IsStranger: false } && (user.TeamId is null || user.TeamId == await HomeTeam(cancellationToken)),
            IsGone = user.Deleted,
            RefreshedAt = now,
        },
        SlackOutcome<SlackUser>.Refused { Error: NotFound { Code: "user_not_found" } } => new Person { SlackId = userId, Name = Person.Unknown, IsFullMember = false, IsGone = true, RefreshedAt = now },
        _ => null,
    };
}
