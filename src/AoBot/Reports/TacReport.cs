using AoBot.Engagements;
using AoBot.KeyResults;
using NodaTime;

namespace AoBot.Reports;

/// <summary>A quarterly report of the fund to the TAC, as it was read. Every fact of a report speaks of the report's day.</summary>
public sealed class TacReport
{
    public int Id { get; private set; }

    /// <summary>Whose report it is, as in its title: <c>Alpha-Omega</c>.</summary>
    public required string Initiative { get; init; }

    public required int Year { get; init; }

    /// <summary>1 to 4.</summary>
    public required int Quarter { get; init; }

    public required LocalDate SpeaksOf { get; init; }

    /// <summary>The file's name without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file in lower-case hex: the same file is not read twice.</summary>
    public required string ContentHash { get; init; }

    /// <summary>By the program's clock.</summary>
    public required Instant ImportedAt { get; init; }

    public string? Purpose { get; init; }

    public List<FundingFigure> Funding { get; } = [];

    public List<TeamMember> Team { get; } = [];

    public List<KeyArea> KeyAreas { get; } = [];

    public List<ReportNews> News { get; } = [];

    public List<CheckIn> CheckIns { get; } = [];

    public List<EngagementMention> Mentions { get; } = [];
}
