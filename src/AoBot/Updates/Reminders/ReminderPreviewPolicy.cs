using AoBot.Outbox;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>What would be sent in the next days, if nothing came and nobody answered.</summary>
/// <param name="Reminders">In order of time.</param>
/// <param name="Silent">The steps of these days that nobody would hear of, and why.</param>
public sealed record ReminderPreview(IReadOnlyList<PreviewedReminder> Reminders, IReadOnlyList<SilentStep> Silent);

/// <param name="At">When.</param>
/// <param name="Zone">The reader's.</param>
/// <param name="Recipient">Who.</param>
/// <param name="Kind">Of the notice.</param>
/// <param name="Items">What it says of each engagement; empty for what staff hear.</param>
/// <param name="Subjects">What it is about.</param>
public sealed record PreviewedReminder(Instant At, DateTimeZone Zone, string Recipient, string Kind, IReadOnlyList<ReminderItem> Items, IReadOnlyList<NoticeSubject> Subjects);

/// <summary>The days to come, day by day, through the rules that decide in earnest. What is planned already is part of it.</summary>
public static class ReminderPreviewPolicy
{
    public static ReminderPreview Of(ReminderFacts facts, Instant now, int days)
    {
        var end = now + Duration.FromDays(days);
        var (recorded, silent) = (facts.Recorded.ToList(), new Dictionary<(string, YearMonth), SilentStep>());
        var coming = recorded.Where(n => n.State == NoticeState.Planned && n.NotBefore <= end && n.Kind is not (UpdateNotices.Thanks or UpdateNotices.Edit)).ToList();
        foreach (var at in Enumerable.Range(0, days + 1).Select(day => now + Duration.FromDays(day)))
        {
            var then = facts with { Recorded = [.. recorded] };
            var asked = UpdateReminderPolicy.Decide(then, at);
            foreach (var one in asked.Silent)
            {
                silent[(one.Partner, one.Month)] = one;
            }

            var drafts = DraftPolicy.Decide(then, at);
            recorded.AddRange(asked.Past.Concat(drafts.Past).Select(p => Recorded(p.Plan, NoticeState.Skipped, p.Reason)));
            var plans = asked.Plans.Concat(drafts.Plans).Concat(StaffLinePolicy.Decide(then, at).Plans).Concat(DigestPolicy.Decide(then, at)).Where(p => recorded.TrueForAll(r => r.Key != p.Key)).ToList();
            foreach (var planned in plans.Select(p => Recorded(p, NoticeState.Planned, null)))
            {
                recorded.Add(planned);
                if (planned.NotBefore <= end)
                {
                    coming.Add(planned);
                }
            }
        }

        return new ReminderPreview(
            [.. coming.OrderBy(n => n.NotBefore).ThenBy(n => n.Id).Select(n => Of(facts, n, now))],
            [.. silent.Values]);

        RecordedNotice Recorded(NoticePlan plan, NoticeState state, string? reason) =>
            new(-recorded.Count, plan.Key, plan.Kind, plan.Recipient, plan.NotBefore, state, plan.Subjects) { Reason = reason };
    }

    /// <summary>A notice as it would read when it comes.</summary>
    public static PreviewedReminder Of(ReminderFacts facts, RecordedNotice notice, Instant now)
    {
        var row = facts.Roster.Rows.FirstOrDefault(r => notice.Subjects.Any(s => r.Key.Equals(s.Partner, StringComparison.OrdinalIgnoreCase)));
        var zone = facts.HoursOf(notice.Recipient, row is null || StaffAddress.Of(facts, row).Contains(notice.Recipient) ? null : row.Zone).Zone;
        var isAsking = UpdateNotices.Asking.Contains(notice.Kind);
        return new PreviewedReminder(notice.NotBefore, zone, notice.Recipient, notice.Kind, isAsking ? ReminderItemPolicy.Of(facts, notice.Kind, notice.Recipient, notice.Subjects, Instant.Max(now, notice.NotBefore), notice.Id) : [], notice.Subjects);
    }
}
