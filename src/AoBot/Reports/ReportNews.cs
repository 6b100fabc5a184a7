namespace AoBot.Reports;

/// <summary>One of a report's recent updates, as it tells it.</summary>
public sealed class ReportNews
{
    public int Id { get; private set; }

    public int ReportId { get; private set; }

    /// <summary>The place in the report's list, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>What it is about, where the report sets that apart.</summary>
    public string? Title { get; init; }

    public required string Text { get; init; }

    /// <summary>Where more can be read: its first link.</summary>
    public string? Url { get; init; }
}
