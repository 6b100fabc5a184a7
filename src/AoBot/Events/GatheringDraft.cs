using NodaTime;

namespace AoBot.Events;

/// <summary>A gathering as somebody typed it into a window, read and found good.</summary>
public sealed record GatheringDraft
{
    public required string Title { get; init; }

    public required LocalDate Day { get; init; }

    public required LocalTime Time { get; init; }

    public required int Minutes { get; init; }

    public required string Zone { get; init; }

    public string? Rule { get; init; }

    public string? Place { get; init; }

    public string? Link { get; init; }

    public string? Description { get; init; }

    public string? Agenda { get; init; }

    public required string HostId { get; init; }

    public int? Capacity { get; init; }

    /// <summary>The last day to answer; none for the usual one.</summary>
    public LocalDate? AnswerBy { get; init; }

    public bool IsLineInChannel { get; init; }

    /// <summary>Whether a change is for this one and all later ones of the series.</summary>
    public bool IsForAllLater { get; init; }

    /// <summary>Whether the date that a report announced is this very one.</summary>
    public bool IsTheAnnounced { get; init; }

    /// <summary>What a person must have seen in full before it is saved.</summary>
    public string When => GatheringWords.InFull(Day, Time, Minutes, Zone);
}

/// <summary>What is wrong with a field of a window.</summary>
/// <param name="Field">Its block.</param>
/// <param name="Message">What, and the cure.</param>
public sealed record FieldFault(string Field, string Message);
