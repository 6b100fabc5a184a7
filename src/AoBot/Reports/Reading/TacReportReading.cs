namespace AoBot.Reports.Reading;

/// <summary>What came of reading a file: the facts of a report, or why it is none.</summary>
public abstract record TacReportReading
{
    private TacReportReading()
    {
    }

    /// <param name="Reason">A sentence for the person who gave the file.</param>
    /// <param name="Line">Where it shows, from 1; none where it is about the whole file.</param>
    public sealed record Refused(string Reason, int? Line = null) : TacReportReading;

    /// <param name="Report">What the report holds.</param>
    /// <param name="Findings">What it lacks and what could not be read, by line.</param>
    public sealed record Read(TacReportFacts Report, IReadOnlyList<Finding> Findings) : TacReportReading;
}

/// <summary>Something the reader of a report should know of the reading.</summary>
/// <param name="Severity">Whether something was lost.</param>
/// <param name="Line">From 1; 1 also where it is about the whole file.</param>
/// <param name="Message">A sentence.</param>
public sealed record Finding(FindingSeverity Severity, int Line, string Message);

public enum FindingSeverity
{
    /// <summary>The report does not hold it, or it was read in a way worth knowing.</summary>
    Note,

    /// <summary>It stands in the report and was not read, or contradicts itself.</summary>
    Warning,
}
