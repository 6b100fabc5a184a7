using AoBot.Reports.Reminders;
using AoBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Door;

/// <summary>The fund's TAC report: asked for by the last working day of the quarter, until it is read in, or waived.</summary>
public sealed class TacReportReminderTests : ReportDoorTest
{
    private static readonly TimeSpan UntilSeptember30 = TimeSpan.FromDays(94) + TimeSpan.FromMinutes(31);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Bot.Services.GetRequiredService<ReportAnswers>().Waive("operator", "1.waived", "monthly/2024-09", "of another test", CancellationToken.None);
    }

    [Fact]
    public async Task It_is_asked_for_on_the_last_working_day_and_settled_by_reading_it_in()
    {
        await TurnOn();
        await Passes(UntilSeptember30);
        var told = new[] { await Report("TAC report"), await Report("TAC report") };
        Assert.Equal([Other, Workspace.Staff], told.Select(t => t["channel"]).Order(StringComparer.Ordinal));
        Assert.All(told, t => Assert.Equal("The TAC report for 2024-Q3 is due today. It is settled when the report is read in: import FILE. If there is none this time: /ao report waive tac Q3 REASON.", t.Spoken.Text));

        await Passes(TimeSpan.FromDays(2));
        Assert.StartsWith("The TAC report for 2024-Q3 is not out yet", (await Report("TAC report")).Spoken.Text, StringComparison.Ordinal);
        Assert.StartsWith("The TAC report for 2024-Q3 is not out yet", (await Report("TAC report")).Spoken.Text, StringComparison.Ordinal);
        var before = await Reminders("tac/2024-Q3");
        Assert.Contains($"after-2024-10-02/{Other} Sent", before, StringComparer.Ordinal);

        var file = Path.Combine(Workspace.Folder, "2024-Q3-Alpha-Omega.md");
        await File.WriteAllTextAsync(file, SmallReport.Of(null, ("2.1", "Started")).Replace("2024 Q2", "2024 Q3", StringComparison.Ordinal));
        Assert.Equal(0, (await Workspace.Run("import", file)).Code);
        await Passes(TimeSpan.FromDays(2));
        Assert.Equal(before, await Reminders("tac/2024-Q3"));
        Assert.StartsWith("The TAC report for 2024-Q3 is settled", (await Bot.AsStaff("/ao report tac")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tac")]
    [InlineData("Q3")]
    [InlineData("tac Q3")]
    [InlineData("2024-Q3")]
    [InlineData("Q3 2024:")]
    public async Task Staff_waive_it_with_a_reason_and_hear_no_more_of_it(string named)
    {
        await TurnOn();
        await Passes(UntilSeptember30);
        await Report("TAC report");
        await Report("TAC report");
        Assert.StartsWith("The TAC report for 2024-Q3 is due today.", (await Bot.AsStaff("/ao report tac")).Text, StringComparison.Ordinal);
        Assert.StartsWith("The TAC report for 2024-Q3 does not come out: \"we report at the meeting\".", (await Bot.AsStaff($"/ao report waive {named} we report at the meeting")).Text, StringComparison.Ordinal);
        Assert.Equal("Noted: I ask for it no more.", (await Say($"/ao report waive {named} we report at the meeting", "report.waive")).Text);
        var before = await Reminders("tac/2024-Q3");

        await Passes(TimeSpan.FromDays(2));
        Assert.Equal(before, await Reminders("tac/2024-Q3"));
        Assert.StartsWith("The TAC report for 2024-Q3 is settled", (await Bot.AsStaff($"/ao report waive {named} once more")).Text, StringComparison.Ordinal);
        Assert.Contains("report.waive tac/2024-Q3", (await Bot.AsStaff("/ao admin audit")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ao report waive tac", "And why? For instance /ao report waive tac Q3 we report at the meeting.")]
    [InlineData("/ao report waive Q2 of no use", "The TAC report for 2024-Q2 is settled: it is out, or waived.")]
    [InlineData("/ao report waive Q4 of no use", "The TAC report for 2023-Q4 does not come out: \"of no use\".")]
    [InlineData("/ao report done https://openssf.org/q3 tac", "The TAC report is out when it is read in: import FILE.")]
    public async Task What_is_typed_of_it_is_understood(string typed, string answer)
    {
        Workspace.Clock.Advance(UntilSeptember30);
        Assert.StartsWith(answer, (await Bot.AsStaff(typed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_staff_waives_it() =>
        Assert.StartsWith("The fund's staff see to its reports.", (await Bot.Command("/ao report waive tac we rest")).Text, StringComparison.Ordinal);
}
