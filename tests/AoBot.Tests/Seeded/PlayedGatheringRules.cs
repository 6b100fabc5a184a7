using AoBot.Events;
using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Tests.Seeded;

/// <summary>What must hold of the roundtable and the public meetings, whatever happens.</summary>
internal sealed class PlayedGatheringRules(PlayedHost host, PlayedSlack slack, Func<Instant> now)
{
    private const string Late = "its time";

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    // Within a call Slack may ask to wait, twice.
    private static readonly Duration InHand = Duration.FromMinutes(2);

    private static readonly HashSet<string> Kinds =
    [
        AnnouncementNotice.KindName, InvitationNotice.KindName, ChaseNotice.KindName, PromotionNotice.KindName, ChangeNotice.KindName, GatheringReminderNotice.KindName, ThanksNotice.KindName,
        HostNotice.KindName,
    ];

    private readonly Dictionary<PlayedMessage, PlayedRoundtable?> _heard = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _problems = [];

    /// <summary>AoBot says it now.</summary>
    public void Heard(PlayedMessage message) => _heard[message] = host.Roundtable;

    /// <summary>Whether it goes by the hour of the meeting, whatever hour that is for somebody; or answers what somebody did just now.</summary>
    public static bool IsOfItsOwnHour(Notice? notice) => notice is not null && Kinds.Contains(notice.Kind) && (notice.Kind is GatheringReminderNotice.KindName or ChangeNotice.KindName or PromotionNotice.KindName
        || GatheringNoticeData.Of(notice)?.Step is AnnouncementNotice.Soon or HostNotice.Preview);

    /// <summary>All that was wrong, in words.</summary>
    public async Task<IReadOnlyList<string>> Judge(AoBotDbContext db, List<Notice> notices)
    {
        _problems.AddRange(host.Problems);
        var told = notices.Where(n => n.EditsId is null && Kinds.Contains(n.Kind)).Select(n => (Notice: n, Data: GatheringNoticeData.Of(n)!)).ToList();
        var arrived = slack.Messages.ToLookup(m => m.Token);
        var all = await db.Occurrences.AsNoTracking().Include(o => o.Gathering).Include(o => o.Invitees).ThenInclude(i => i.Rsvp).AsSplitQuery().ToListAsync();
        if (host.Roundtable is { } roundtable && all.Find(o => o.Gathering.Kind == GatheringKind.Roundtable) is { } occurrence)
        {
            var ofIt = told.Where(t => t.Data.Occurrence == occurrence.Id).ToList();
            Stands(occurrence, roundtable);
            foreach (var (notice, data, message) in ofIt.SelectMany(t => arrived[t.Notice.Token].Select(m => (t.Notice, t.Data, m))))
            {
                Said(notice, data, message, _heard[message]!);
            }

            Invited(ofIt.ConvertAll(t => t.Notice), roundtable);
            Changed(ofIt);
            Promoted(ofIt.ConvertAll(t => t.Notice), roundtable);
            Reminded(ofIt, roundtable);
        }
        else if (host.Roundtable is not null)
        {
            Problem("the roundtable is gone");
        }

        foreach (var meeting in all.Where(o => o.Gathering.Kind == GatheringKind.Meeting && o.StartsAt < now()))
        {
            Announced(meeting, told.Where(t => t.Data.Occurrence == meeting.Id).ToList(), arrived);
        }

        return _problems;
    }

    /// <summary>Each one's answer is their last press; nobody has a place too many; places and the wait are in the order of arrival.</summary>
    private void Stands(Occurrence occurrence, PlayedRoundtable roundtable)
    {
        var truth = (roundtable.StartsAt, roundtable.IsCancelled, (int?)roundtable.Capacity);
        if ((occurrence.StartsAt, occurrence.IsCancelled, occurrence.Gathering.Capacity) is var kept && kept != truth)
        {
            Problem($"the roundtable is {kept}, and was made {truth}");
        }

        foreach (var invitee in occurrence.Invitees.Where(i => i.SlackId is not null))
        {
            var last = roundtable.Answers.GetValueOrDefault(invitee.SlackId!).Answer;
            if (!host.Invited.Contains(invitee.SlackId!) || invitee.Rsvp?.Answer != last)
            {
                Problem($"{invitee.SlackId} last pressed {last?.ToString() ?? "nothing"}, and {invitee.Rsvp?.Answer?.ToString() ?? "nothing"} is kept");
            }
        }

        var seats = RsvpPolicy.Seats(occurrence.Invitees, occurrence.DateVersion, occurrence.Gathering.Capacity);
        var order = seats.Coming.Concat(seats.Waiting).Select(i => i.SlackId!).ToList();
        if (seats.Coming.Count > roundtable.Capacity || !order.SequenceEqual(roundtable.Arrived))
        {
            Problem($"{seats.Coming.Count} have one of {roundtable.Capacity} places, and {string.Join(", ", order)} stand in this order; they came as {string.Join(", ", roundtable.Arrived)}");
        }
    }

    /// <summary>What was said was right at that moment, and said to somebody whom it concerns.</summary>
    private void Said(Notice notice, GatheringNoticeData data, PlayedMessage message, PlayedRoundtable then)
    {
        var (person, at) = (message.Recipient, message.At);
        Wrong(person != Workspace.Staff && !host.Invited.Contains(person), "who is not invited");
        Wrong(then.IsCancelled && notice.Kind != ChangeNotice.KindName, "although it is cancelled");
        switch (notice.Kind)
        {
            case ChaseNotice.KindName:
                Wrong(data.Step == ChaseNotice.Again ? !then.IsOfOldDate(person) : then.HasAnswered(person), "who has answered");
                Wrong(at > then.AnswerBy + InHand, "when answers are closed");
                break;
            case GatheringReminderNotice.KindName:
                var (from, until) = data.Step == GatheringReminderNotice.Day ? (Duration.FromDays(1), Duration.FromHours(12)) : (Duration.FromHours(1), Duration.Zero);
                Wrong(!then.IsReminded(person), "who does not come");
                Wrong(at < then.StartsAt - from || at > then.StartsAt - until + InHand, $"at the wrong hour: it begins at {then.StartsAt}");
                break;
            case PromotionNotice.KindName:
                Wrong(!then.HasPlace(person), "who has no place");
                break;
        }

        void Wrong(bool isSo, string why)
        {
            if (isSo)
            {
                Problem($"{at}: {notice.Key} went to {person}, {why}");
            }
        }
    }

    /// <summary>Whoever is to be invited is, or cannot be reached.</summary>
    private void Invited(List<Notice> notices, PlayedRoundtable roundtable)
    {
        foreach (var person in host.Invited)
        {
            var invitation = notices.SingleOrDefault(n => n.Kind == InvitationNotice.KindName && n.Recipient == person);
            if (!roundtable.IsCancelled && roundtable.StartsAt < now() && invitation?.State is not (NoticeState.Sent or NoticeState.Unknown or NoticeState.Dead))
            {
                Problem($"{person} was not invited: {invitation?.State}, {invitation?.Reason}");
            }
        }
    }

    /// <summary>Each change is told once to each person concerned, and what was changed again before they heard of it is told with that.</summary>
    private void Changed(List<(Notice Notice, GatheringNoticeData Data)> notices)
    {
        var changes = notices.Where(n => n.Notice.Kind == ChangeNotice.KindName).ToList();
        foreach (var twice in changes.Where(c => slack.Messages.Any(m => m.Token == c.Notice.Token)).CountBy(c => (c.Notice.Recipient, c.Data.Sequence)).Where(c => c.Value > 1))
        {
            Problem($"{twice.Key.Recipient} was told {twice.Value} times of change {twice.Key.Sequence}");
        }

        foreach (var (number, at, concerned) in host.Changes)
        {
            foreach (var person in concerned)
            {
                var notice = changes.Find(c => c.Data.Sequence == number && c.Notice.Recipient == person).Notice;
                var isTold = notice?.State is NoticeState.Sent or NoticeState.Unknown or NoticeState.Dead || (notice?.State == NoticeState.Skipped && number < host.Roundtable!.Changes);
                if (!isTold)
                {
                    Problem($"{person} was not told of change {number} at {at}: {notice?.State}, {notice?.Reason}");
                }
            }
        }
    }

    /// <summary>Who waited and got a place hears of it, once for each.</summary>
    private void Promoted(List<Notice> notices, PlayedRoundtable roundtable)
    {
        foreach (var (person, times) in host.Promoted.CountBy(p => p.Person))
        {
            var places = notices.Where(n => n.Kind == PromotionNotice.KindName && n.Recipient == person).ToList();
            if (places.Count != times)
            {
                Problem($"{person} got a place {times} times, and {places.Count} notices speak of it");
            }

            if (roundtable is { IsCancelled: false } && roundtable.HasPlace(person) && places.MaxBy(n => n.Id) is { State: NoticeState.Skipped } last && last.Reason?.StartsWith(Late, StringComparison.Ordinal) != true)
            {
                Problem($"{person} has a place and does not know it, because {last.Reason}");
            }
        }

        foreach (var notice in notices.Where(n => n.Kind == PromotionNotice.KindName && host.Promoted.TrueForAll(p => p.Person != n.Recipient)))
        {
            Problem($"{notice.Key} speaks of a place to somebody who did not wait");
        }
    }

    /// <summary>Who comes is reminded of it a day and an hour before, unless it was too late for that.</summary>
    private void Reminded(List<(Notice Notice, GatheringNoticeData Data)> notices, PlayedRoundtable roundtable)
    {
        if (roundtable.IsCancelled || roundtable.StartsAt > now())
        {
            return;
        }

        foreach (var person in host.Invited.Where(roundtable.IsReminded))
        {
            foreach (var step in new[] { GatheringReminderNotice.Day, GatheringReminderNotice.Hour })
            {
                var notice = notices.SingleOrDefault(n => n.Notice.Kind == GatheringReminderNotice.KindName && n.Notice.Recipient == person && n.Data.Step == step && n.Data.Version == roundtable.Moves).Notice;
                if (notice is null || (notice.State == NoticeState.Skipped && notice.Reason?.StartsWith(Late, StringComparison.Ordinal) != true))
                {
                    Problem($"{person} comes and was not reminded ({step}): {notice?.State}, {notice?.Reason}");
                }
            }
        }
    }

    /// <summary>A public meeting is announced a week before and a quarter of an hour before, in the channel, once each.</summary>
    private void Announced(Occurrence meeting, List<(Notice Notice, GatheringNoticeData Data)> notices, ILookup<string, PlayedMessage> arrived)
    {
        var isFirst = meeting.Day == host.MeetingDay;
        foreach (var step in new[] { AnnouncementNotice.Week, AnnouncementNotice.Soon })
        {
            var ofStep = notices.Where(n => n.Notice.Kind == AnnouncementNotice.KindName && n.Data.Step == step).Select(n => n.Notice).ToList();
            var messages = ofStep.SelectMany(n => arrived[n.Token]).ToList();
            var week = (meeting.Day.PlusDays(-7) + new LocalTime(10, 0)).InZoneLeniently(Zone).ToInstant();
            var (from, until) = step == AnnouncementNotice.Soon ? (meeting.StartsAt - Duration.FromMinutes(15), meeting.StartsAt + Duration.FromMinutes(10))
                : isFirst && host.IsMeetingMoved ? (week - Duration.FromDays(4), meeting.StartsAt)
                : (week, meeting.StartsAt - Duration.FromHours(1));
            if (messages.Count > 1 || messages.Exists(m => m.Recipient != Workspace.Channel || m.At < from || m.At > until + InHand || !m.First.Contains(PlayedHost.Link, StringComparison.Ordinal)))
            {
                Problem($"the public meeting of {meeting.StartsAt} was announced ({step}) at {string.Join(", ", messages.Select(m => $"{m.At} in {m.Recipient}"))}");
            }

            if (messages.Count == 0 && !ofStep.Exists(n => n.State is NoticeState.Unknown or NoticeState.Dead || n.Reason?.StartsWith(Late, StringComparison.Ordinal) == true))
            {
                Problem($"the public meeting of {meeting.StartsAt} was not announced ({step}): {string.Join(", ", ofStep.Select(n => $"{n.State}, {n.Reason}"))}");
            }
        }
    }

    private void Problem(string words) => _problems.Add(words);
}
