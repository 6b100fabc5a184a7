using AoBot.Reminders;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>Until when "remind me later" is.</summary>
public static class SnoozePolicy
{
    /// <summary>Never past the next update's due day; none where that leaves no day.</summary>
    /// <param name="choice">The button or the entry of the menu.</param>
    /// <param name="today">The program's day.</param>
    /// <param name="month">The last month that is asked for.</param>
    /// <param name="dueDays">When a month is due.</param>
    public static LocalDate? Until(string choice, LocalDate today, YearMonth month, DueDays dueDays)
    {
        var wanted = choice switch
        {
            UpdateReminderMessage.InThreeDays => today.PlusDays(3),
            UpdateReminderMessage.NextWeek => today.With(DateAdjusters.Next(IsoDayOfWeek.Monday)),
            _ => today.PlusDays(1),
        };
        var until = LocalDate.Min(wanted, dueDays.DueDay(month.PlusMonths(1)).PlusDays(-1));
        return until > today ? until : null;
    }
}
