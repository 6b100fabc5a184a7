using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace AoBot.Playground.Clock;

/// <summary>Reads where the clock is to go: <c>P1D</c> (a local day of the program's zone), <c>PT1H</c>, an instant, or a local date or time.</summary>
public static class ClockTarget
{
    /// <summary>A local time that does not exist is the first instant after the gap; one that comes twice is the earlier.</summary>
    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>None where it cannot be read.</summary>
    public static Instant? Advance(string period, Instant now, DateTimeZone zone)
    {
        if (!PeriodPattern.Roundtrip.Parse(period).TryGetValue(Period.Zero, out var length))
        {
            return null;
        }

        try
        {
            var (days, time) = (new PeriodBuilder { Years = length.Years, Months = length.Months, Weeks = length.Weeks, Days = length.Days }.Build(), length - new PeriodBuilder { Years = length.Years, Months = length.Months, Weeks = length.Weeks, Days = length.Days }.Build());
            var moved = days.Equals(Period.Zero) ? now : (now.InZone(zone).LocalDateTime + days).InZone(zone, Resolver).ToInstant();
            return moved + time.ToDuration();
        }
        catch (Exception problem) when (problem is OverflowException or ArgumentOutOfRangeException or InvalidOperationException)
        {
            // Farther than a calendar goes.
            return null;
        }
    }

    /// <summary>None where it cannot be read.</summary>
    public static Instant? To(string text, DateTimeZone zone)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out var instant))
        {
            return instant.ToInstant();
        }

        if (LocalDateTimePattern.GeneralIso.Parse(text).TryGetValue(default, out var local) || LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).TryGetValue(default, out local))
        {
            return local.InZone(zone, Resolver).ToInstant();
        }

        return LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) ? zone.AtStartOfDay(date).ToInstant() : null;
    }
}
