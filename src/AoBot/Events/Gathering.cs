using NodaTime;

namespace AoBot.Events;

public enum GatheringKind
{
    /// <summary>By invitation.</summary>
    Roundtable,

    /// <summary>For everyone, announced in the channel.</summary>
    Meeting,
}

/// <summary>A roundtable or a public meeting that has a time: once, or a series. Each time it takes place is an <see cref="Occurrence"/>.</summary>
public sealed class Gathering
{
    public int Id { get; private set; }

    public required GatheringKind Kind { get; init; }

    /// <summary>What calendars know it by; it never changes.</summary>
    public required string Uid { get; init; }

    public required string Title { get; set; }

    public string? Description { get; set; }

    public string? Agenda { get; set; }

    /// <summary>The IANA zone on whose clocks it keeps its time.</summary>
    public required string Zone { get; set; }

    /// <summary>The first day of the series on its own clocks; of a single one its day.</summary>
    public required LocalDate FirstDay { get; set; }

    public required LocalTime Time { get; set; }

    public required int Minutes { get; set; }

    public string? Place { get; set; }

    /// <summary>A web address; for those who may come alone.</summary>
    public string? Link { get; set; }

    /// <summary>How it repeats, as in RFC 5545 (<c>FREQ=MONTHLY;BYDAY=1WE</c>); none where it takes place once.</summary>
    public string? Rule { get; init; }

    /// <summary>How many may come; none where nobody counts.</summary>
    public int? Capacity { get; set; }

    /// <summary>Whether the channel is told of a roundtable, without names.</summary>
    public bool IsLineInChannel { get; set; }

    /// <summary>The Slack id of who is asked, answers for others and records who came.</summary>
    public required string HostId { get; set; }

    /// <summary>By the program's clock.</summary>
    public required Instant CreatedAt { get; init; }

    public List<Occurrence> Occurrences { get; } = [];
}

/// <summary>What came of a roundtable, for KR 1.4.</summary>
public enum GatheringOutcome
{
    NoneYet,
    NewProject,
    JointPublication,
}

/// <summary>One time that a gathering takes place. It may have been moved away from its day in the series, cancelled, or added to it.</summary>
public sealed class Occurrence
{
    public int Id { get; private set; }

    public int GatheringId { get; init; }

    public required Gathering Gathering { get; init; }

    /// <summary>The day that the series gives it; none where it was added, or where there is no series.</summary>
    public LocalDate? Slot { get; init; }

    /// <summary>The day that a report announced for it, where it completes that date.</summary>
    public LocalDate? AnnouncedDay { get; set; }

    public required LocalDate Day { get; set; }

    public required LocalTime Time { get; set; }

    public required int Minutes { get; set; }

    /// <summary>When it begins: <see cref="Day"/> and <see cref="Time"/> on the clocks of the zone.</summary>
    public required Instant StartsAt { get; set; }

    /// <summary>Where it is, if elsewhere than the series.</summary>
    public string? Place { get; set; }

    /// <summary>Its own link, if another than the series'.</summary>
    public string? Link { get; set; }

    public bool IsCancelled { get; set; }

    /// <summary>What calendars compare: it rises with each change that they must take over.</summary>
    public int Sequence { get; set; }

    /// <summary>It rises when the date moves; who said yes to an earlier one is asked anew.</summary>
    public int DateVersion { get; set; }

    /// <summary>How many have said that they come, ever: the number of each one's arrival.</summary>
    public int Arrivals { get; set; }

    /// <summary>Until when people may answer.</summary>
    public required Instant AnswerBy { get; set; }

    /// <summary>Whether the host holds back what would be said of it.</summary>
    public bool IsHeld { get; set; }

    /// <summary>By the program's clock.</summary>
    public required Instant ChangedAt { get; set; }

    /// <summary>When the host said who came; none before.</summary>
    public Instant? RecordedAt { get; set; }

    public GatheringOutcome? Outcome { get; set; }

    public string? OutcomeLink { get; set; }

    public string? NotesLink { get; set; }

    public List<Invitee> Invitees { get; } = [];

    public Instant EndsAt => StartsAt + Duration.FromMinutes(Minutes);

    public string? PlaceNow => Place ?? Gathering.Place;

    public string? LinkNow => Link ?? Gathering.Link;

    /// <summary>Whether somebody who wants to come would know how.</summary>
    public bool CanBeAttended => PlaceNow is not null || LinkNow is not null;

    /// <summary>When a day and a time are, on the clocks of a zone: one that the clocks skip is the first instant behind the gap, one that comes twice the earlier.</summary>
    public static Instant InstantOf(LocalDate day, LocalTime time, string zone) =>
        (day + time).InZone(DateTimeZoneProviders.Tzdb[zone], Skipping).ToInstant();

    private static NodaTime.TimeZones.ZoneLocalMappingResolver Skipping { get; } =
        NodaTime.TimeZones.Resolvers.CreateMappingResolver(NodaTime.TimeZones.Resolvers.ReturnEarlier, NodaTime.TimeZones.Resolvers.ReturnStartOfIntervalAfter);
}
