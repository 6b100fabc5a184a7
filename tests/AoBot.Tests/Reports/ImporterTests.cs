using AoBot.Conversations;
using AoBot.Persistence;
using AoBot.Reports;
using AoBot.Slack.Tests;
using AoBot.Tests.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit.Abstractions;

namespace AoBot.Tests.Reports;

/// <summary>What stands in the database after reports were read, in any order.</summary>
public sealed class ImporterTests(ITestOutputHelper output)
{
    private const string Today = "2026-01-15T13:00:00Z";

    [Fact]
    public async Task The_same_report_twice_changes_nothing()
    {
        await using var desk = await Desk.At(Today, seed: "");
        await desk.Import(Report(2025, 1, "On target"));
        var before = await Rows(desk);
        var again = Assert.IsType<ImportResult.Imported>(await desk.Import(Report(2025, 1, "On target")));
        Assert.NotNull(again.ReadBefore);
        Assert.Equal(before, await Rows(desk));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task The_newest_day_wins_whatever_arrives_last(int first, int second)
    {
        await using var desk = await Desk.At(Today, seed: "");
        foreach (var quarter in new[] { first, second })
        {
            await desk.Import(Report(2025, quarter, quarter == 2 ? "Completed" : "Planning", $"Do {quarter} things by the end of 2025."));
        }

        var answer = (await desk.Ask("kr 1.1 2025")).Text;
        Assert.Contains("KR 1.1 of 2025: Completed. Do 2 things", answer, StringComparison.Ordinal);
        Assert.Contains("History: Completed as of Monday, June 30, 2025, 2025 Q2 report; Planning as of Monday, March 31, 2025, 2025 Q1 report", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_report_of_the_same_day_is_a_new_row_and_the_last_word()
    {
        await using var desk = await Desk.At(Today, seed: "");
        await desk.Import(Report(2025, 1, "On target"));
        await desk.Import(Report(2025, 1, "At risk"));
        Assert.Contains("History: At risk as of Monday, March 31, 2025, 2025 Q1 report; On target as of", (await desk.Ask("kr 1.1 2025")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_changes_nothing()
    {
        await using var desk = await Desk.At(Today, seed: "");
        var before = await Rows(desk);
        Assert.IsType<ImportResult.Refused>(await desk.Import("# A blog post\n\nNothing to report.\n", "blog.md"));
        Assert.Equal(before, await Rows(desk));
    }

    [Fact]
    public async Task A_month_that_gets_its_day_and_a_day_that_moves_are_one_date()
    {
        await using var desk = await Desk.At("2025-01-05T13:00:00Z", seed: "");
        await desk.Import(Report(2024, 3, "Started", next: "* We will have a roundtable in February 2025."));
        await desk.Import(Report(2024, 4, "Started", next: "* Our next roundtable will be held on February 12, 2025."));
        Assert.Contains("Wednesday, February 12, Roundtable", (await desk.Ask("next")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("; February", (await desk.Ask("next")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_another_initiative_is_refused_and_changes_nothing()
    {
        await using var desk = await Desk.At(Today, seed: "");
        await desk.Import(Report(2025, 1, "On target"));
        var before = await Rows(desk);
        var refused = Assert.IsType<ImportResult.Refused>(await desk.Import(Report(2025, 2, "Missed").Replace("Example Fund", "Another Group", StringComparison.Ordinal)));
        Assert.Equal("This is a report of Another Group, and the database holds those of Example Fund.", refused.Reason);
        Assert.Equal(before, await Rows(desk));
    }

    [Fact]
    public async Task A_published_monthly_report_is_no_longer_a_date_to_come()
    {
        await using var desk = await Desk.At("2024-06-28T13:00:00Z");
        Assert.Contains("June's monthly report is due", (await desk.Ask("next")).Text, StringComparison.Ordinal);
        await desk.Import("""
            # 2024 Q2 Alpha-Omega

            ## Additional Information

            We provide monthly public reports:

            * [June 2024](https://example.org/reports/June-2024.pdf)
            """);
        Assert.DoesNotContain("June's monthly report is due", (await desk.Ask("next")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gathering_known_by_name_that_gets_its_date_is_one()
    {
        await using var desk = await Desk.At("2024-12-20T13:00:00Z", seed: "");
        await desk.Import(Report(2024, 3, "Started", next: "* We are planning to attend the LF Member Summit."));
        Assert.Contains("date not known yet, LF Member Summit", (await desk.Ask("next")).Text, StringComparison.Ordinal);
        await desk.Import(Report(2024, 4, "Started", next: "* We are planning to attend the LF Member Summit on March 18, 2025."));
        Assert.Equal("Next dates: Tuesday, March 18, 2025, LF Member Summit. As announced on Friday, December 20.", (await desk.Ask("next")).Text);
    }

    [Fact]
    public async Task The_real_report_settles_June_that_the_seed_leaves_open()
    {
        if (!SharedData.TryPath("data/reports/2024-Q2-Alpha-Omega.md", output, out var real))
        {
            return;
        }

        await using var desk = await Desk.At("2024-07-10T13:00:00Z");
        Assert.Contains("June's monthly report was due", (await desk.Ask("status", Audience.Staff)).Text, StringComparison.Ordinal);
        await desk.Import(await File.ReadAllTextAsync(real), "2024-Q2-Alpha-Omega.md");
        Assert.DoesNotContain("June's monthly report was due", (await desk.Ask("status", Audience.Staff)).Text, StringComparison.Ordinal);
        await using var db = await desk.Services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync();
        Assert.NotNull(await PublishedReports.For(db, new YearMonth(2024, 6), CancellationToken.None));
        Assert.NotNull(await PublishedReports.For(db, new YearMonth(2024, 3), CancellationToken.None));
        Assert.Equal(15, await db.Engagements.CountAsync());
        Assert.Equal(11, await db.KeyResults.CountAsync());
    }

    private static string Report(int year, int quarter, string status, string text = "Do things by the end of 2025.", string next = "") => $"""
        # {year} Q{quarter} Example Fund

        ## Objectives & Key Results

        |Key Result|Status|
        |-|-|
        |**O1: Be good**||
        |KR 1.1: {text}|{status}|

        ### Up Next

        {next}
        """;

    private static async Task<string> Rows(Desk desk)
    {
        await using var db = await desk.Services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync();
        var counts = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Order(StringComparer.Ordinal))
        {
#pragma warning disable EF1002 // The name comes from the model, and SQL takes no parameter for a table.
            counts.Add($"{table} {await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM \"{table}\"").SingleAsync()}");
#pragma warning restore EF1002
        }

        return string.Join(", ", counts);
    }
}
