namespace AoBot.Reports;

/// <summary>Somebody who runs the fund, as a report names them. Published by the fund itself.</summary>
public sealed class TeamMember
{
    public int Id { get; private set; }

    public int ReportId { get; private set; }

    /// <summary>The place in the report's list, from 1.</summary>
    public required int Order { get; init; }

    public required string Name { get; init; }

    public string? Affiliation { get; init; }
}
