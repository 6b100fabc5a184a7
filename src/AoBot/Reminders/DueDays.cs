using NodaTime;

namespace AoBot.Reminders;

/// <summary>When what is about a month is due: the 5th of the month after, or the working day before.</summary>
public sealed class DueDays(WorkingDays workingDays)
{
    /// <summary>For how many days after its due day a month is still the one that people speak of.</summary>
    public const int DaysSpokenOf = 15;

    /// <summary>Where a day ends last.</summary>
    public static readonly DateTimeZone LastPlaceOnEarth = DateTimeZone.ForOffset(Offset.FromHours(-12));

    /// <summary>When a day is over anywhere on earth: what is due on it is in time until then.</summary>
    public static Instant EndOf(LocalDate day) => LastPlaceOnEarth.AtStartOfDay(day.PlusDays(1)).ToInstant();

    public LocalDate DueDay(YearMonth month) => workingDays.OnOrBefore(month.PlusMonths(1).OnDayOfMonth(5));

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
