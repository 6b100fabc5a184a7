using AoBot.Reminders;
using NodaTime;

namespace AoBot;

/// <summary>
/// The clock of the program: dates, policies and what people read. <c>Clock:Start</c> and the Playground may set it;
/// signatures, leases, lifetimes and ages of machinery go by the real clock (<see cref="Real"/>).
/// </summary>
/// <param name="time">Shifted or not.</param>
/// <param name="zone">The zone of the program.</param>
/// <param name="dueDays">Its working days, and when what is about a month is due.</param>
public sealed class ProgramClock(TimeProvider time, DateTimeZone zone, DueDays dueDays)
{
    /// <summary>The key of the real <see cref="TimeProvider"/> among the services.</summary>
    public const string Real = "real";

    public DateTimeZone Zone => zone;

    public WorkingDays WorkingDays => dueDays.WorkingDays;

    public DueDays DueDays => dueDays;

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public LocalDate Today => Now.InZone(zone).Date;

    /// <summary>When <see cref="Today"/> ends.</summary>
    public Instant NextMidnight => zone.AtStartOfDay(Today.PlusDays(1)).ToInstant();

    /// <summary>When a date may next be read otherwise: <see cref="Today"/> ends, or a day ends in the last place on earth, and with it what was due.</summary>
    public Instant NextTurn => Instant.Min(NextMidnight, DueDays.EndOf(Now.InZone(DueDays.LastPlaceOnEarth).Date));
}

/// <summary>A clock that was set: it starts at an instant and runs on as the real one does. Timers and time stamps stay real.</summary>
public sealed class ShiftedTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan _shift = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}
