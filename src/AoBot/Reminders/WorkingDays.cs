using NodaTime;

namespace AoBot.Reminders;

/// <summary>Which days are worked: Monday to Friday, but for the holidays of the program.</summary>
/// <param name="holidays">Says of any day whether it is a holiday.</param>
public sealed class WorkingDays(Func<LocalDate, bool> holidays)
{
    public bool IsWorkingDay(LocalDate day) =>
        day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !holidays(day);

    /// <summary>The day itself where it is worked, else the last working day before it.</summary>
    public LocalDate OnOrBefore(LocalDate day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.PlusDays(-1);
        }

        return day;
    }
}
