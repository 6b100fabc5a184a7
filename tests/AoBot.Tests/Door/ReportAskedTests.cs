using AoBot.Tests.Host;

namespace AoBot.Tests.Door;

/// <summary>Which of the fund's reports is meant: whoever follows the words of a reminder settles the report that it asked for.</summary>
public sealed class ReportAskedTests : ReportDoorTest
{
    private static readonly TimeSpan UntilTuesday = TimeSpan.FromDays(4) + TimeSpan.FromMinutes(31);
    private static readonly TimeSpan UntilJuly23 = TimeSpan.FromDays(25);
    private static readonly TimeSpan UntilJuly30 = TimeSpan.FromDays(32) + TimeSpan.FromMinutes(31);

    [Theory]
    [InlineData("/ao report", "The monthly report for June is not out yet (it was due on Friday, July 5).")]
    [InlineData("/ao report done https://openssf.org/june-2024", "Is this the report for June? ")]
    [InlineData("/ao report waive we write one for two months", "The monthly report for June does not come out: \"we write one for two months\".")]
    [InlineData("/ao report waive this month was quiet", "The monthly report for June does not come out: \"this month was quiet\".")]
    public async Task Late_in_July_it_is_still_June_as_long_as_that_is_owed(string typed, string answer)
    {
        Workspace.Clock.Advance(UntilJuly23);
        Assert.StartsWith(answer, (await Bot.AsStaff(typed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_says_its_month_in_the_words_that_settle_it()
    {
        await TurnOn();
        await Passes(UntilTuesday);

        foreach (var told in new[] { await Report(), await Report() })
        {
            Assert.EndsWith("When it is out: /ao report done LINK june. If there is none this time: /ao report waive june REASON.", told.Spoken.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("we rest in june", "The monthly report for July does not come out: \"we rest in june\".")]
    [InlineData("last month was quiet", "The monthly report for July does not come out: \"last month was quiet\".")]
    [InlineData("june we write one for two", "The monthly report for June does not come out: \"we write one for two\".")]
    [InlineData("June 2024: we rest", "The monthly report for June does not come out: \"we rest\".")]
    [InlineData("for 2024-06 we rest", "The monthly report for June does not come out: \"we rest\".")]
    [InlineData("9999-12 we rest", "The monthly report for July does not come out: \"9999-12 we rest\".")]
    [InlineData("june", "And why? For instance /ao report waive june we write one for two months.")]
    [InlineData("", "And why? For instance /ao report waive july we write one for two months.")]
    public async Task When_Julys_turn_has_come_a_month_that_stands_first_is_the_one_that_is_waived(string typed, string answer)
    {
        Workspace.Clock.Advance(UntilJuly30);
        Assert.StartsWith(answer, (await Bot.AsStaff($"/ao report waive {typed}".TrimEnd())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_for_in_vain_is_meant_again_once_the_newer_report_is_out_until_it_is_waived()
    {
        await TurnOn();
        foreach (var time in new[] { UntilTuesday, UntilJuly30 - UntilTuesday })
        {
            await Passes(time);
            await Report();
            await Report();
        }

        Assert.StartsWith("The monthly report for July is due on Monday, August 5.", (await Bot.AsStaff("/ao report")).Text, StringComparison.Ordinal);

        await Say("/ao report done https://openssf.org/july-2024", "report.done");
        Assert.StartsWith("The monthly report for June is not out yet", (await Bot.AsStaff("/ao report")).Text, StringComparison.Ordinal);
        Assert.Equal("Noted: I ask for it no more.", (await Say("/ao report waive june we write one for two", "report.waive")).Text);
        Assert.StartsWith("The monthly report for June is settled", (await Bot.AsStaff("/ao report june")).Text, StringComparison.Ordinal);
        Assert.StartsWith("The monthly report for July is settled", (await Bot.AsStaff("/ao report")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("june, july")]
    [InlineData("june and july")]
    public async Task One_link_settles_each_month_that_is_named(string months)
    {
        Workspace.Clock.Advance(UntilJuly23);
        Assert.StartsWith("Is this the report for June and July?", (await Bot.AsStaff($"/ao report done https://openssf.org/summer {months}")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Noted: The report for June 2024 and July 2024 is out.", (await Say($"/ao report done https://openssf.org/summer {months}", "report.done")).Text, StringComparison.Ordinal);

        Assert.StartsWith("The monthly report for June is settled", (await Bot.AsStaff("/ao report june")).Text, StringComparison.Ordinal);
        Assert.StartsWith("The monthly report for July is settled", (await Bot.AsStaff("/ao report july")).Text, StringComparison.Ordinal);
        await TurnOn();
        await Passes(UntilJuly30 - UntilJuly23);
        Assert.Empty(await Reminders("monthly/2024-06"));
        Assert.Empty(await Reminders("monthly/2024-07"));
    }

    [Fact]
    public async Task A_link_that_was_noted_for_the_wrong_month_settles_the_right_one_as_well()
    {
        Workspace.Clock.Advance(UntilJuly30);
        await Say("/ao report done https://openssf.org/june-2024 july", "report.done");
        Assert.StartsWith("The monthly report for June is not out yet", (await Bot.AsStaff("/ao report june")).Text, StringComparison.Ordinal);

        Assert.StartsWith("This link is noted already: The report for July 2024.", (await Bot.AsStaff("/ao report done https://openssf.org/june-2024")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Noted: The report for June 2024 and July 2024 is out.", (await Say("/ao report done https://openssf.org/june-2024 june", "report.done")).Text, StringComparison.Ordinal);
        Assert.StartsWith("The monthly report for June is settled", (await Bot.AsStaff("/ao report june")).Text, StringComparison.Ordinal);
        Assert.StartsWith("This link is noted already: The report for June 2024 and July 2024.", (await Bot.AsStaff("/ao report done https://openssf.org/june-2024 june")).Text, StringComparison.Ordinal);
    }
}
