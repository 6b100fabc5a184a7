using NodaTime;

namespace AoBot.Reminders;

/// <summary>Which days are worked: Monday to Friday, but for the holidays of the program.</summary>
/// <param name="holidays">Says of any day whether it is a holiday.</param>
public sealed class WorkingDays(Func<LocalDate, bool> holidays)
{
    public bool IsWorkingDay(LocalDate day) =>
        day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !holidays(day);

    /// <summary>Whether it is one of the program's holidays.</summary>
    public bool IsHoliday(LocalDate day) => holidays(day);

    /// <summary>The day itself where it is worked, else the last working day before it.</summary>
    public LocalDate OnOrBefore(LocalDate day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.PlusDays(-1);
        }

        return day;
    }

    /// <summary>The day itself where it is worked, else the first working day after it.</summary>
    public LocalDate OnOrAfter(LocalDate day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    /// <summary>So many working days later, or before where it is below 0. The day itself does not count: one after a Friday is the Monday, and so it is after the Saturday.</summary>
    public LocalDate Add(LocalDate day, int count)
    {
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.PlusDays(Math.Sign(count));
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}
