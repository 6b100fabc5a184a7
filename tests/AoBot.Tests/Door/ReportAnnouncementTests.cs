using AoBot.Tests.Host;

namespace AoBot.Tests.Door;

/// <summary>Whoever closed the answer that offered it can still announce a report, as long as nobody has.</summary>
public sealed class ReportAnnouncementTests : ReportDoorTest
{
    private const string Done = "/ao report done https://openssf.org/june-2024";

    [Theory]
    [InlineData("/ao report", "The monthly report for June is settled")]
    [InlineData("/ao report june", "The monthly report for June is settled")]
    [InlineData("/ao report done", "The monthly report for June is settled")]
    [InlineData(Done, "This link is noted already: The report for June 2024.")]
    [InlineData($"{Done} june", "This link is noted already: The report for June 2024.")]
    public async Task The_button_comes_back_until_the_report_is_announced(string typed, string answer)
    {
        await Say(Done, "report.done");
        var again = await Bot.AsStaff(typed);
        Assert.StartsWith(answer, again.Text, StringComparison.Ordinal);
        Assert.EndsWith("The report for June 2024 is out, and not announced yet. Shall I announce it in the channel, with thanks to those who reported?", again.Text, StringComparison.Ordinal);

        await Announce(again, "It is on its way to the channel.");
        Assert.Equal("The report for June 2024 is out: https://openssf.org/june-2024 Thank you to all who reported: Fictional Alder.", (await Slack.Next("chat.postMessage")).Spoken.Text);

        var after = await Bot.AsStaff(typed);
        Assert.StartsWith(answer, after.Text, StringComparison.Ordinal);
        Assert.Null(after.Button("report.announce"));
        await Announce(again, "It was announced already.");
    }

    [Fact]
    public async Task It_stands_below_the_next_report_as_well_and_for_staff_alone()
    {
        await Say(Done, "report.done");
        Workspace.Clock.Advance(TimeSpan.FromDays(25));

        var standing = await Bot.AsStaff("/ao report");
        Assert.StartsWith("The monthly report for July is due on Monday, August 5.", standing.Text, StringComparison.Ordinal);
        Assert.EndsWith("The report for June 2024 is out, and not announced yet. Shall I announce it in the channel, with thanks to those who reported?", standing.Text, StringComparison.Ordinal);
        Assert.Null((await Bot.Command("/ao report june")).Button("report.announce"));
        await Announce(standing, "It is on its way to the channel.");
        Assert.Equal(Workspace.Channel, (await Slack.Next("chat.postMessage"))["channel"]);
        Assert.Null((await Bot.AsStaff("/ao report")).Button("report.announce"));
    }

    private async Task Announce(SpokenAnswer offer, string answer)
    {
        await Bot.Press(ButtonPress.On(offer, "report.announce") with { User = Workspace.Staff });
        Assert.Equal(answer, (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text);
    }
}
