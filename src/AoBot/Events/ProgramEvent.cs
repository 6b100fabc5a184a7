using NodaTime;

namespace AoBot.Events;

/// <summary>Something with a date that a report announces. A day without a time stays a day; a month without a day stays a month.</summary>
public sealed class ProgramEvent
{
    public int Id { get; private set; }

    public required ProgramEventKind Kind { get; init; }

    /// <summary>What it is called, in few words, for instance <c>LF Member Summit</c>.</summary>
    public required string Title { get; set; }

    public LocalDate? Date { get; init; }

    /// <summary>Where only the month is known.</summary>
    public YearMonth? Month { get; init; }

    /// <summary>"around July 5th".</summary>
    public bool Approximate { get; set; }

    /// <summary>For a monthly report that is due: the month it is about.</summary>
    public YearMonth? About { get; set; }

    /// <summary>When it begins; none where the report names no time.</summary>
    public Instant? StartsAt { get; set; }

    /// <summary>The IANA zone in which its time was named; none where there is no time.</summary>
    public string? Zone { get; set; }

    public required LocalDate SpeaksOf { get; set; }
}

public enum ProgramEventKind
{
    MonthlyReportDue,
    QuarterlyReportDue,
    AnnualReportDue,
    Roundtable,
    PublicMeeting,
    Conference,
}
