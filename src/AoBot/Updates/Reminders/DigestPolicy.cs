using System.Globalization;
using AoBot.Engagements;
using AoBot.Outbox;
using AoBot.Reminders;
using NodaTime;
using NodaTime.Calendars;

namespace AoBot.Updates.Reminders;

/// <summary>What the weekly digest names: only what staff can act on.</summary>
/// <param name="Waiting">In review for as long as staff were told about.</param>
/// <param name="Open">Asked for to the end, and not in.</param>
/// <param name="Questions">How many files or folders are unclear.</param>
/// <param name="Unreachable">Engagements with nobody who can be written to, by name.</param>
public sealed record DigestContent(IReadOnlyList<CoverageCell> Waiting, IReadOnlyList<CoverageCell> Open, int Questions, IReadOnlyList<string> Unreachable)
{
    public bool IsEmpty => Waiting.Count == 0 && Open.Count == 0 && Questions == 0 && Unreachable.Count == 0;
}

/// <summary>
/// Once a week staff hear what waits for them, on its first working day; in a week in which nothing does, nothing. Whoever could not say it then says it
/// on the next working day of the same week.
/// </summary>
public static class DigestPolicy
{
    private const int MonthsOpen = 3;

    public static IReadOnlyList<NoticePlan> Decide(ReminderFacts facts, Instant now)
    {
        var day = (now + UpdateReminderPolicy.Ahead).InZone(facts.Zone).Date;
        var monday = day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var weekend = monday.PlusDays(5);
        var first = facts.WorkingDays.OnOrAfter(monday);
        if (first >= weekend || Of(facts, now).IsEmpty)
        {
            return [];
        }

        var rule = WeekYearRules.Iso;
        var week = string.Create(CultureInfo.InvariantCulture, $"{UpdateNotices.Digest}/{rule.GetWeekYear(monday)}-W{rule.GetWeekOfWeekYear(monday):00}");
        var isSaid = facts.Recorded.Any(n => n is { Kind: UpdateNotices.Digest, Counts: true } && n.Key.StartsWith(week, StringComparison.Ordinal));
        return [.. from staff in StaffAddress.Keyed(facts, null, week)
                   let hours = facts.HoursOf(staff.Recipient)
                   let moment = hours.MomentOf(first)
                   let at = moment >= now ? moment : isSaid || Of(facts, now, before: moment).IsEmpty ? (Instant?)null : NextWorked(facts, hours, now)
                   let end = LocalMoments.At(weekend, LocalTime.Midnight, hours.Zone)
                   where moment >= facts.Since && at <= now + UpdateReminderPolicy.Ahead && at < end && facts.Recorded.All(n => n.Key != staff.Key)
                   select new NoticePlan(staff.Key, UpdateNotices.Digest, staff.Recipient, at.Value) { UselessAfter = end, Subjects = [new NoticeSubject(null, null, UpdateNotices.Digest, "something waits for staff")] }];
    }

    /// <param name="facts">What is known now.</param>
    /// <param name="now">The moment.</param>
    /// <param name="before">Only what waited before then already, as far as that can be told; none for everything.</param>
    public static DigestContent Of(ReminderFacts facts, Instant now, Instant? before = null)
    {
        var today = (before ?? now).InZone(facts.Zone).Date;
        var living = facts.Roster.Rows.Where(r => r.LivesOn(today)).Select(r => r.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var told = Told(UpdateNotices.Escalation, UpdateNotices.StillRunning);

        // One that was a draft until this morning may be old.
        var waited = before is null ? null : Told(UpdateNotices.ReviewWaiting);
        return new DigestContent(
            [.. facts.Reading.Coverage.Where(c => c is { State: CoverageState.InReview, Draft: false, Since: { } since } && waited?.Contains((c.Partner, c.Month)) != false && facts.WorkingDays.Add(since.InZone(facts.Zone).Date, facts.Rules.ReviewWorkingDays) <= today)],
            [.. facts.Reading.Coverage.Where(c => c is { State: CoverageState.NotIn, Owed: true } && told.Contains((c.Partner, c.Month)) && c.DueDay.PlusMonths(MonthsOpen) >= today && living.Contains(c.Partner))],
            facts.Reading.Questions.Count(q => before is null || q.Since < before),
            before is not null ? [] : ContactPolicy.Unreachable(facts.Roster.Rows, facts.Denials, facts.People.Where(p => p.Value.IsGone).Select(p => p.Key).ToHashSet(StringComparer.Ordinal), today));

        HashSet<(string? Partner, YearMonth? Month)> Told(params string[] kinds) =>
            [.. facts.Recorded.Where(n => n.Counts && kinds.Contains(n.Kind) && (before is null || n.At < before)).SelectMany(n => n.Subjects.Select(s => (s.Partner, s.Month)))];
    }

    private static Instant NextWorked(ReminderFacts facts, ReminderHours hours, Instant now)
    {
        var next = hours.OnOrAfter(now);
        var day = next.InZone(hours.Zone).Date;
        return facts.WorkingDays.IsWorkingDay(day) ? next : hours.MomentOf(facts.WorkingDays.OnOrAfter(day));
    }
}
