namespace AoBot.Reports;

/// <summary>Money received or spent in a year, as a report states it.</summary>
public sealed class FundingFigure
{
    public int Id { get; private set; }

    public int ReportId { get; private set; }

    public required int Year { get; init; }

    public required FundingKind Kind { get; init; }

    /// <summary>US cents.</summary>
    public required long Cents { get; init; }

    /// <summary>The report's figure, for instance <c>$5M</c>.</summary>
    public required string AsWritten { get; init; }
}

public enum FundingKind
{
    Received,
    Spent,
}
