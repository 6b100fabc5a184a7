using AoBot.Reminders;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>Until when "remind me later" is.</summary>
public static class SnoozePolicy
{
    /// <summary>A weekday of theirs, never past the next update's due day; none where that leaves no day.</summary>
    /// <param name="choice">The button or the entry of the menu.</param>
    /// <param name="today">The day where they are.</param>
    /// <param name="next">When the next update of the engagement is due.</param>
    public static LocalDate? Until(string choice, LocalDate today, LocalDate next)
    {
        var wanted = choice switch
        {
            UpdateReminderMessage.InThreeDays => today.PlusDays(3),
            UpdateReminderMessage.NextWeek => today.With(DateAdjusters.Next(IsoDayOfWeek.Monday)),
            _ => today.PlusDays(1),
        };
        var until = LocalDate.Min(Weekday(wanted, 1), Weekday(next.PlusDays(-1), -1));
        return until > today ? until : null;
    }

    // On a weekend nobody is written to.
    private static LocalDate Weekday(LocalDate day, int step)
    {
        while (!ReminderHours.IsWeekday(day))
        {
            day = day.PlusDays(step);
        }

        return day;
    }
}
