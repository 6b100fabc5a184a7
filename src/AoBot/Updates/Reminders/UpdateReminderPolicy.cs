using AoBot.Outbox;
using AoBot.Reminders;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>What is to be said about updates, and what is not.</summary>
/// <param name="Plans">To be sent.</param>
/// <param name="Past">To be recorded as passed over, with the reason.</param>
/// <param name="Silent">The steps that nobody hears of now, and why.</param>
public sealed record ReminderDecision(IReadOnlyList<NoticePlan> Plans, IReadOnlyList<(NoticePlan Plan, string Reason)> Past, IReadOnlyList<SilentStep> Silent);

/// <summary>What keeps a reminder from being sent after all.</summary>
/// <param name="Reason">In words for staff.</param>
public sealed record UpdateObstacle(string Reason)
{
    /// <summary>Where it is one of the usual ones.</summary>
    public Silence? Silence { get; init; }
}

/// <summary>
/// Whom to ask for which update, and when: what is due by now, or soon, and not yet recorded. Asked twice it says the same, so that a tick that was
/// missed loses nothing; after an outage only the newest step that still applies is planned, the others are recorded as passed over.
/// </summary>
public static class UpdateReminderPolicy
{
    /// <summary>So much ahead of its moment a reminder is planned, so that staff can see it coming.</summary>
    public static readonly Duration Ahead = Duration.FromHours(30);

    /// <summary>For how many days after its due day a month is still asked for.</summary>
    private const int DaysAsked = 75;

    public static ReminderDecision Decide(ReminderFacts facts, Instant now)
    {
        var index = new ReminderIndex(facts);
        var (asks, past, silent) = (new List<Ask>(), new List<(NoticePlan, string)>(), new List<SilentStep>());
        var oldest = now.InZone(facts.Zone).Date.PlusDays(-DaysAsked);
        foreach (var row in facts.Roster.Rows)
        {
            var periods = index.PeriodsOf(row);
            foreach (var (at, period) in periods.Index().Where(p => p.Item.Due >= oldest))
            {
                Step(index, new UpdateStanding(index, periods, at), period, now, asks, past, silent);
            }
        }

        return new ReminderDecision([.. Grouped(index, asks)], past, silent);
    }

    /// <summary>Asked at the moment of sending: what keeps a reminder for one month from being sent after all, in words for staff; none where it still holds.</summary>
    /// <param name="facts">As of now, without the notice itself.</param>
    /// <param name="subject">What is asked for.</param>
    /// <param name="recipient">Who would be asked.</param>
    /// <param name="now">The moment.</param>
    public static UpdateObstacle? WhyNot(ReminderFacts facts, NoticeSubject subject, string recipient, Instant now)
    {
        if (subject.Step == DraftPolicy.Step)
        {
            return DraftPolicy.WhyNot(facts, subject, recipient, now);
        }

        var index = new ReminderIndex(facts);
        if (facts.Roster.Rows.FirstOrDefault(r => r.Key.Equals(subject.Partner, StringComparison.OrdinalIgnoreCase)) is not { } row)
        {
            return new UpdateObstacle("no longer in the roster");
        }

        var periods = index.PeriodsOf(row);
        var at = periods.Index().FirstOrDefault(p => p.Item.Cells.Any(c => c.Month == subject.Month), (-1, null!)).Item1;
        if (at < 0 || subject.Month is not { } month || UpdateNotices.StepOf(subject.Step) is not { } step)
        {
            return new UpdateObstacle("no longer owed");
        }

        var standing = new UpdateStanding(index, periods, at);
        var promise = subject.Reason == SilenceWords.AskedAgain ? standing.Promise(now) : null;
        if ((promise is null ? standing.WhyNot(step, now, [month]) : standing.WhyNotAgain(now, [month])) is { } why)
        {
            return new UpdateObstacle(SilenceWords.Of(why)) { Silence = why };
        }

        var address = AddresseePolicy.Of(index, row, periods[at].Month, step, now.InZone(facts.Zone).Date, promise?.By);
        return address.Person == recipient || (address.IsForStaff && StaffAddress.Of(facts, row).Contains(recipient)) ? null : new UpdateObstacle("somebody else is asked now");
    }

    private static void Step(ReminderIndex index, UpdateStanding standing, OwedPeriod period, Instant now, List<Ask> asks, List<(NoticePlan, string)> past, List<SilentStep> silent)
    {
        var facts = index.Facts;
        var soon = now + Ahead;
        // The moment of a step is the recipient's own; who it is may depend on the step.
        var steps = Ladder.Steps
            .Select(step => (Step: step, Day: index.Ladder.DayOf(step, period.Due), Address: AddresseePolicy.Of(index, period.Row, period.Month, step, index.Ladder.DayOf(step, period.Due))))
            .Select(s => (s.Step, s.Day, Moment: HoursOf(facts, period, s.Address).MomentOf(s.Day)))
            .Where(s => s.Moment <= soon)
            .ToList();
        if (steps.Count == 0)
        {
            return;
        }

        var (newest, day, moment) = steps[^1];
        var until = index.Ladder.DayOf(LadderStep.Final, period.Due);
        var promise = standing.Promise(now);
        if (promise is null && (standing.IsDone(newest) || moment < facts.Since))
        {
            if (moment < facts.Since && !standing.IsDone(newest) && standing.WhyNot(newest, now, period.Open) is null && until.PlusDays(1) >= now.InZone(facts.Zone).Date)
            {
                past.Add((Plan(index, period, standing, newest, moment, PassedOver.BeforeStart), PassedOver.BeforeStart));
            }

            return;
        }

        // The ladder is over when staff have heard how it ended; who was away for all of it still gets the one message that they were promised.
        if (promise is null && standing.IsOver(now) && !standing.IsUnheardBy(AddresseePolicy.Of(index, period.Row, period.Month, newest, now.InZone(facts.Zone).Date).Person, now.InZone(facts.Zone).Date))
        {
            return;
        }

        var at = Instant.Max(promise is null ? moment : HoursOf(facts, period, AddresseePolicy.Of(index, period.Row, period.Month, newest, promise.Until, promise.By)).MomentOf(promise.Until), now);
        var todays = at.InZone(facts.Zone).Date;
        if ((promise is null ? standing.WhyNot(newest, at, period.Open) : standing.WhyNotAgain(at, period.Open)) is { } why)
        {
            silent.AddRange(period.Open.DefaultIfEmpty(period.Month).Select(m => new SilentStep(period.Row.Key, m, newest, why)));
            return;
        }

        var address = AddresseePolicy.Of(index, period.Row, period.Month, newest, todays, promise?.By);
        if (address.Person is null && !address.IsForStaff)
        {
            silent.AddRange(period.Open.Select(m => new SilentStep(period.Row.Key, m, newest, Silence.Away)));
            return;
        }

        foreach (var (step, _, missed) in steps.Where(s => s.Step < newest && !standing.IsDone(s.Step) && standing.WhyNot(s.Step, now, period.Open) is null))
        {
            past.Add((Plan(index, period, standing, step, missed, PassedOver.Late), missed < facts.Since ? PassedOver.BeforeStart : PassedOver.Late));
        }

        var hours = HoursOf(facts, period, address);
        asks.Add(new Ask(period, newest, address, hours.OnOrAfter(at), promise is not null, hours.Zone));
    }

    private static ReminderHours HoursOf(ReminderFacts facts, OwedPeriod period, Address address) =>
        facts.HoursOf(address.Person ?? StaffAddress.Of(facts, period.Row)[0], address.Person is null ? null : period.Row.Zone);

    private static NoticePlan Plan(ReminderIndex index, OwedPeriod period, UpdateStanding standing, LadderStep step, Instant moment, string reason)
    {
        var kind = UpdateNotices.KindOf(step);
        // One row for each engagement: nobody gets it, so nobody is spared a second one.
        return new NoticePlan(UpdateNotices.Key(kind, period.Month, $"{period.Row.Key}/passed"), kind, AddresseePolicy.Of(index, period.Row, period.Month, step, standing.Period.Due).Person ?? StaffAddress.Of(index.Facts, period.Row)[0], moment)
        {
            Subjects = [.. period.Open.Select(m => new NoticeSubject(period.Row.Key, m, UpdateNotices.Word(step), reason))],
        };
    }

    /// <summary>One message for each person and day, however many engagements.</summary>
    private static IEnumerable<NoticePlan> Grouped(ReminderIndex index, List<Ask> asks)
    {
        foreach (var group in asks.Where(a => a.Address.Person is not null).GroupBy(a => (a.Address.Person, a.At.InZone(a.Zone).Date)))
        {
            yield return Of(index, [.. group], group.Key.Person!, group.Key.Person!);
        }

        foreach (var ask in asks.Where(a => a.Address.Person is null))
        {
            foreach (var (key, recipient) in StaffAddress.Keyed(index.Facts, ask.Period.Row, ask.Period.Row.Key))
            {
                yield return Of(index, [ask], recipient, key);
            }
        }
    }

    private static NoticePlan Of(ReminderIndex index, IReadOnlyList<Ask> asks, string recipient, string whom)
    {
        var first = asks.OrderByDescending(a => a.Step).ThenByDescending(a => a.Period.Month).First();
        var kind = UpdateNotices.KindOf(first.Step);
        var key = UpdateNotices.Key(kind, first.Period.Month, whom);
        var day = asks.Max(a => a.At).InZone(first.Zone).Date;
        return new NoticePlan(index.IsTaken(key) ? $"{key}/{NodaTime.Text.LocalDatePattern.Iso.Format(day)}" : key, kind, recipient, asks.Max(a => a.At))
        {
            UselessAfter = asks.Min(a => NextStep(index, a)),
            Subjects = [.. asks.SelectMany(a => a.Period.Open.Select(m => new NoticeSubject(a.Period.Row.Key, m, UpdateNotices.Word(a.Step), a.IsAgain ? SilenceWords.AskedAgain : SilenceWords.Because(a.Step))))],
        };
    }

    /// <summary>When the next step makes this one needless; after the last, the day after staff hear how it ended.</summary>
    private static Instant NextStep(ReminderIndex index, Ask ask)
    {
        var day = ask.At.InZone(ask.Zone).Date;
        var next = Ladder.Steps.Where(s => s > ask.Step).Select(s => index.Ladder.DayOf(s, ask.Period.Due)).Where(d => d > day).DefaultIfEmpty(index.Facts.WorkingDays.Add(day, 2)).First();
        return LocalMoments.At(next, LocalTime.Midnight, ask.Zone);
    }

    private sealed record Ask(OwedPeriod Period, LadderStep Step, Address Address, Instant At, bool IsAgain, DateTimeZone Zone);
}
