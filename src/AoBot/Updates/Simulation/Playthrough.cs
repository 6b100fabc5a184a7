using AoBot.Engagements;
using AoBot.Outbox;
using AoBot.Reminders;
using AoBot.Reports.Reminders;
using AoBot.Updates.Reminders;
using NodaTime;

namespace AoBot.Updates.Simulation;

/// <summary>
/// A period of the repository's history, played through the policies that decide in earnest, with a clock that jumps from one instant at which something
/// may be seen or said to the next. Nobody answers: no question, no button.
/// </summary>
public sealed class Playthrough(RepositoryHistory history, Roster roster, LedgerOptions options, WorkingDays workingDays, ReminderRules rules)
{
    /// <summary>Who of staff is meant, where the roster names nobody.</summary>
    public const string Staff = "STAFF";

    private readonly List<RecordedNotice> _recorded = [];
    private readonly Dictionary<string, NoticePlan> _planned = new(StringComparer.Ordinal);
    private readonly List<PlayedNotice> _sent = [];
    private readonly Dictionary<(string, YearMonth, LadderStep), SilentStep> _silent = [];
    private readonly HashSet<string> _owners = roster.Rows.Select(r => r.StaffOwner).OfType<string>().Append(Staff).ToHashSet(StringComparer.Ordinal);
    private Instant _since;

    public PlayedPeriod Play(Instant from, Instant to, Action<Instant>? progress, CancellationToken cancellationToken)
    {
        _since = from;
        var ticks = new Queue<Instant>(Ticks(from, to));
        while (ticks.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var tick = ticks.Dequeue();
            while (_planned.Values.Select(p => p.NotBefore).DefaultIfEmpty(Instant.MaxValue).Min() is var due && due <= tick)
            {
                Send(due);
            }

            Plan(tick);
            progress?.Invoke(tick);
        }

        return new PlayedPeriod(_sent, [.. _silent.Values], Ledger.At(history, roster, to, options), from);
    }

    /// <summary>Each night, and whenever something can be seen in the repository.</summary>
    private IEnumerable<Instant> Ticks(Instant from, Instant to)
    {
        var nights = new List<Instant>();
        for (var day = from.InZone(options.Zone).Date; options.Zone.AtStartOfDay(day).ToInstant() <= to; day = day.PlusDays(1))
        {
            nights.Add(options.Zone.AtStartOfDay(day).ToInstant());
        }

        return PlayedHistory.Changes(history).Concat(nights).Append(from).Append(to).Where(t => t >= from && t <= to).Distinct().Order();
    }

    private ReminderFacts Facts(Instant now, string? without = null) => new()
    {
        Reading = Ledger.At(history, roster, now, options),
        Roster = roster,
        Rules = rules,
        WorkingDays = workingDays,
        Zone = options.Zone,
        Staff = [Staff],
        Since = _since,
        Recorded = [.. _recorded.Where(r => r.Key != without)],
    };

    private void Plan(Instant now)
    {
        var facts = Facts(now);
        var asked = UpdateReminderPolicy.Decide(facts, now);
        var told = StaffLinePolicy.Decide(facts, now);
        var reports = ReportReminderPolicy.Decide(
            new ReportReminderFacts
            {
                WorkingDays = workingDays,
                Zone = options.Zone,
                Staff = [Staff],
                HoursOf = staff => facts.HoursOf(staff),
                Since = _since,
                Recorded = _recorded.Select(r => r.Key).ToHashSet(StringComparer.Ordinal),
            },
            now);
        foreach (var (plan, reason) in asked.Past.Concat(told.Past).Concat(reports.Past))
        {
            Record(plan, NoticeState.Skipped, reason);
        }

        foreach (var plan in asked.Plans.Concat(told.Plans).Concat(reports.Plans).Concat(ThanksPolicy.Decide(facts, now)).Concat(DigestPolicy.Decide(facts, now)))
        {
            if (Record(plan, NoticeState.Planned, null))
            {
                _planned.Add(plan.Key, plan);
            }
        }

        foreach (var silent in asked.Silent)
        {
            _silent.TryAdd((silent.Partner, silent.Month, silent.Step), silent);
        }
    }

    private bool Record(NoticePlan plan, NoticeState state, string? reason)
    {
        if (_recorded.Exists(r => r.Key == plan.Key))
        {
            return false;
        }

        _recorded.Add(new RecordedNotice(_recorded.Count + 1, plan.Key, plan.Kind, plan.Recipient, plan.NotBefore, state, plan.Subjects) { Reason = reason });
        return true;
    }

    /// <summary>What is to be said at an instant: the reason is looked at again, as it is in earnest.</summary>
    private void Send(Instant now)
    {
        foreach (var plan in _planned.Values.Where(p => p.NotBefore <= now).ToList())
        {
            _planned.Remove(plan.Key);
            var at = _recorded.FindIndex(r => r.Key == plan.Key);
            var facts = Facts(now, plan.Key);
            var subjects = Holding(facts, plan, _recorded[at], now);
            _recorded[at] = subjects.Count == 0
                ? _recorded[at] with { State = NoticeState.Skipped, Reason = "no reason any more" }
                : _recorded[at] with { State = NoticeState.Sent, SentAt = now, Subjects = subjects };
            _sent.AddRange(subjects.Select(s => new PlayedNotice(now, _owners.Contains(plan.Recipient) ? "staff" : "partner", plan.Recipient, plan.Kind, s.Partner, s.Month, s.Step, plan.Key, s.Reason)));
        }
    }

    private List<NoticeSubject> Holding(ReminderFacts facts, NoticePlan plan, RecordedNotice recorded, Instant now)
    {
        if (UpdateNotices.StepOf(plan.Kind) is not null)
        {
            foreach (var silent in plan.Subjects.Where(s => UpdateReminderPolicy.WhyNot(facts, s, plan.Recipient, now) is "received" or "in review"))
            {
                _silent.TryAdd((silent.Partner!, silent.Month!.Value, UpdateNotices.StepOf(silent.Step)!.Value), new SilentStep(silent.Partner!, silent.Month!.Value, UpdateNotices.StepOf(silent.Step)!.Value, UpdateReminderPolicy.WhyNot(facts, silent, plan.Recipient, now) == "received" ? Silence.Received : Silence.InReview));
            }

            return [.. plan.Subjects.Where(s => UpdateReminderPolicy.WhyNot(facts, s, plan.Recipient, now) is null)];
        }

        var holds = plan.Kind is UpdateNotices.Escalation or UpdateNotices.StillRunning or UpdateNotices.ReviewWaiting or UpdateNotices.Question
            ? StaffLinePolicy.WhyNot(facts, recorded, now) is null
            : plan.Kind != UpdateNotices.Digest || !DigestPolicy.Of(facts, now).IsEmpty;
        return holds ? [.. plan.Subjects] : [];
    }
}
