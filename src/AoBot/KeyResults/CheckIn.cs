using AoBot.Reports;
using NodaTime;

namespace AoBot.KeyResults;

/// <summary>
/// What was said of a key result on a day. Every one is kept; a correction is a new row.
/// The current one is the latest by <see cref="SpeaksOf"/>, and of one day the one that was said last.
/// </summary>
public sealed class CheckIn
{
    public int Id { get; private set; }

    public int KeyResultId { get; private set; }

    public KeyResult KeyResult { get; init; } = null!;

    public required LocalDate SpeaksOf { get; init; }

    /// <summary>As its author wrote it, for instance <c>On Target</c>.</summary>
    public required string StatusAsWritten { get; init; }

    public required KeyResultStatus Status { get; init; }

    public int ReportId { get; private set; }

    /// <summary>The report that said it.</summary>
    public required TacReport Report { get; init; }
}
