using AoBot.Outbox;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>What was asked for has come: the messages that asked become a thanks, and their buttons die. An edit makes no sound, and still waits for a good hour.</summary>
public static class ThanksPolicy
{
    /// <summary>Older messages are left as they are.</summary>
    private static readonly Duration LookedBack = Duration.FromDays(90);

    public static IReadOnlyList<NoticePlan> Decide(ReminderFacts facts, Instant now)
    {
        var cells = facts.Reading.Coverage.ToDictionary(c => (c.Partner.ToUpperInvariant(), c.Month));
        var edits = facts.Recorded.Where(n => n.Kind == UpdateNotices.Thanks).Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        var plans = new List<NoticePlan>();
        foreach (var notice in facts.Recorded.Where(n => n.State == NoticeState.Sent && n.At >= now - LookedBack && UpdateNotices.Asking.Contains(n.Kind)))
        {
            foreach (var subject in notice.Subjects.Where(s => Of(s) is { State: CoverageState.Received or CoverageState.InReview } cell && (notice.Kind != UpdateNotices.Draft || !cell.Draft || cell.State == CoverageState.Received)))
            {
                // One message may ask for several: each has its own edit, by the first key where there is but one.
                var key = notice.Subjects.Count == 1 ? $"{UpdateNotices.Thanks}/{notice.Key}" : $"{UpdateNotices.Thanks}/{notice.Key}/{subject.Partner}/{NodaTime.Text.YearMonthPattern.Iso.Format(subject.Month!.Value)}";
                if (edits.Add(key))
                {
                    plans.Add(new NoticePlan(key, UpdateNotices.Thanks, notice.Recipient, facts.HoursOf(notice.Recipient, ZoneOf(notice, subject)).OnOrAfter(now))
                    {
                        EditsId = notice.Id,
                        Subjects = [subject with { Step = UpdateNotices.Thanks, Reason = Of(subject)!.State == CoverageState.Received ? "received" : "in review" }],
                    });
                }
            }
        }

        return plans;

        CoverageCell? Of(NoticeSubject subject) => subject is { Partner: { } partner, Month: { } month } ? cells.GetValueOrDefault((partner.ToUpperInvariant(), month)) : null;

        // Staff who got it for somebody without Slack live by the program's zone.
        string? ZoneOf(RecordedNotice notice, NoticeSubject subject) =>
            facts.Roster.Rows.FirstOrDefault(r => r.Key.Equals(subject.Partner, StringComparison.OrdinalIgnoreCase)) is { } row && !StaffAddress.Of(facts, row).Contains(notice.Recipient) ? row.Zone : null;
    }
}
