using NodaTime;

namespace AoBot.Reminders;

/// <summary>When what is about a month is due: the 5th of the month after, or the working day before; and what is about a quarter: its last working day.</summary>
/// <param name="workingDays">Of the program.</param>
/// <param name="dayOfMonth">Another day than the 5th, 1 to 28.</param>
/// <param name="afterQuarter">How many working days after the last one of the quarter its report is due.</param>
public sealed class DueDays(WorkingDays workingDays, int dayOfMonth = DueDays.Usual, int afterQuarter = 0)
{
    public const int Usual = 5;

    /// <summary>For how many days after its due day a month is still the one that people speak of.</summary>
    public const int DaysSpokenOf = 15;

    /// <summary>Where a day ends last.</summary>
    public static readonly DateTimeZone LastPlaceOnEarth = DateTimeZone.ForOffset(Offset.FromHours(-12));

    /// <summary>When a day is over anywhere on earth: what is due on it is in time until then.</summary>
    public static Instant EndOf(LocalDate day) => LastPlaceOnEarth.AtStartOfDay(day.PlusDays(1)).ToInstant();

    public WorkingDays WorkingDays => workingDays;

    /// <summary>Of an update, and of the monthly report that is made of them.</summary>
    public LocalDate DueDay(YearMonth month) => workingDays.OnOrBefore(month.PlusMonths(1).OnDayOfMonth(dayOfMonth));

    /// <summary>Of the report of a quarter.</summary>
    /// <param name="month">Any month of it.</param>
    public LocalDate QuarterlyDue(YearMonth month)
    {
        var last = workingDays.OnOrBefore(new YearMonth(month.Year, (month.Month + 2) / 3 * 3).ToDateInterval().End);
        return afterQuarter == 0 ? last : workingDays.Add(last, afterQuarter);
    }

    /// <summary>The month whose due day was less than 15 days ago or, failing that, the one whose due day is next.</summary>
    public YearMonth MonthSpokenOf(LocalDate today)
    {
        var month = today.ToYearMonth().PlusMonths(-2);
        while (DueDay(month).PlusDays(DaysSpokenOf) <= today)
        {
            month = month.PlusMonths(1);
        }

        return month;
    }
}
