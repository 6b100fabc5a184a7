using System.Globalization;
using AoBot.Engagements;
using AoBot.Outbox;
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

/// <summary>Once a week staff hear what waits for them; in a week in which nothing does, nothing.</summary>
public static class DigestPolicy
{
    private const int MonthsOpen = 3;

    public static IReadOnlyList<NoticePlan> Decide(ReminderFacts facts, Instant now)
    {
        var day = (now + UpdateReminderPolicy.Ahead).InZone(facts.Zone).Date;
        var monday = day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var first = facts.WorkingDays.OnOrAfter(monday);
        if (Of(facts, now).IsEmpty || first >= monday.PlusDays(5) || first < now.InZone(facts.Zone).Date)
        {
            return [];
        }

        var rule = WeekYearRules.Iso;
        var week = string.Create(CultureInfo.InvariantCulture, $"{UpdateNotices.Digest}/{rule.GetWeekYear(monday)}-W{rule.GetWeekOfWeekYear(monday):00}");
        return [.. from staff in StaffAddress.Keyed(facts, null, week)
                   let hours = facts.HoursOf(staff.Recipient)
                   let moment = hours.MomentOf(first)
                   where moment >= facts.Since && moment >= now && moment <= now + UpdateReminderPolicy.Ahead && facts.Recorded.All(n => n.Key != staff.Key)
                   select new NoticePlan(staff.Key, UpdateNotices.Digest, staff.Recipient, moment) { UselessAfter = hours.MomentOf(first.PlusDays(2)), Subjects = [new NoticeSubject(null, null, UpdateNotices.Digest, "something waits for staff")] }];
    }

    public static DigestContent Of(ReminderFacts facts, Instant now)
    {
        var today = now.InZone(facts.Zone).Date;
        var living = facts.Roster.Rows.Where(r => r.LivesOn(today)).Select(r => r.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var told = facts.Recorded.Where(n => n.Counts && n.Kind is UpdateNotices.Escalation or UpdateNotices.StillRunning)
            .SelectMany(n => n.Subjects.Select(s => (s.Partner, s.Month))).ToHashSet();
        return new DigestContent(
            [.. facts.Reading.Coverage.Where(c => c is { State: CoverageState.InReview, Draft: false, Since: { } since } && facts.WorkingDays.Add(since.InZone(facts.Zone).Date, facts.Rules.ReviewWorkingDays) <= today)],
            [.. facts.Reading.Coverage.Where(c => c is { State: CoverageState.NotIn, Owed: true } && told.Contains((c.Partner, c.Month)) && c.DueDay.PlusMonths(MonthsOpen) >= today && living.Contains(c.Partner))],
            facts.Reading.Questions.Count,
            ContactPolicy.Unreachable(facts.Roster.Rows, facts.People.Where(p => p.Value.IsGone).Select(p => p.Key).ToHashSet(StringComparer.Ordinal), today));
    }
}
