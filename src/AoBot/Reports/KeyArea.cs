namespace AoBot.Reports;

/// <summary>One of the areas that the fund works in, as a report describes it.</summary>
public sealed class KeyArea
{
    public int Id { get; private set; }

    public int ReportId { get; private set; }

    /// <summary>The place in the report's list, from 1.</summary>
    public required int Order { get; init; }

    public required string Text { get; init; }
}
