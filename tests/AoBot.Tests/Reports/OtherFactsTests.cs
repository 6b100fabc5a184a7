using NodaTime;

namespace AoBot.Tests.Reports;

/// <summary>Team, money, engagements, published reports and news, in a report of 2027 Q2.</summary>
public sealed class OtherFactsTests
{
    [Theory]
    [InlineData("Our team consists of Ann Lee (House), Bob O'Neil (Firm, Inc.), supported by Cy Young (contractor) and Di Roe and Ed van Dam from the Trust.", "Ann Lee, House; Bob O'Neil, Firm, Inc.; Cy Young, contractor; Di Roe, Trust; Ed van Dam, Trust")]
    [InlineData("The team is Ann Lee (House) and J. R. Roe.", "Ann Lee, House; J. R. Roe, ")]
    [InlineData("Our team includes Tom (Spot) Roe from House.", "Tom (Spot) Roe, House")]
    public void The_team_is_read_from_its_sentence(string sentence, string expected) =>
        Assert.Equal(expected, string.Join("; ", Reading.Section("Current Status", sentence).Report.Team.Select(t => $"{t.Name}, {t.Affiliation}")));

    [Fact]
    public void Who_is_not_named_is_nobody_of_the_team()
    {
        var read = Reading.Section("Current Status", "Our team is Ann Lee (House) and two contractors.");
        Assert.Equal("Ann Lee", Assert.Single(read.Report.Team).Name);
        Assert.Equal(["5: Not understood as somebody of the team: \"two contractors\"."], read.Warnings());
        Assert.Empty(Reading.Section("Current Status", "Our team is happy.").Report.Team);
    }

    [Theory]
    [InlineData("We've received $5M in funding so far in 2027. We've spent $4M so far in 2027.", "Received 2027 500000000 $5M; Spent 2027 400000000 $4M")]
    [InlineData("We've received $5M and spent $4.25 million in 2027.", "Received 2027 500000000 $5M; Spent 2027 425000000 $4.25 million")]
    [InlineData("We received $5,250,000 in funding.", "Received 2027 525000000 $5,250,000")]
    [InlineData("We've received $5M in 2027 and are on target to spend over $6M by the end of the year.", "Received 2027 500000000 $5M")]
    [InlineData("Alpha-Omega provided over $7.3 million during 2026, and $3.8 million so far in 2027.", "Spent 2026 730000000 $7.3 million; Spent 2027 380000000 $3.8 million")]
    [InlineData("Homebrew received $5M in 2027.", "")]
    [InlineData("We plan to spend $5M in 2027.", "")]
    [InlineData("We welcome $5M announced by others.", "")]
    public void Money_is_read_as_said_and_plans_are_not(string sentences, string expected) =>
        Assert.Equal(expected, string.Join("; ", Reading.Section("Current Status", sentences).Report.Funding.Select(f => $"{f.Kind} {f.Year} {f.Cents} {f.AsWritten}")));

    [Fact]
    public void Of_two_sums_for_the_same_the_first_counts()
    {
        var read = Reading.Section("Current Status", "We spent $4M in 2027. We spent $5M in 2027.");
        Assert.Equal(400_000_000, read.Report.FundingSpent!.Cents);
        Assert.Equal(["5: Two sums are given as spent in 2027, $4M in line 5 and $5M: the first counts."], read.Warnings());
    }

    [Fact]
    public void Engagements_are_put_together_by_name_with_area_and_links()
    {
        var read = Reading.Section("Recent Updates", """
            A few new engagements:

            * **Some Library**: we fund an audit of it, through the end of 2027.
            * **Ruby Central** works.

            Updates of each of our engagements:

            * [RubyCentral](https://github.com/example/fund/tree/main/engagements/2027/RubyCentral)
            * [Other](https://github.com/example/fund/tree/main/engagements/2027/Other)

            Other news:

            * **A party**: it was good.
            """);
        Assert.Equal(
            ["Some Library|Audits|2027-12-31|", "Ruby Central|||https://github.com/example/fund/tree/main/engagements/2027/RubyCentral", "Other|||https://github.com/example/fund/tree/main/engagements/2027/Other"],
            read.Report.Engagements.Select(e => $"{e.Name}|{e.Area}|{(e.Until is { } d ? $"{d:uuuu-MM-dd}" : "")}|{string.Join(' ', e.Links.Select(l => l.Url))}"));
        Assert.Equal(["Some Library", "Ruby Central", "A party"], read.Report.News.Select(n => n.Title));
    }

    [Fact]
    public void Grants_are_engagements_in_lists_and_in_sentences()
    {
        Assert.Equal(
            ["Kernel: Staffing", "Gems: Staffing, Registries", "Firm: Audits", "Plain: "],
            Grants("Recent grants include:\n\n* Kernel (staffing)\n* Gems (staffing, registry hardening)\n* Firm (security audits)\n* Plain"));
        Assert.Equal(
            ["Example Foundation: ", "shop.example: Registries", "Trail of Crumbs: "],
            Grants("We approved project funding for the Example Foundation to work.\n\nWe approved a grant to [shop.example](https://shop.example) for its registry. We started an engagement with Trail of Crumbs to improve. We renewed funding for a good cause."));
    }

    [Theory]
    [InlineData("[March/April 2027](https://example.com/2027/05/AO-March-April-Monthly-2027-Report.pdf)", "Monthly 2027-03 2027-04")]
    [InlineData("[March](https://example.com/2027/05/March-Monthly-2026-Report.pdf)", "Monthly 2026-03")]
    [InlineData("[December](https://example.com/2027/01/Report.pdf)", "Monthly 2026-12")]
    [InlineData("[December/January 2027](https://example.com/a.pdf)", "Monthly 2026-12 2027-01")]
    [InlineData("[January to March 2027](https://example.com/a.pdf)", "Monthly 2027-01 2027-02 2027-03")]
    [InlineData("[May](https://example.com/a.pdf)", "Monthly 2027-05")]
    [InlineData("[August](https://example.com/a.pdf)", "Monthly 2026-08")]
    [InlineData("[monthly report](https://example.com/June-Monthly-2027-Report.pdf)", "Monthly 2027-06")]
    [InlineData("[2026 Annual Report](https://example.com/a.pdf)", "Annual")]
    [InlineData("[Q1 2027 Report](https://example.com/a.pdf)", "Quarterly")]
    [InlineData("[monthly public reports](https://example.com/resources/reports)", "")]
    [InlineData("[Security update: March–April 2027](https://example.com/a)", "")]
    public void A_link_to_a_report_settles_the_months_in_its_name(string link, string expected) =>
        Assert.Equal(expected, string.Join("; ", Reading.Section("Additional Information", $"Published reports:\n\n* {link}").Report.PublishedReports.Select(SeedTests.Months)));

    [Fact]
    public void A_report_said_to_be_out_counts_with_the_address_beside_it()
    {
        var report = Assert.Single(Reading.Section("Recent Updates", "We published our May 2027 report at <https://example.com/reports>.").Report.PublishedReports);
        Assert.Equal((new YearMonth(2027, 5), "https://example.com/reports"), (Assert.Single(report.Months), report.Url.AbsoluteUri));
    }

    [Theory]
    [InlineData("[Summer](https://example.com/a.pdf)")]
    [InlineData("[13/2027](https://example.com/a.pdf)")]
    public void A_listed_report_that_is_not_understood_is_listed_with_its_line(string link)
    {
        var read = Reading.Section("Additional Information", $"Published reports:\n\n* {link}");
        Assert.Empty(read.Report.PublishedReports);
        Assert.Contains(read.Findings, f => f.Line > 1 && f.Message.StartsWith("Not understood as a published report", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_web_addresses_are_links()
    {
        var read = Reading.Section("Additional Information", "Published reports:\n\n* [May 2027](javascript:alert(1))\n* [April 2027](april.pdf)");
        Assert.Empty(read.Report.PublishedReports);
        Assert.Equal(2, read.Warnings().Count);
        Assert.Empty(Assert.Single(Reading.Section("Recent Updates", "* [News](javascript:alert(1)) of us").Report.News).Links);
    }

    [Fact]
    public void Instructions_of_the_template_are_not_read_but_mentioned()
    {
        var read = Reading.Section("Purpose", "<mark>_Required: say why._\n</mark>\n\nTo help. <mark>Please remove</mark>");
        Assert.Equal("To help.", read.Report.Purpose);
        Assert.Contains(read.Findings, f => f is { Line: 5, Message: "Instructions of the template still stand here." });
    }

    private static IEnumerable<string> Grants(string lines) =>
        Reading.Section("Recent Grants", lines).Report.Engagements.Select(e => $"{e.Name}: {string.Join(", ", e.Areas)}");
}
