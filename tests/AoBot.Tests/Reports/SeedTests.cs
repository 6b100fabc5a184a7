using AoBot.Engagements;
using AoBot.Events;
using AoBot.Reports.Reading;
using AoBot.Slack.Tests;
using NodaTime;
using Xunit.Abstractions;

namespace AoBot.Tests.Reports;

/// <summary>The report that is shipped with the product: it must be read without a finding and hold every fact of the real one, but June's report.</summary>
public sealed class SeedTests(ITestOutputHelper output)
{
    internal static readonly string[] Engagements =
    [
        "AI Library Reviews: Audits", "OpenRefactory: ", "Apache Airflow: Audits", "Rust for Linux: ", "Eclipse Foundation: ", "FreeBSD: ", "Homebrew: ", "jQuery: ", "Node.js: ",
        "OpenSSL: Audits", "Prossimo: ", "Python Software Foundation: ", "Ruby Central: ", "Rust Foundation: ", "Eclipse Kuksa: Audits",
    ];

    private static readonly string SeedFile = Path.Combine(AppContext.BaseDirectory, "Seed", "2024-Q2-Alpha-Omega.md");

    private static readonly TacReportReading.Read Seed =
        Assert.IsType<TacReportReading.Read>(TacReportReader.Read(SeedFile, File.ReadAllBytes(SeedFile), null, new LocalDate(2024, 6, 28)));

    [Fact]
    public void The_seed_is_read_without_a_finding_and_speaks_of_21_June()
    {
        Assert.Empty(Seed.Findings);
        Assert.Equal(("Alpha-Omega", 2024, 2), (Seed.Report.Initiative, Seed.Report.Year, Seed.Report.Quarter));
        Assert.Equal((new LocalDate(2024, 6, 21), AsOfSource.FrontMatter), (Seed.Report.AsOf, Seed.Report.AsOfSource));
    }

    [Fact]
    public void The_seed_holds_eleven_key_results_with_their_statuses_and_deadlines()
    {
        Assert.Equal(4, Seed.Report.Objectives.Count);
        Assert.Equal(
            [
                "1.1 On target 2024-12-31", "1.2 On target -", "1.3 On target 2024-12-31", "1.4 On target 2024-12-31", "2.1 Planning 2024-12-31", "2.2 On target 2024-06-30",
                "2.3 On target -", "3.1 Not started 2024-12-31", "4.1 On Target -", "4.2 Completed 2024-12-31", "4.3 On target -",
            ],
            Seed.Report.KeyResults.Select(k => $"{k.Id} {k.StatusAsWritten} {(k.Deadline is { } d ? $"{d:uuuu-MM-dd}" : "-")}"));
    }

    [Fact]
    public void June_is_not_among_the_seeds_published_reports()
    {
        Assert.Equal(
            ["Monthly 2024-05", "Monthly 2024-03 2024-04", "Monthly 2024-02", "Monthly 2024-01", "Annual"],
            Seed.Report.PublishedReports.Select(Months));
    }

    [Fact]
    public void The_seed_names_team_money_areas_and_engagements()
    {
        Assert.Equal(6, Seed.Report.Team.Count);
        Assert.All(Seed.Report.Team, t => Assert.NotNull(t.Affiliation));
        Assert.Equal((500_000_000L, 400_000_000L), (Seed.Report.FundingReceived!.Cents, Seed.Report.FundingSpent!.Cents));
        Assert.Equal([FocusArea.Staffing, FocusArea.Registries, FocusArea.Audits, FocusArea.Experiments], Seed.Report.KeyAreas.Select(a => a.Area!.Value));
        Assert.Equal(Engagements.Order(), Seed.Report.Engagements.Select(e => $"{e.Name}: {e.Area}").Order());
    }

    [Fact]
    public void The_seed_announces_what_comes_next()
    {
        Assert.Equal(
            [
                (ProgramEventKind.MonthlyReportDue, new LocalDate(2024, 7, 5), null, true), (ProgramEventKind.Roundtable, new LocalDate(2024, 7, 25), null, false),
                (ProgramEventKind.PublicMeeting, new LocalDate(2024, 8, 7), null, false), (ProgramEventKind.Roundtable, null, new YearMonth(2024, 9), false),
                (ProgramEventKind.Conference, (LocalDate?)null, (YearMonth?)null, false),
            ],
            Seed.Report.Events.Select(e => (e.Kind, e.Date, e.Month, e.Approximate)));
        Assert.Equal(new YearMonth(2024, 6), Seed.Report.Events[0].About);
    }

    [Fact]
    public void The_seed_agrees_with_the_real_report()
    {
        if (!SharedData.TryPath("data/reports/2024-Q2-Alpha-Omega.md", output, out var path))
        {
            return;
        }

        var real = Assert.IsType<TacReportReading.Read>(TacReportReader.Read(path, File.ReadAllBytes(path), null, Reading.Today)).Report;
        Assert.Equal(real.Objectives.Select(o => (o.Number, o.Title)), Seed.Report.Objectives.Select(o => (o.Number, o.Title)));
        Assert.Equal(real.KeyResults.Select(k => (k.Id, k.Text, k.StatusAsWritten, k.Deadline)), Seed.Report.KeyResults.Select(k => (k.Id, k.Text, k.StatusAsWritten, k.Deadline)));
        Assert.Equal(real.Team.Select(t => (t.Name, t.Affiliation)), Seed.Report.Team.Select(t => (t.Name, t.Affiliation)));
        Assert.Equal(real.Events.Select(e => (e.Kind, e.Title, e.Date, e.Month, e.About)), Seed.Report.Events.Select(e => (e.Kind, e.Title, e.Date, e.Month, e.About)));
        Assert.Equal(
            real.Engagements.Select(e => (e.Name, e.Area, e.Until, string.Join(' ', e.Links.Select(l => l.Url)))),
            Seed.Report.Engagements.Select(e => (e.Name, e.Area, e.Until, string.Join(' ', e.Links.Select(l => l.Url)))));
        Assert.Equal(real.PublishedReports.Skip(1).Select(r => r.Url), Seed.Report.PublishedReports.Select(r => r.Url));
    }

    internal static string Months(PublishedReportFact report) => string.Join(' ', [$"{report.Kind}", .. report.Months.Select(m => $"{m.Year:0000}-{m.Month:00}")]);
}
