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

    /// <summary>The name that people see; <paramref name="otherwise"/> where Slack does not tell.</summary>
    public async Task<string> NameOf(string userId, string? otherwise, CancellationToken cancellationToken) =>
        (await Find(userId, cancellationToken))?.Name ?? otherwise ?? "somebody";

    /// <summary>What is known of a person, asked of Slack where it is not known or a day old. None where Slack knows nobody.</summary>
    public async Task<Person?> Find(string userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.SlackId == userId, cancellationToken);
        var now = Instant.FromDateTimeOffset(realTime.GetUtcNow());
        return known is not null && known.RefreshedAt > now - Fresh
            ? known
            : await Refresh(userId, now, cancellationToken) ?? known;
    }

    private static string NameOf(SlackUser user) =>
        new[] { user.Profile?.DisplayName, user.Profile?.RealName, user.RealName, user.Name }.FirstOrDefault(n => !string.IsNullOrWhiteSpace(n)) ?? user.Id;

    private async Task<Person?> Refresh(string userId, Instant now, CancellationToken cancellationToken)
    {
        if (await slack.Users.Info(userId, cancellationToken) is not SlackOutcome<SlackUser>.Sent { Response: var user })
        {
            return null;
        }

        var fresh = new Person
        {
            SlackId = userId,
            Name = NameOf(user),
            ZoneId = user.Tz,
            IsFullMember = user is { Deleted: false, IsBot: false, IsRestricted: false, IsUltraRestricted: false, IsStranger: false } && (settings.TeamId is null || user.TeamId is null || user.TeamId == settings.TeamId),
            RefreshedAt = now,
        };
        return await gate.Write(
            async db =>
            {
                var row = await db.People.FindAsync([userId], cancellationToken);
                if (row is null)
                {
                    db.Add(fresh);
                    return fresh;
                }

                (row.Name, row.ZoneId, row.IsFullMember, row.RefreshedAt) = (fresh.Name, fresh.ZoneId, fresh.IsFullMember, fresh.RefreshedAt);
                return row;
            },
            cancellationToken);
    }
}
