using System.Text.Json;
using AoBot.Events;
using AoBot.KeyResults;
using AoBot.Reports;
using AoBot.Reports.Reading;
using AoBot.Slack.Tests;
using NodaTime;
using NodaTime.Text;
using Xunit.Abstractions;

namespace AoBot.Tests.Reports;

/// <summary>Two real reports, one in each form of table, against what a careful person read from them.</summary>
public sealed class GoldenReportTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("2024-Q2")]
    [InlineData("2025-Q1")]
    public void Objectives_and_key_results_are_read_as_a_careful_person_reads_them(string quarter)
    {
        if (Read(quarter) is not { } read || Golden(quarter) is not { } golden)
        {
            return;
        }

        Assert.Equal(
            golden.GetProperty("objectives").EnumerateArray().Select(o => (o.Text("id"), o.Text("id_as_written"), o.Text("title"), o.GetProperty("line").GetInt32())),
            read.Report.Objectives.Select(o => ((string?)$"O{o.Number}", (string?)o.IdAsWritten, (string?)o.Title, o.Line)));
        Assert.Equal(
            golden.GetProperty("key_results").EnumerateArray().Select(k => string.Join(
                " | ", k.Text("id"), k.Text("id_as_written"), k.Text("objective"), k.Text("status_as_written"), k.Text("status"), k.Text("deadline"), k.Text("deadline_text"), k.GetProperty("line"), k.Text("text"))),
            read.Report.KeyResults.Select(k => string.Join(
                " | ", $"KR{k.Id}", k.IdAsWritten, $"O{k.Objective}", k.StatusAsWritten, Snake(k.Status), Iso(k.Deadline), k.DeadlineText, k.Line, k.Text)));
    }

    [Theory]
    [InlineData("2024-Q2")]
    [InlineData("2025-Q1")]
    public void Events_are_read_as_a_careful_person_reads_them(string quarter)
    {
        if (Read(quarter) is not { } read || Golden(quarter) is not { } golden)
        {
            return;
        }

        var expected = golden.GetProperty("events").EnumerateArray().ToList();
        var announced = expected.Where(e => e.Text("kind") != "engagement_deadline").ToList();
        Assert.Equal(
            announced.Select(e => $"{e.Text("kind")} {e.Text("date")}"),
            read.Report.Events.Select(e => $"{Kind(e.Kind)} {Iso(e.Date) ?? (e.Month is { } m ? $"{m.Year:0000}-{m.Month:00}" : null)}"));
        Assert.All(announced.Zip(read.Report.Events), pair => Assert.Contains(pair.First.Text("text")!, pair.Second.Sentence, StringComparison.Ordinal));
        Assert.Equal(
            expected.Where(e => e.Text("kind") == "engagement_deadline").Select(e => $"{e.Text("date")} {e.Text("text")}"),
            read.Report.Engagements.Where(e => e.Until is not null).Select(e => $"{Iso(e.Until)} {e.UntilText}"));
    }

    [Fact]
    public void The_first_report_says_who_runs_the_fund_what_it_has_and_what_it_does()
    {
        if (Read("2024-Q2") is not { } read)
        {
            return;
        }

        var report = read.Report;
        Assert.Empty(read.Findings);
        Assert.Equal(("Alpha-Omega", 2024, 2, new LocalDate(2024, 6, 30), AsOfSource.QuarterEnd), (report.Initiative, report.Year, report.Quarter, report.AsOf, report.AsOfSource));
        Assert.Equal(
            ["Michael Scovetta, Microsoft", "Henri Yandell, Amazon Web Services", "Bob Callaway, Google", "Michael Winser, contractor", "Michelle Martineau, Linux Foundation", "Tracy Li, Linux Foundation"],
            report.Team.Select(t => $"{t.Name}, {t.Affiliation}"));
        Assert.Equal((500_000_000L, "$5M", 2024), (report.FundingReceived!.Cents, report.FundingReceived.AsWritten, report.FundingReceived.Year));
        Assert.Equal((400_000_000L, "$4M", 2024), (report.FundingSpent!.Cents, report.FundingSpent.AsWritten, report.FundingSpent.Year));
        Assert.Equal(4, report.KeyAreas.Count);
        Assert.Equal(4, report.KeyAreas.Select(a => a.Area).Distinct().Count());
        Assert.StartsWith("To catalyze", report.Purpose, StringComparison.Ordinal);
        Assert.Equal(SeedTests.Engagements.Order(), report.Engagements.Select(e => $"{e.Name}: {e.Area}").Order());
        Assert.Equal(
            ["Monthly 2024-06", "Monthly 2024-05", "Monthly 2024-03 2024-04", "Monthly 2024-02", "Monthly 2024-01", "Annual"],
            report.PublishedReports.Select(SeedTests.Months));
        Assert.Equal(new YearMonth(2024, 6), report.Events[0].About);
        Assert.True(report.Events[0].Approximate);
        Assert.Equal("Open Source Summit EU", report.Events[3].Place);
        Assert.Equal("LF Member Summit", report.Events[4].Title);
    }

    [Fact]
    public void A_report_that_lacks_things_says_which()
    {
        if (Read("2025-Q1") is not { } read)
        {
            return;
        }

        var finding = Assert.Single(read.Findings);
        Assert.Equal((FindingSeverity.Note, 1), (finding.Severity, finding.Line));
        Assert.Equal("The report holds no: a purpose, key areas, a team, funding received, funding spent, engagements.", finding.Message);
        Assert.Equal([PublishedReportKind.Annual, PublishedReportKind.Other], read.Report.PublishedReports.Select(r => r.Kind));
        Assert.Equal(5, read.Report.News.Count);
    }

    [Fact]
    public void The_template_is_no_report()
    {
        if (SharedData.TryPath("data/reports/0000-quarterly-update-template.md", output, out var path))
        {
            Assert.Contains("template", Reading.Refused(File.ReadAllBytes(path), Path.GetFileName(path)).Reason, StringComparison.Ordinal);
        }
    }

    /// <summary>No damage to a real report makes the reader throw; most leave a report that can be read.</summary>
    [Fact]
    public void A_damaged_report_is_read_or_refused_but_never_throws()
    {
        if (!SharedData.TryPath("data/reports/2024-Q2-Alpha-Omega.md", output, out var path))
        {
            return;
        }

        Damage.Check(File.ReadAllBytes(path), 400, output);
    }

    private TacReportReading.Read? Read(string quarter) =>
        SharedData.TryPath($"data/reports/{quarter}-Alpha-Omega.md", output, out var path)
            ? Assert.IsType<TacReportReading.Read>(TacReportReader.Read(path, File.ReadAllBytes(path), null, Reading.Today))
            : null;

    private JsonElement? Golden(string quarter) =>
        SharedData.TryPath($"data/okr-golden-{quarter}.json", output, out var path) ? JsonDocument.Parse(File.ReadAllBytes(path)).RootElement : null;

    private static string? Iso(LocalDate? date) => date is { } d ? LocalDatePattern.Iso.Format(d) : null;

    private static string Snake(KeyResultStatus status) => status.Words().ToLowerInvariant().Replace(' ', '_');

    private static string Kind(ProgramEventKind kind) => kind switch
    {
        ProgramEventKind.MonthlyReportDue or ProgramEventKind.QuarterlyReportDue or ProgramEventKind.AnnualReportDue => "report_due",
        ProgramEventKind.PublicMeeting => "public_meeting",
        _ => kind.ToString().ToLowerInvariant(),
    };
}

internal static class JsonElementExtensions
{
    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();
}
