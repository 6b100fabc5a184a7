using NodaTime;

namespace AoBot.Reminders;

/// <summary>When somebody may be written to: on their own weekdays, from their hour until the quiet begins, by the clock on their wall.</summary>
/// <param name="From">When what is new today is told; where it is quiet by then, the last full hour before.</param>
/// <param name="QuietFrom">From here on it waits for the next weekday.</param>
/// <param name="Zone">Where they are.</param>
public sealed record ReminderHours(LocalTime From, LocalTime QuietFrom, DateTimeZone Zone)
{
    // Whoever says nothing else may choose to hear from here on.
    private const int Earliest = 8;

    /// <summary>When what is new today is told. An hour that was chosen before the quiet began earlier falls to the last that is left: nobody is silenced by a setting.</summary>
    public LocalTime From { get; init; } = Open(From, QuietFrom);

    /// <summary>The full hours that somebody may choose from.</summary>
    public static IReadOnlyList<LocalTime> Choices(ReminderRules rules)
    {
        var first = Math.Min(Earliest, rules.From == new LocalTime(rules.From.Hour, 0) ? rules.From.Hour : rules.From.Hour + 1);
        return [.. Enumerable.Range(first, 24 - first).Select(hour => new LocalTime(hour, 0)).Where(hour => hour < rules.QuietFrom)];
    }

    /// <summary>The hour itself, or the last full one before the quiet begins.</summary>
    public static LocalTime Open(LocalTime hour, LocalTime quietFrom)
    {
        var last = new LocalTime(quietFrom.Hour, 0);
        return hour < quietFrom ? hour : last < quietFrom ? last : last.PlusHours(-1);
    }

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
