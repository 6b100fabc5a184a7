using AoBot.Engagements;
using AoBot.Outbox;
using AoBot.Reminders;
using AoBot.Reports.Reminders;
using AoBot.Updates;
using AoBot.Updates.Reminders;
using NodaTime;

namespace AoBot.Simulation;

/// <summary>
/// A period of the repository's history, played through the policies that decide in earnest, with a clock that jumps from one instant at which something
/// may be seen or said to the next. Nobody answers: no question, no button.
/// </summary>
public sealed class Playthrough(RepositoryHistory history, Roster roster, LedgerOptions options, WorkingDays workingDays, ReminderRules rules)
{
    /// <summary>Who of staff is meant, where the roster names nobody.</summary>
    public const string Staff = "STAFF";

    private readonly List<RecordedNotice> _recorded = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NoticePlan> _planned = new(StringComparer.Ordinal);
    private readonly List<PlayedNotice> _sent = [];
    private readonly Dictionary<(string, YearMonth, LadderStep), SilentStep> _silent = [];
    private readonly HashSet<string> _owners = roster.Rows.Select(r => r.StaffOwner).OfType<string>().Append(Staff).ToHashSet(StringComparer.Ordinal);
    private Instant _since;
    private LedgerReading? _reading;

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
        Reading = _reading?.AsOf == now ? _reading : _reading = Ledger.At(history, roster, now, options),
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
        var drafts = DraftPolicy.Decide(facts, now);
        var told = StaffLinePolicy.Decide(facts, now);
        var reports = ReportReminderPolicy.Decide(
            new ReportReminderFacts
            {
                DueDays = options.DueDays,
                Zone = options.Zone,
                Staff = [Staff],
                HoursOf = staff => facts.HoursOf(staff),
                Since = _since,
                Recorded = _keys,
            },
            now);
        foreach (var (plan, reason) in asked.Past.Concat(drafts.Past).Concat(told.Past).Concat(reports.Past))
        {
            Record(plan, NoticeState.Skipped, reason);
        }

        foreach (var plan in asked.Plans.Concat(drafts.Plans).Concat(told.Plans).Concat(reports.Plans).Concat(ThanksPolicy.Decide(facts, now)).Concat(DigestPolicy.Decide(facts, now)))
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
        if (!_keys.Add(plan.Key))
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
            var subjects = Holding(plan, _recorded[at], now);
            _recorded[at] = subjects.Count == 0
                ? _recorded[at] with { State = NoticeState.Skipped, Reason = "no reason any more" }
                : _recorded[at] with { State = NoticeState.Sent, SentAt = now, Subjects = subjects };
            _sent.AddRange(subjects.Select(s => new PlayedNotice(now, _owners.Contains(plan.Recipient) ? "staff" : "partner", plan.Recipient, plan.Kind, s.Partner, s.Month, s.Step, plan.Key, s.Reason)));
        }
    }

    /// <summary>What of a notice still holds. A report that nobody says is out is never settled, and a thanks is one.</summary>
    private List<NoticeSubject> Holding(NoticePlan plan, RecordedNotice recorded, Instant now)
    {
        if (plan.Kind is ReportReminderPolicy.NoticeKind or UpdateNotices.Thanks)
        {
            return [.. plan.Subjects];
        }

        var facts = Facts(now, plan.Key);
        return plan.Kind switch
        {
            UpdateNotices.Digest => DigestPolicy.Of(facts, now).IsEmpty ? [] : [.. plan.Subjects],
            _ when UpdateNotices.Asking.Contains(plan.Kind) => [.. plan.Subjects.Where(s => Holds(UpdateReminderPolicy.WhyNot(facts, s, plan.Recipient, now), s))],
            _ => StaffLinePolicy.WhyNot(facts, recorded, now) is null ? [.. plan.Subjects] : [],
        };
    }

    private bool Holds(UpdateObstacle? obstacle, NoticeSubject subject)
    {
        if (obstacle?.Silence is { } why)
        {
            var silent = new SilentStep(subject.Partner!, subject.Month!.Value, UpdateNotices.StepOf(subject.Step)!.Value, why);
            _silent.TryAdd((silent.Partner, silent.Month, silent.Step), silent);
        }

        return obstacle is null;
    }
}
