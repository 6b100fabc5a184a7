using AoBot.Reports.Reading;
using NodaTime;

namespace AoBot.Reports;

/// <summary>What came of an import.</summary>
public abstract record ImportResult
{
    private ImportResult()
    {
    }

    /// <param name="Reason">Why the file is no report.</param>
    /// <param name="Line">Where it shows.</param>
    public sealed record Refused(string Reason, int? Line) : ImportResult;

    /// <param name="Facts">What the report holds.</param>
    /// <param name="Findings">What it lacks and what was not read.</param>
    /// <param name="Changes">What is new in the database.</param>
    /// <param name="ReadBefore">The day that the very same file was read for before; then nothing changed.</param>
    public sealed record Imported(TacReportFacts Facts, IReadOnlyList<Finding> Findings, ImportChanges Changes, LocalDate? ReadBefore) : ImportResult;
}

/// <summary>How many rows of each kind are new.</summary>
public sealed class ImportChanges
{
    public int Objectives { get; set; }

    public int KeyResults { get; set; }

    public int Statuses { get; set; }

    public int Engagements { get; set; }

    public int PublishedReports { get; set; }

    public int Events { get; set; }

    public override string ToString() => string.Join(", ",
        "new objective".ToQuantity(Objectives),
        "new key result".ToQuantity(KeyResults),
        "status".ToQuantity(Statuses),
        "new engagement".ToQuantity(Engagements),
        "new published report".ToQuantity(PublishedReports),
        "new date".ToQuantity(Events));
}
