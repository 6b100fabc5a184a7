using AoBot.Engagements;
using AoBot.Outbox;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Updates.Reminders;

/// <summary>
/// What staff hear about updates: how a ladder ended, what waits for them, what AoBot cannot read. Each once; what was skipped because its reason was
/// gone is told when there is one again.
/// </summary>
public static class StaffLinePolicy
{
    private const int DaysTold = 75;

    public static ReminderDecision Decide(ReminderFacts facts, Instant now)
    {
        var index = new ReminderIndex(facts);
        var lines = new List<StaffLine>();
        foreach (var row in facts.Roster.Rows)
        {
            lines.AddRange(HowItEnded(index, row, now));
            lines.AddRange(WaitingForUs(index, row, now));
        }

        lines.AddRange(Questions(index, now));
        var soon = now + UpdateReminderPolicy.Ahead;
        var (plans, past) = (new List<NoticePlan>(), new List<(NoticePlan, string)>());
        foreach (var line in lines)
        {
            foreach (var (key, recipient) in StaffAddress.Keyed(facts, line.Row, line.Key).Where(a => !HasHeard(line.Said, a.Recipient)))
            {
                var hours = facts.HoursOf(recipient);
                var moment = hours.MomentOf(line.Day);
                var at = hours.OnOrAfter(Instant.Max(moment, now));
                var plan = new NoticePlan(index.IsTaken(key) ? $"{key}/{LocalDatePattern.Iso.Format(at.InZone(hours.Zone).Date)}" : key, line.Kind, recipient, at) { Subjects = line.Subjects };
                if (moment < facts.Since)
                {
                    past.Add((plan, PassedOver.BeforeStart));
                }
                else if (moment <= soon)
                {
                    plans.Add(plan);
                }
            }
        }

        return new ReminderDecision(plans, past, []);
    }

    /// <summary>Asked at the moment of sending: what keeps a line from being sent after all; none where it still holds.</summary>
    public static string? WhyNot(ReminderFacts facts, RecordedNotice notice, Instant now)
    {
        var index = new ReminderIndex(facts);
        var rows = facts.Roster.Rows.ToDictionary(r => r.Key, StringComparer.OrdinalIgnoreCase);
        var row = notice.Subjects.Select(s => s.Partner).OfType<string>().Select(rows.GetValueOrDefault).FirstOrDefault();
        return Gone() ?? (StaffAddress.Of(facts, row).Contains(notice.Recipient) ? null : "somebody else of staff hears of it now");

        string? Gone() => notice.Kind switch
        {
            UpdateNotices.Question => facts.Reading.Questions.Any(q => IsAbout(notice, q)) ? null : "answered",
            UpdateNotices.ReviewWaiting => notice.Subjects.Any(s => facts.Reading.Coverage.Any(c => c is { State: CoverageState.InReview, Draft: false } && IsOf(s, c))) ? null : "no longer in review",
            _ => notice.Subjects.All(s => s.Partner is not null && rows.TryGetValue(s.Partner, out var owing) && HasEnded(index, owing, s, now)) ? null : "no longer open",
        };
    }

    /// <summary>Whether a notice is about a question.</summary>
    public static bool IsAbout(RecordedNotice notice, LedgerQuestion question) => notice.Kind == UpdateNotices.Question && IsOf(notice, KeyOf(question));

    private static bool IsOf(NoticeSubject subject, CoverageCell cell) => cell.Month == subject.Month && cell.Partner.Equals(subject.Partner, StringComparison.OrdinalIgnoreCase);

    private static bool HasEnded(ReminderIndex index, RosterRow row, NoticeSubject subject, Instant now)
    {
        var periods = index.PeriodsOf(row);
        return periods.Index().Any(p => p.Item.Open.Any(m => m == subject.Month) && IsToBeTold(new UpdateStanding(index, periods, p.Index), now));
    }

    /// <summary>One line when a ladder has ended without an update; the second time in a row the question whether the engagement still runs.</summary>
    private static IEnumerable<StaffLine> HowItEnded(ReminderIndex index, RosterRow row, Instant now)
    {
        var today = now.InZone(index.Facts.Zone).Date;
        var oldest = today.PlusDays(-DaysTold);
        var periods = index.PeriodsOf(row);
        foreach (var (at, period) in periods.Index().Where(p => p.Item.Due <= today && p.Item.Due >= oldest))
        {
            var standing = new UpdateStanding(index, periods, at);
            var said = period.Cells.SelectMany(c => index.Recorded(row.Key, c.Month)).Where(n => n.Kind is UpdateNotices.Escalation or UpdateNotices.StillRunning).ToList();
            if (HaveHeard(index.Facts, row, said) || !IsToBeTold(standing, now))
            {
                continue;
            }

            var kind = standing.IsSecondSilent ? UpdateNotices.StillRunning : UpdateNotices.Escalation;
            yield return new StaffLine(UpdateNotices.KeyOf(kind, row.Key, period.Month), kind, row, standing.StaffDay)
            {
                Said = said,
                Subjects = [.. period.Open.Select(m => new NoticeSubject(row.Key, m, kind, standing.IsSecondSilent ? "nothing came for two in a row" : "not in after the last step"))],
            };
        }
    }

    private static bool IsToBeTold(UpdateStanding standing, Instant now) =>
        standing.Period.Open.Count > 0 && standing.Silenced(now, standing.Period.Open) is null or Silence.Stopped && (standing.Promise(now) is null || standing.IsNobodyThere(now));

    /// <summary>In review for some working days: the clock is the staff's, and they hear so once.</summary>
    private static IEnumerable<StaffLine> WaitingForUs(ReminderIndex index, RosterRow row, Instant now) =>
        from cell in index.CellsOf(row)
        where cell is { State: CoverageState.InReview, Draft: false, Since: not null }
        group cell by (cell.PullRequest, cell.Path) into pull
        let last = pull.MaxBy(c => c.Month)!
        let said = pull.SelectMany(c => index.Recorded(row.Key, c.Month)).Where(n => n.Kind == UpdateNotices.ReviewWaiting).ToList()
        where !HaveHeard(index.Facts, row, said)
        select new StaffLine(UpdateNotices.KeyOf(UpdateNotices.ReviewWaiting, row.Key, last.Month), UpdateNotices.ReviewWaiting, row, index.Facts.WorkingDays.Add(last.Since!.Value.InZone(index.Facts.Zone).Date, index.Facts.Rules.ReviewWorkingDays))
        {
            Said = said,
            Subjects = [.. pull.OrderBy(c => c.Month).Select(c => new NoticeSubject(row.Key, c.Month, UpdateNotices.ReviewWaiting, "waits for a review"))],
        };

    /// <summary>What AoBot cannot decide alone. What came up before reminders were turned on is asked where staff look, and not told.</summary>
    private static IEnumerable<StaffLine> Questions(ReminderIndex index, Instant now) =>
        from question in index.Facts.Reading.Questions
        where question.Since >= index.Facts.Since && question.Since <= now
        let row = index.Facts.Roster.Rows.FirstOrDefault(r => r.Key.Equals(question.Partner, StringComparison.OrdinalIgnoreCase))
        let said = index.Facts.Recorded.Where(n => IsAbout(n, question)).ToList()
        where !HaveHeard(index.Facts, row, said)
        let months = ReminderIndex.MonthsOf(index.Facts.Reading, question)
        select new StaffLine(KeyOf(question), UpdateNotices.Question, row, question.Since.InZone(index.Facts.Zone).Date)
        {
            Said = said,
            Subjects = [.. months.DefaultIfEmpty(question.Since.InZone(index.Facts.Zone).Date.ToYearMonth()).Select(m => new NoticeSubject(question.Partner, m, UpdateNotices.Question, question.Why))],
        };

    private static string KeyOf(LedgerQuestion question) => $"{UpdateNotices.Question}/{question.Path}";

    /// <summary>The key itself, or followed by whom it is for, by a day, or by both.</summary>
    private static bool IsOf(RecordedNotice notice, string key) =>
        notice.Key == key || (notice.Key.StartsWith($"{key}/", StringComparison.Ordinal)
            && notice.Key[(key.Length + 1)..] is var rest
            && (rest.StartsWith(notice.Recipient, StringComparison.Ordinal) ? rest[notice.Recipient.Length..].TrimStart('/') : rest) is var day
            && (day.Length == 0 || LocalDatePattern.Iso.Parse(day).Success));

    /// <summary>Whether nobody is left to be told.</summary>
    private static bool HaveHeard(ReminderFacts facts, RosterRow? row, IReadOnlyList<RecordedNotice> said) =>
        said.Count > 0 && StaffAddress.Of(facts, row).All(staff => HasHeard(said, staff));

    /// <summary>
    /// They were told, or may have been, or will be. What Slack refuses them, or staff dropped, is not said to them again: it stood in the outbox. Who
    /// joins later is not told what others heard before.
    /// </summary>
    private static bool HasHeard(IReadOnlyList<RecordedNotice> said, string recipient)
    {
        var theirs = said.Where(n => n.Recipient == recipient).ToList();
        return theirs.Exists(n => n.IsDone || n.State == NoticeState.Dead || n.Reason == Notice.Dropped) || (theirs.Count == 0 && said.Any(n => n.IsDone));
    }

    private sealed record StaffLine(string Key, string Kind, RosterRow? Row, LocalDate Day)
    {
        /// <summary>What was recorded of it before.</summary>
        public required IReadOnlyList<RecordedNotice> Said { get; init; }

        public required IReadOnlyList<NoticeSubject> Subjects { get; init; }
    }
}
