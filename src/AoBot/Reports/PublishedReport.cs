using NodaTime;

namespace AoBot.Reports;

/// <summary>A report of the fund that is out, with its link. A monthly one settles the month or months in its name.</summary>
public sealed class PublishedReport
{
    public int Id { get; private set; }

    public required string Url { get; init; }

    public required string Title { get; set; }

    public required PublishedReportKind Kind { get; set; }

    /// <summary>The day of the report that names the link.</summary>
    public required LocalDate SpeaksOf { get; set; }

    public List<PublishedReportMonth> Months { get; } = [];

    /// <summary>Whether it is the fund's report of a month: what is not a monthly one settles none.</summary>
    public bool Settles(YearMonth month) => Kind == PublishedReportKind.Monthly && Months.Exists(m => m.Month == month);
}

/// <summary>A month that a published report is about: "March/April 2024" has two.</summary>
public sealed class PublishedReportMonth
{
    public int Id { get; private set; }

    public int PublishedReportId { get; private set; }

    public required YearMonth Month { get; init; }
}

public enum PublishedReportKind
{
    Monthly,
    Quarterly,
    Annual,
    Other,
}
