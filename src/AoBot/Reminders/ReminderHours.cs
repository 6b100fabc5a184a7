using NodaTime;

namespace AoBot.Reminders;

/// <summary>When somebody may be written to: on their own weekdays, from their hour until the quiet begins, by the clock on their wall.</summary>
/// <param name="From">When what is new today is told.</param>
/// <param name="QuietFrom">From here on it waits for the next weekday.</param>
/// <param name="Zone">Where they are.</param>
public sealed record ReminderHours(LocalTime From, LocalTime QuietFrom, DateTimeZone Zone)
{
    /// <summary>When they hear of what is for a day: at their hour, on the next weekday where the day is none of theirs.</summary>
    public Instant MomentOf(LocalDate day)
    {
        while (!IsWeekday(day))
        {
            day = day.PlusDays(1);
        }

        return LocalMoments.At(day, From, Zone);
    }

    /// <summary>The instant itself where they may be written to, else the next at which they may.</summary>
    public Instant OnOrAfter(Instant instant)
    {
        var day = instant.InZone(Zone).Date;
        var (from, quiet) = (LocalMoments.At(day, From, Zone), LocalMoments.At(day, QuietFrom, Zone));
        return !IsWeekday(day) ? MomentOf(day)
            : instant < from ? from
            : instant < quiet ? instant
            : MomentOf(day.PlusDays(1));
    }

    public bool IsOpen(Instant instant) => OnOrAfter(instant) == instant;

    internal static bool IsWeekday(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
}
