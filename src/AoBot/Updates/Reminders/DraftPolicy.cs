using AoBot.Engagements;
using AoBot.Outbox;
using AoBot.Reminders;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Updates.Reminders;

/// <summary>A draft that nobody has touched for ten working days is asked about, once: is it ready for a review?</summary>
public static class DraftPolicy
{
    /// <summary>As a subject has it.</summary>
    public const string Step = "draft";

    /// <summary>For how many working days the question is worth asking.</summary>
    private const int DaysWorth = 5;

    public static ReminderDecision Decide(ReminderFacts facts, Instant now)
    {
        var index = new ReminderIndex(facts);
        var (asks, past) = (new List<Ask>(), new List<(NoticePlan, string)>());
        foreach (var (row, draft) in from row in facts.Roster.Rows from draft in DraftsOf(index, row) select (row, draft))
        {
            if (draft.Any(c => index.Recorded(row.Key, c.Month).Any(n => n.Kind == UpdateNotices.Draft && n.IsDone)) || Silenced(index, row, draft, now))
            {
                continue;
            }

            var day = DayOf(facts, draft);
            var address = AddresseePolicy.Of(index, row, draft.Max(c => c.Month), LadderStep.Due, LocalDate.Max(day, now.InZone(facts.Zone).Date));
            foreach (var (whom, recipient) in address.Person is { } person ? [(person, person)] : address.IsForStaff ? StaffAddress.Keyed(facts, row, row.Key) : [])
            {
                var hours = facts.HoursOf(recipient, address.Person is null ? null : row.Zone);
                var moment = hours.MomentOf(day);
                var ask = new Ask(whom, recipient, row, [.. draft], hours.OnOrAfter(Instant.Max(moment, now)), hours.Zone);
                if (moment < facts.Since)
                {
                    past.Add((Plan(index, [ask], $"{row.Key}/passed"), PassedOver.BeforeStart));
                }
                else if (moment <= now + UpdateReminderPolicy.Ahead)
                {
                    asks.Add(ask);
                }
            }
        }

        return new ReminderDecision([.. asks.GroupBy(a => a.Whom, StringComparer.Ordinal).Select(g => Plan(index, [.. g], g.Key))], past, []);
    }

    /// <summary>Asked at the moment of sending: what keeps the question from being asked after all; none where it still holds.</summary>
    public static UpdateObstacle? WhyNot(ReminderFacts facts, NoticeSubject subject, string recipient, Instant now)
    {
        var index = new ReminderIndex(facts);
        if (facts.Roster.Rows.FirstOrDefault(r => r.Key.Equals(subject.Partner, StringComparison.OrdinalIgnoreCase)) is not { } row)
        {
            return new UpdateObstacle("no longer in the roster");
        }

        var today = now.InZone(facts.Zone).Date;
        if (DraftsOf(index, row).FirstOrDefault(d => d.Any(c => c.Month == subject.Month)) is not { } draft || DayOf(facts, draft) > today || Silenced(index, row, draft, now))
        {
            return new UpdateObstacle("the draft does not rest any more");
        }

        var address = AddresseePolicy.Of(index, row, draft.Max(c => c.Month), LadderStep.Due, today);
        return address.Person == recipient || (address.IsForStaff && StaffAddress.Of(facts, row).Contains(recipient)) ? null : new UpdateObstacle("somebody else is asked now");
    }

    private static IEnumerable<IGrouping<int?, CoverageCell>> DraftsOf(ReminderIndex index, RosterRow row) =>
        index.CellsOf(row).Where(c => c is { State: CoverageState.InReview, Draft: true, Touched: not null }).GroupBy(c => c.PullRequest);

    private static LocalDate DayOf(ReminderFacts facts, IEnumerable<CoverageCell> draft) =>
        facts.WorkingDays.Add(draft.Max(c => c.Touched!.Value).InZone(facts.Zone).Date, facts.Rules.DraftWorkingDays);

    /// <summary>They wanted to hear later, or have heard as often as anybody does.</summary>
    private static bool Silenced(ReminderIndex index, RosterRow row, IEnumerable<CoverageCell> draft, Instant now)
    {
        var today = now.InZone(index.Facts.Zone).Date;
        return draft.Any(c => index.Asked(row.Key, c.Month).Count() >= index.Facts.Rules.MostPerMonth
            || index.Facts.Snoozes.Any(s => s.Month == c.Month && s.Until > today && s.Partner.Equals(row.Key, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>One message for each person, however many drafts.</summary>
    private static NoticePlan Plan(ReminderIndex index, IReadOnlyList<Ask> asks, string whom)
    {
        var at = asks.Max(a => a.At);
        var zone = asks[0].Zone;
        var day = at.InZone(zone).Date;
        var key = UpdateNotices.Key(UpdateNotices.Draft, asks.SelectMany(a => a.Cells).Max(c => c.Month), whom);
        return new NoticePlan(index.IsTaken(key) ? $"{key}/{LocalDatePattern.Iso.Format(day)}" : key, UpdateNotices.Draft, asks[0].Recipient, at)
        {
            UselessAfter = LocalMoments.At(index.Facts.WorkingDays.Add(day, DaysWorth), LocalTime.Midnight, zone),
            Subjects = [.. asks.SelectMany(a => a.Cells.Select(c => new NoticeSubject(a.Row.Key, c.Month, Step, "a draft rests")))],
        };
    }

    private sealed record Ask(string Whom, string Recipient, RosterRow Row, IReadOnlyList<CoverageCell> Cells, Instant At, DateTimeZone Zone);
}
