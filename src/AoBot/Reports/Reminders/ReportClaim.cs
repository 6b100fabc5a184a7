using NodaTime;

namespace AoBot.Reports.Reminders;

/// <summary>"I've got it": the one of staff who sees to a report; the others hear no more of it.</summary>
public sealed class ReportClaim
{
    public int Id { get; private set; }

    /// <summary><c>monthly/2024-06</c> or <c>tac/2024-Q2</c>; the first who says so has it.</summary>
    public required string Report { get; init; }

    /// <summary>Their Slack id.</summary>
    public required string TakenBy { get; init; }

    /// <summary>By the program's clock.</summary>
    public required Instant TakenAt { get; init; }
}

/// <summary>A report that does not come out, and why.</summary>
public sealed class ReportWaiver
{
    public int Id { get; private set; }

    /// <summary><c>monthly/2024-06</c> or <c>tac/2024-Q2</c>.</summary>
    public required string Report { get; init; }

    /// <summary>In the words of whoever waived it.</summary>
    public required string Reason { get; init; }

    /// <summary>The Slack id of the one of staff.</summary>
    public required string WaivedBy { get; init; }

    /// <summary>By the program's clock.</summary>
    public required Instant WaivedAt { get; init; }
}
