using System.Text;
using AoBot.Reports.Reading;
using NodaTime;

namespace AoBot.Tests.Reports;

/// <summary>Short ways to read a report in a test.</summary>
internal static class Reading
{
    public static readonly LocalDate Today = new(2030, 1, 15);

    public static TacReportReading.Read Report(string markdown, string fileName = "report.md", LocalDate? asOf = null, LocalDate? today = null) =>
        Assert.IsType<TacReportReading.Read>(TacReportReader.Read(fileName, Encoding.UTF8.GetBytes(markdown), asOf, today ?? Today));

    public static TacReportReading.Refused Refused(byte[] bytes, string fileName = "2024-Q2-Example.md", LocalDate? asOf = null, LocalDate? today = null) =>
        Assert.IsType<TacReportReading.Refused>(TacReportReader.Read(fileName, bytes, asOf, today ?? Today));

    public static TacReportReading.Refused Refused(string markdown, string fileName = "notes.md") => Refused(Encoding.UTF8.GetBytes(markdown), fileName);

    /// <summary>A report of 2027 Q2 with these lines in the section of the heading.</summary>
    public static TacReportReading.Read Section(string heading, string lines, string front = "") =>
        Report($"{front}# 2027 Q2 Example Fund\n\n## {heading}\n\n{lines}\n");

    public static IReadOnlyList<string> Warnings(this TacReportReading.Read read) =>
        [.. read.Findings.Where(f => f.Severity == FindingSeverity.Warning).Select(f => $"{f.Line}: {f.Message}")];
}
