using AoBot.Engagements;
using AoBot.Outbox;
using AoBot.Reminders;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Updates.Reminders;

/// <summary>What staff ask for by hand.</summary>
/// <param name="Plan">The reminder; none where it is refused.</param>
/// <param name="Refusal">Why not, in words for staff.</param>
public sealed record NudgeDecision(NoticePlan? Plan, string? Refusal)
{
    /// <summary>What its reader would see.</summary>
    public IReadOnlyList<ReminderItem> Items { get; init; } = [];
}

/// <summary>A reminder by hand: for the newest that is open, by the same rules as all others, and counted among the three.</summary>
public static class NudgePolicy
{
    public static NudgeDecision Decide(ReminderFacts facts, RosterRow row, Instant now)
    {
        var index = new ReminderIndex(facts);
        var periods = index.PeriodsOf(row);
        var today = now.InZone(facts.Zone).Date;
        var owed = periods.Index().LastOrDefault(p => p.Item.Due <= today.PlusDays(7));
        if (owed.Item is not { } period)
        {
            return new NudgeDecision(null, "nothing is due from them");
        }

        var standing = new UpdateStanding(index, periods, owed.Index);
        if (standing.WhyNot(LadderStep.Due, now, period.Open) is { } why)
        {
            return new NudgeDecision(null, SilenceWords.Of(why));
        }

        if (AddresseePolicy.Of(index, row, period.Month, LadderStep.Due, today) is not { Person: { } person })
        {
            return new NudgeDecision(null, "nobody of theirs can be written to in Slack now");
        }

        var plan = new NoticePlan(
            UpdateNotices.Key(UpdateNotices.Nudge, period.Month, $"{row.Key}/{person}/{LocalDatePattern.Iso.Format(today)}"),
            UpdateNotices.Nudge,
            person,
            facts.HoursOf(person, row.Zone).OnOrAfter(now))
        {
            UselessAfter = now + Duration.FromDays(4),
            Subjects = [.. period.Open.Select(m => new NoticeSubject(row.Key, m, UpdateNotices.Word(LadderStep.Due), "staff asked"))],
        };
        return index.IsTaken(plan.Key) ? new NudgeDecision(null, "they were reminded by hand today") : new NudgeDecision(plan, null) { Items = ReminderItemPolicy.Of(facts, plan.Kind, person, plan.Subjects, now) };
    }
}
