using NodaTime;
using NodaTime.TimeZones;

namespace AoBot.Reminders;

/// <summary>When a local time is: one that does not exist is the first instant after the gap, one that comes twice is the earlier.</summary>
public static class LocalMoments
{
    private static readonly ZoneLocalMappingResolver Rule = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public static Instant At(LocalDate day, LocalTime time, DateTimeZone zone) => zone.ResolveLocal(day.At(time), Rule).ToInstant();
}
