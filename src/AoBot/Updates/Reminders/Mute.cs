using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>Nobody is asked until it ends; then whoever said so is asked again. Its day is that of their own calendar.</summary>
/// <param name="Until">The day on which they are asked again.</param>
/// <param name="End">When that day begins where they are.</param>
/// <param name="By">Their Slack id.</param>
/// <param name="IsClaim">They said that it was sent.</param>
internal sealed record Mute(LocalDate Until, Instant End, string By, bool IsClaim)
{
    public static Mute Of(UpdateSnooze snooze, DateTimeZone zone) => new(snooze.Until, StartOf(snooze.Until, zone), snooze.SnoozedBy, false);

    public static Mute Of(UpdateClaim claim, ReminderFacts facts, DateTimeZone zone)
    {
        var until = facts.WorkingDays.Add(claim.ClaimedAt.InZone(zone).Date, facts.Rules.BelievedWorkingDays);
        return new Mute(until, StartOf(until, zone), claim.ClaimedBy, true);
    }

    private static Instant StartOf(LocalDate day, DateTimeZone zone) => zone.AtStartOfDay(day).ToInstant();
}
