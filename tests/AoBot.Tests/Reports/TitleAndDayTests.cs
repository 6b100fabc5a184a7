using AoBot.Reports.Reading;
using NodaTime;

namespace AoBot.Tests.Reports;

public sealed class TitleAndDayTests
{
    private const string Body = "\n\n## Overview\n\nWell.\n\n## Purpose\n\nTo help.\n";

    [Theory]
    [InlineData("2027 Q2 Example Fund", "Example Fund")]
    [InlineData("2027 q2 Example Fund", "Example Fund")]
    [InlineData("2027-Q2: Example Fund", "Example Fund")]
    [InlineData("2027 Q2 Example Fund TAC Report", "Example Fund")]
    [InlineData("Example Fund, Q2 2027", "Example Fund")]
    [InlineData("Example Fund – Second Quarter of 2027", "Example Fund")]
    [InlineData("**2027 Q2** Best Practices WG", "Best Practices WG")]
    public void A_title_gives_year_quarter_and_initiative(string title, string initiative)
    {
        var report = Reading.Report($"# {title}{Body}").Report;
        Assert.Equal((2027, 2, initiative), (report.Year, report.Quarter, report.Initiative));
    }

    [Fact]
    public void Without_a_title_the_name_of_the_file_counts()
    {
        var report = Reading.Report($"# Our report{Body}", "folder/2027-Q2-Example-Fund.md").Report;
        Assert.Equal((2027, 2, "Example-Fund"), (report.Year, report.Quarter, report.Initiative));
    }

    [Fact]
    public void Where_title_and_file_name_differ_the_title_counts_and_it_is_said() =>
        Assert.Equal(["1: The title says 2027 Q2, the file's name 2027-Q3: the title counts."], Reading.Report($"# 2027 Q2 Example{Body}", "2027-Q3-Example.md").Warnings());

    [Fact]
    public void A_byte_order_mark_and_foreign_line_ends_do_no_harm() =>
        Assert.Equal("To help.", Reading.Report("\uFEFF" + $"# 2027 Q2 Example{Body}".Replace("\n", "\r\n", StringComparison.Ordinal)).Report.Purpose);

    [Fact]
    public void A_report_speaks_of_its_quarters_last_day()
    {
        var report = Reading.Report($"# 2027 Q1 Example{Body}").Report;
        Assert.Equal((new LocalDate(2027, 3, 31), AsOfSource.QuarterEnd), (report.AsOf, report.AsOfSource));
    }

    [Theory]
    [InlineData("2027-06-21")]
    [InlineData("\"2027-06-21\"")]
    [InlineData("2027-06-21T10:00:00Z")]
    [InlineData("2027-06-21 # the day it was written")]
    [InlineData("June 21, 2027")]
    public void The_front_matter_says_of_which_day_it_speaks(string date)
    {
        var report = Reading.Report($"---\ntags: none\nDate: {date}\n---\n# 2027 Q2 Example{Body}").Report;
        Assert.Equal((new LocalDate(2027, 6, 21), AsOfSource.FrontMatter), (report.AsOf, report.AsOfSource));
    }

    [Theory]
    [InlineData("last week")]
    [InlineData("2027-06-31")]
    public void A_date_that_is_none_is_listed_and_the_quarters_end_counts(string date)
    {
        var read = Reading.Report($"---\ndate: {date}\n---\n# 2027 Q2 Example{Body}");
        Assert.Equal(new LocalDate(2027, 6, 30), read.Report.AsOf);
        Assert.StartsWith($"2: The date is not understood: \"{date}\"", Assert.Single(read.Warnings()), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_gives_the_file_knows_best_of_which_day_it_speaks()
    {
        var report = Reading.Report($"---\ndate: 2027-06-21\n---\n# 2027 Q2 Example{Body}", asOf: new LocalDate(2027, 7, 17)).Report;
        Assert.Equal((new LocalDate(2027, 7, 17), AsOfSource.Given), (report.AsOf, report.AsOfSource));
    }

    [Fact]
    public void No_report_speaks_of_a_day_to_come()
    {
        var today = new LocalDate(2027, 6, 10);
        var byQuarter = Reading.Report($"# 2027 Q2 Example{Body}", today: today);
        Assert.Equal(today, byQuarter.Report.AsOf);
        Assert.Empty(byQuarter.Warnings());
        var byDate = Reading.Report($"---\ndate: 2027-06-21\n---\n# 2027 Q2 Example{Body}", today: today);
        Assert.Equal(today, byDate.Report.AsOf);
        Assert.Equal(["1: The report is dated 2027-06-21, a day to come: it is taken to speak of today, 2027-06-10."], byDate.Warnings());
    }

    [Fact]
    public void Reading_a_report_early_or_late_does_not_move_its_dates()
    {
        const string Markdown = "# 2027 Q4 Example\n\n## Up Next\n\n* Our roundtable is on January 8th.\n* Our public meeting is on 11/17.\n";
        foreach (var today in new[] { new LocalDate(2024, 6, 28), new LocalDate(2027, 10, 20), new LocalDate(2030, 1, 1) })
        {
            Assert.Equal([new LocalDate(2028, 1, 8), new LocalDate(2027, 11, 17)], Reading.Report(Markdown, today: today).Report.Events.Select(e => e.Date!.Value));
        }
    }
}
