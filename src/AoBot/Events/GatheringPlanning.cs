using AoBot.Engagements;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events;

/// <summary>Makes rows of what the policy says, within a change of the database; and lets messages that stand follow what changes.</summary>
public sealed class GatheringPlanning(Settings settings, ProgramClock clock)
{
    /// <summary>What the program goes by, whoever reads it.</summary>
    public GatheringRules Rules => RulesOf(clock) with { ChannelId = settings.ChannelId };

    public static GatheringRules RulesOf(ProgramClock clock) => new(null, clock.Zone, clock.WorkingDays, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Plans what is not planned yet. What would have been said before now, and cannot be any more, is noted as passed over.</summary>
    public async Task Plan(AoBotDbContext db, Occurrence occurrence, CancellationToken cancellationToken) =>
        await Add(db, GatheringPolicy.Plan(occurrence, await RulesFor(db, occurrence.Invitees, cancellationToken), clock.Now), cancellationToken);

    /// <summary>The same for some invitees alone, whose answers changed.</summary>
    public async Task Plan(AoBotDbContext db, Occurrence occurrence, IReadOnlyCollection<Invitee> invitees, CancellationToken cancellationToken)
    {
        var rules = await RulesFor(db, invitees, cancellationToken);
        await Add(db, invitees.SelectMany(i => GatheringPolicy.PlanFor(occurrence, i, rules, clock.Now)), cancellationToken);
    }

    /// <summary>Plans of these what was not planned before.</summary>
    /// <returns>How many.</returns>
    public async Task<int> Add(AoBotDbContext db, IEnumerable<NoticePlan> wanted, CancellationToken cancellationToken)
    {
        var plans = wanted.ToList();
        var keys = plans.ConvertAll(p => p.Key);
        var known = await db.Notices.Where(n => keys.Contains(n.Key)).Select(n => n.Key).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        foreach (var plan in plans.Where(p => !known.Contains(p.Key)))
        {
            _ = plan.UselessAfter <= clock.Now
                ? await db.RecordAsPast(plan, "its time was over", clock.Now, cancellationToken)
                : await db.Plan(plan, clock.Now, cancellationToken);
        }

        return plans.Count - known.Count;
    }

    /// <summary>The contacts of the engagements that live on the day, once each; an address stands for a person whom the host has to ask.</summary>
    public static async Task Invite(AoBotDbContext db, Occurrence occurrence, CancellationToken cancellationToken)
    {
        var known = occurrence.Invitees.Select(i => i.SlackId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var row in (await RosterTable.Read(db, cancellationToken)).Rows.Where(r => r.LivesOn(occurrence.Day)))
        {
            foreach (var contact in row.Contacts.Where(c => c != Person.Former))
            {
                var isInSlack = NamedPerson.IsSlackId(contact);
                if (!isInSlack && row.Contacts.Any(NamedPerson.IsSlackId))
                {
                    continue;
                }

                if (known.Add(isInSlack ? contact : $"{row.Key}, by mail"))
                {
                    occurrence.Invitees.Add(new Invitee { SlackId = isInSlack ? contact : null, GuestName = isInSlack ? null : $"{row.Name}, by mail", Partner = row.Key, Ecosystem = row.Ecosystem });
                }
            }
        }
    }

    /// <summary>Lets the messages that stand in Slack, or are on their way, show the gathering as it is: each at most once in three seconds, and at last as it is then.</summary>
    /// <param name="db">Within a change.</param>
    /// <param name="which">Which of the notices.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task Refresh(AoBotDbContext db, IQueryable<Notice> which, CancellationToken cancellationToken)
    {
        var messages = await which
            .Where(n => n.EditsId == null && (n.State == NoticeState.Sent || n.State == NoticeState.Sending || n.State == NoticeState.Unknown || (n.State == NoticeState.Planned && n.ClaimedAt != null)))
            .Select(n => new { n.Id, n.Recipient })
            .ToListAsync(cancellationToken);
        var ids = messages.ConvertAll(m => (long?)m.Id);
        var edits = await db.Notices.Where(n => ids.Contains(n.EditsId))
            .GroupBy(n => n.EditsId)
            .Select(e => new { e.Key, Count = e.Count(), Last = e.Max(n => n.NotBefore), Open = e.Count(n => n.State == NoticeState.Planned && n.ClaimedAt == null) })
            .ToDictionaryAsync(e => e.Key!.Value, cancellationToken);
        foreach (var message in messages)
        {
            var before = edits.GetValueOrDefault(message.Id);

            // One that has not been begun will show what is true then.
            if (before is { Open: > 0 })
            {
                continue;
            }

            var at = before is null ? clock.Now : Instant.Max(clock.Now, before.Last + GatheringEditNotice.Between);
            await db.Plan(new NoticePlan($"{GatheringEditNotice.KindName}/{message.Id}/{(before?.Count ?? 0) + 1}", GatheringEditNotice.KindName, message.Recipient, at) { EditsId = message.Id }, clock.Now, cancellationToken);
        }
    }

    /// <summary>All messages about an occurrence that follow it: announcements, invitations, the host's list.</summary>
    public static IQueryable<Notice> MessagesOf(AoBotDbContext db, Occurrence occurrence)
    {
        var (announcement, invitation, board) = ($"{AnnouncementNotice.KindName}/{occurrence.GatheringId}/{occurrence.Id}/", $"{InvitationNotice.KindName}/{occurrence.Id}/", BoardKey(occurrence));
        return db.Notices.Where(n => n.Key.StartsWith(announcement) || n.Key.StartsWith(invitation) || n.Key == board);
    }

    /// <summary>What some people's answers change: their invitations, the host's list, and the count in the channel.</summary>
    public static IQueryable<Notice> MessagesOf(AoBotDbContext db, Occurrence occurrence, IEnumerable<Invitee> people)
    {
        List<string> keys =
        [
            BoardKey(occurrence),
            $"{AnnouncementNotice.KindName}/{occurrence.GatheringId}/{occurrence.Id}/{AnnouncementNotice.Line}",
            .. people.Where(i => i.SlackId is not null).Select(i => $"{InvitationNotice.KindName}/{occurrence.Id}/{i.SlackId}"),
        ];
        return db.Notices.Where(n => keys.Contains(n.Key));
    }

    /// <summary>The question to the host who came.</summary>
    public static IQueryable<Notice> QuestionOf(AoBotDbContext db, Occurrence occurrence)
    {
        var key = GatheringPolicy.AttendanceKey(occurrence);
        return db.Notices.Where(n => n.Key == key);
    }

    private async Task<GatheringRules> RulesFor(AoBotDbContext db, IEnumerable<Invitee> invitees, CancellationToken cancellationToken)
    {
        var ids = invitees.Select(i => i.SlackId).OfType<string>().ToList();
        var zones = await db.People.Where(p => ids.Contains(p.SlackId) && p.ZoneId != null).ToDictionaryAsync(p => p.SlackId, p => p.ZoneId!, StringComparer.Ordinal, cancellationToken);
        return Rules with { Zones = zones };
    }

    private static string BoardKey(Occurrence occurrence) => $"gathering-board/{occurrence.Id}";
}
