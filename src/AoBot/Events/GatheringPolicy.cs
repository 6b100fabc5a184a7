using System.Globalization;
using AoBot.Outbox;
using AoBot.Reminders;
using NodaTime;

namespace AoBot.Events;

/// <summary>What the program goes by when it speaks of gatherings.</summary>
/// <param name="ChannelId">The channel of the program; none where there is none.</param>
/// <param name="Zone">The zone of the program.</param>
/// <param name="WorkingDays">Its working days.</param>
/// <param name="Zones">The zone of each person that is known, by Slack id.</param>
public sealed record GatheringRules(string? ChannelId, DateTimeZone Zone, WorkingDays WorkingDays, IReadOnlyDictionary<string, string> Zones);

/// <summary>What is said of an occurrence, when and to whom. Asked as often as one likes: what has been planned is not planned again.</summary>
public static class GatheringPolicy
{
    /// <summary>From so many days before, the host is asked for what is missing.</summary>
    public const int DaysToComplete = 10;

    private const int DaysOfInvitation = 21;

    /// <summary>That an occurrence falls on a holiday is asked about so long before, while it can still be moved with ease.</summary>
    private const int DaysOfHoliday = 28;

    private const int DaysOfAnnouncement = 7;

    /// <summary>When people are written to, where nothing else says when.</summary>
    public static readonly LocalTime Morning = new(10, 0);

    /// <summary>Everything that shall be said of it, whether its time has come or not. Who is asked is asked by their own clock.</summary>
    public static IEnumerable<NoticePlan> Plan(Occurrence occurrence, GatheringRules rules, Instant now)
    {
        if (occurrence.IsCancelled)
        {
            return [];
        }

        if (now >= occurrence.EndsAt)
        {
            return After(occurrence);
        }

        return Holiday(occurrence, rules).Concat(occurrence switch
        {
            { CanBeAttended: false } => Incomplete(occurrence, rules),
            { Gathering.Kind: GatheringKind.Meeting } => Meeting(occurrence, rules, now),
            _ => Roundtable(occurrence, rules, now),
        });
    }

    /// <summary>What is said to one invitee, and nothing else: their invitation, questions and reminders.</summary>
    public static IEnumerable<NoticePlan> PlanFor(Occurrence occurrence, Invitee invitee, GatheringRules rules, Instant now)
    {
        if (occurrence is { IsCancelled: true } or { CanBeAttended: false } || now >= occurrence.EndsAt || invitee is not { RemovedAt: null, SlackId: { } person })
        {
            return [];
        }

        var invites = InvitesAt(occurrence, rules, now);
        var invitation = Of(occurrence, InvitationNotice.KindName, $"invitation/{Number(occurrence.Id)}/{person}", person, invites, InvitationNotice.First) with { UselessAfter = occurrence.StartsAt };
        return Chases(occurrence, invitee, rules, invites).Concat(Reminders(occurrence, invitee)).Prepend(invitation);
    }

    /// <summary>Three weeks before, or the working day before that; where less is left, now.</summary>
    public static Instant InvitesAt(Occurrence occurrence, GatheringRules rules, Instant now) =>
        Instant.Max(now, At(rules.WorkingDays.OnOrBefore(occurrence.Day.PlusDays(-DaysOfInvitation)), Morning, rules.Zone));

    /// <summary>A public meeting: a week before; where less is left, now.</summary>
    public static Instant AnnouncesAt(Occurrence occurrence, GatheringRules rules, Instant now) =>
        Instant.Max(now, At(occurrence.StartsAt.InZone(rules.Zone).Date.PlusDays(-DaysOfAnnouncement), Morning, rules.Zone));

    /// <summary>Two working days before.</summary>
    public static LocalDate AnswerDay(LocalDate day, WorkingDays workingDays)
    {
        for (var left = 2; left > 0; left--)
        {
            day = workingDays.OnOrBefore(day.PlusDays(-1));
        }

        return day;
    }

    internal static string AttendanceKey(Occurrence occurrence) => $"gathering-attendance/{Number(occurrence.Id)}";

    private static IEnumerable<NoticePlan> Incomplete(Occurrence occurrence, GatheringRules rules)
    {
        yield return Of(occurrence, HostNotice.KindName, $"gathering-incomplete/{Number(occurrence.Id)}", occurrence.Gathering.HostId, At(rules.WorkingDays.OnOrBefore(occurrence.Day.PlusDays(-DaysToComplete)), Morning, rules.Zone), HostNotice.Incomplete) with { UselessAfter = occurrence.StartsAt };
    }

    private static IEnumerable<NoticePlan> Holiday(Occurrence occurrence, GatheringRules rules)
    {
        if (rules.WorkingDays.IsHoliday(occurrence.Day))
        {
            yield return Of(occurrence, HostNotice.KindName, $"gathering-holiday/{Number(occurrence.Id)}/v{Number(occurrence.DateVersion)}", occurrence.Gathering.HostId, At(rules.WorkingDays.OnOrBefore(occurrence.Day.PlusDays(-DaysOfHoliday)), Morning, rules.Zone), HostNotice.Holiday) with { UselessAfter = occurrence.StartsAt };
        }
    }

    private static IEnumerable<NoticePlan> Meeting(Occurrence occurrence, GatheringRules rules, Instant now)
    {
        if (rules.ChannelId is not { } channel)
        {
            yield break;
        }

        var week = AnnouncesAt(occurrence, rules, now);
        foreach (var preview in Preview(occurrence, week, now))
        {
            yield return preview;
        }

        yield return Of(occurrence, AnnouncementNotice.KindName, $"announcement/{Number(occurrence.GatheringId)}/{Number(occurrence.Id)}/{AnnouncementNotice.Week}", channel, week, AnnouncementNotice.Week) with { UselessAfter = occurrence.StartsAt - Duration.FromHours(1) };
        yield return Of(occurrence, AnnouncementNotice.KindName, $"announcement/{Number(occurrence.GatheringId)}/{Number(occurrence.Id)}/v{Number(occurrence.DateVersion)}/{AnnouncementNotice.Soon}", channel, occurrence.StartsAt - Duration.FromMinutes(15), AnnouncementNotice.Soon) with { UselessAfter = occurrence.StartsAt + Duration.FromMinutes(10) };
    }

    private static IEnumerable<NoticePlan> Roundtable(Occurrence occurrence, GatheringRules rules, Instant now)
    {
        var invites = InvitesAt(occurrence, rules, now);
        foreach (var preview in Preview(occurrence, invites, now))
        {
            yield return preview;
        }

        yield return Of(occurrence, HostNotice.KindName, $"gathering-board/{Number(occurrence.Id)}", occurrence.Gathering.HostId, invites, HostNotice.Board);
        if (occurrence.Gathering.IsLineInChannel && rules.ChannelId is { } channel)
        {
            yield return Of(occurrence, AnnouncementNotice.KindName, $"announcement/{Number(occurrence.GatheringId)}/{Number(occurrence.Id)}/{AnnouncementNotice.Line}", channel, invites, AnnouncementNotice.Line) with { UselessAfter = occurrence.StartsAt };
        }

        foreach (var plan in occurrence.Invitees.SelectMany(invitee => PlanFor(occurrence, invitee, rules, now)))
        {
            yield return plan;
        }
    }

    /// <summary>Half-way between the invitation and the last day to answer, and on the day before that.</summary>
    private static IEnumerable<NoticePlan> Chases(Occurrence occurrence, Invitee invitee, GatheringRules rules, Instant invites)
    {
        if (invitee.Rsvp?.Answer is not null)
        {
            yield break;
        }

        var zone = rules.Zones.TryGetValue(invitee.SlackId!, out var own) && DateTimeZoneProviders.Tzdb.GetZoneOrNull(own) is { } known ? known : rules.Zone;
        var lastDay = (occurrence.AnswerBy - Duration.Epsilon).InZone(rules.Zone).Date;
        var half = rules.WorkingDays.OnOrBefore((invites + ((occurrence.AnswerBy - invites) / 2)).InZone(rules.Zone).Date);
        var dayBefore = rules.WorkingDays.OnOrBefore(lastDay.PlusDays(-1));
        foreach (var (day, step) in new[] { (half, ChaseNotice.HalfWay), (dayBefore, ChaseNotice.DayBefore) })
        {
            var at = At(day, Morning, zone);
            if (at > invites + Duration.FromHours(20) && (step == ChaseNotice.DayBefore || day < dayBefore))
            {
                yield return Of(occurrence, ChaseNotice.KindName, $"rsvp-chase/{Number(occurrence.Id)}/v{Number(occurrence.DateVersion)}/{step}/{invitee.SlackId}", invitee.SlackId!, at, step) with { UselessAfter = Instant.Min(occurrence.AnswerBy, at + Duration.FromDays(1)) };
            }
        }
    }

    /// <summary>A day and an hour before, for those who come.</summary>
    private static IEnumerable<NoticePlan> Reminders(Occurrence occurrence, Invitee invitee)
    {
        if (invitee.Rsvp is not { } rsvp || !(rsvp.Answer == RsvpAnswer.Going || (rsvp.Answer == RsvpAnswer.Maybe && invitee.WantsReminders)))
        {
            yield break;
        }

        var key = $"gathering-reminder/{Number(occurrence.Id)}/v{Number(occurrence.DateVersion)}";
        yield return Of(occurrence, GatheringReminderNotice.KindName, $"{key}/{GatheringReminderNotice.Day}/{invitee.SlackId}", invitee.SlackId!, occurrence.StartsAt - Duration.FromDays(1), GatheringReminderNotice.Day) with { UselessAfter = occurrence.StartsAt - Duration.FromHours(12) };
        yield return Of(occurrence, GatheringReminderNotice.KindName, $"{key}/{GatheringReminderNotice.Hour}/{invitee.SlackId}", invitee.SlackId!, occurrence.StartsAt - Duration.FromHours(1), GatheringReminderNotice.Hour) with { UselessAfter = occurrence.StartsAt };
    }

    /// <summary>An hour before it is said; where it is said at once there is nothing to look at before.</summary>
    private static IEnumerable<NoticePlan> Preview(Occurrence occurrence, Instant said, Instant now)
    {
        if (said > now)
        {
            yield return Of(occurrence, HostNotice.KindName, $"gathering-preview/{Number(occurrence.Id)}/v{Number(occurrence.DateVersion)}", occurrence.Gathering.HostId, Instant.Max(now, said - Duration.FromHours(1)), HostNotice.Preview) with { UselessAfter = said };
        }
    }

    private static IEnumerable<NoticePlan> After(Occurrence occurrence)
    {
        if (occurrence.Gathering.Kind != GatheringKind.Roundtable)
        {
            yield break;
        }

        yield return Of(occurrence, HostNotice.KindName, AttendanceKey(occurrence), occurrence.Gathering.HostId, occurrence.EndsAt, HostNotice.Attendance) with { UselessAfter = occurrence.EndsAt + Duration.FromDays(14) };
        if (occurrence.RecordedAt is not { } recorded)
        {
            yield break;
        }

        foreach (var invitee in occurrence.Invitees.Where(i => i is { HasCome: true, SlackId: not null, RemovedAt: null }))
        {
            yield return Of(occurrence, ThanksNotice.KindName, $"gathering-thanks/{Number(occurrence.Id)}/{invitee.SlackId}", invitee.SlackId!, recorded, "thanks") with { UselessAfter = recorded + Duration.FromDays(14) };
        }
    }

    internal static NoticePlan Of(Occurrence occurrence, string kind, string key, string recipient, Instant notBefore, string step) =>
        new(key, kind, recipient, notBefore) { Data = new GatheringNoticeData(occurrence.Id, step, occurrence.DateVersion, occurrence.Sequence).Write() };

    private static Instant At(LocalDate day, LocalTime time, DateTimeZone zone) => Occurrence.InstantOf(day, time, zone.Id);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
