using AoBot.Slack.Blocks;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using AoBot.Updates.Store;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Door;

/// <summary>The same truth about the updates in the one screen, on the page of an engagement, and on Home.</summary>
public sealed class UpdatesElsewhereTests : FrontDoorTest
{
    private static readonly string[] StaffsOwn = [Partners.Reason, "skipped", "paused", "not yet asked", "draft", "Not in:", "question"];

    [Fact]
    public async Task The_one_screen_counts_the_months_updates_for_everybody_and_names_who_is_open_for_staff()
    {
        await Partners.Fill(Bot.Services);
        Workspace.Clock.Advance(TimeSpan.FromDays(7));

        var everybody = await Bot.Command("/ao status");
        Assert.Contains("Partners' updates for June: 1 received, 2 in review, 2 not in yet; due Friday, July 5 (today). Read from fictional/updates on Friday, June 28 at 9:00 AM New York time.", everybody.Text, StringComparison.Ordinal);
        Assert.All(StaffsOwn, word => Assert.DoesNotContain(word, everybody.Everything, StringComparison.OrdinalIgnoreCase));

        var staff = await Bot.AsStaff("/ao status");
        Assert.Contains("1 received, 2 in review, 2 not in yet, 1 skipped, 1 paused; due Friday, July 5 (today). Not in: Fictional Cedar, Fictional Damson.", staff.Text, StringComparison.Ordinal);
        Assert.Contains("Not in: Fictional Cedar, Fictional Damson", staff.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_are_told_in_one_line_of_questions_of_a_failed_reading_and_of_a_roster_that_is_not_there()
    {
        await Partners.Fill(Bot.Services, Partners.Past.Lands("2024-06-05", "2024/cedar/2024-06-05.md"));
        Assert.Contains("1 question about files or folders of updates is open: /ao admin questions", (await Bot.AsStaff("/ao status")).Text, StringComparison.Ordinal);

        await Bot.Services.GetRequiredService<RepositoryStore>().Failed(Partners.Facts, "GitHub did not answer", CancellationToken.None);
        Assert.Contains("The partners' repository could not be read at the last try; what I know is from Friday, June 28: /ao update", (await Bot.AsStaff("/ao status")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("could not be read", (await Bot.Command("/ao status")).Everything, StringComparison.Ordinal);

        await Workspace.Execute("DELETE FROM Roster");
        var status = await Bot.AsStaff("/ao status");
        Assert.Contains("The roster is empty, so nobody is asked for an update; I can propose one: /ao admin questions", status.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("question about", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anything_is_read_the_one_screen_says_how_to_connect()
    {
        var answer = await Bot.Command("/ao status");

        Assert.Contains("Partners' updates for June: not read yet: I can't see the partners' repository so far. Whoever runs me can connect it, with the setting Updates:GitHub:Repository.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Their pages:", answer.Shown, StringComparison.Ordinal);
        Assert.Contains("Monthly updates: Not read yet", (await Bot.Command("/ao engagement homebrew")).Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_an_engagement_has_its_newest_updates_with_links_and_a_strip()
    {
        await Partners.Fill(Bot.Services);

        var everybody = await Bot.Command("/ao engagement birch");
        Assert.Contains("Monthly updates: Jan to Mar received, Apr not in yet, May received, Jun in review. June: in review, since Wednesday, June 26, pull request #12. May: received, landed Sunday, June 2, update-2024-05.md.", everybody.Text, StringComparison.Ordinal);
        Assert.Contains("Jan to Jun: ●●●○●◐ · an update every month", everybody.Shown, StringComparison.Ordinal);
        Assert.Contains("https://github.com/fictional/updates/pull/12|pull request #12", everybody.Json.GetRawText(), StringComparison.Ordinal);

        Assert.Contains("May: received late, landed Tuesday, June 11", (await Bot.AsStaff("/ao engagement damson")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("late", (await Bot.Command("/ao engagement damson")).Everything, StringComparison.Ordinal);
        Assert.Contains("as learnt from what came", (await Bot.Command("/ao engagement damson")).Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Monthly updates", (await Bot.Command("/ao engagement homebrew")).Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_begins_with_what_is_the_readers_own()
    {
        await Partners.Fill(Bot.Services, Partners.Past.Lands("2024-06-05", "2024/cedar/2024-06-05.md"));

        var contact = await Home(Partners.Contact);
        Assert.True(contact.IndexOf("What you owe", StringComparison.Ordinal) < contact.IndexOf("Key results", StringComparison.Ordinal));
        Assert.Contains("Fictional Cedar", contact, StringComparison.Ordinal);
        Assert.DoesNotContain("/ao admin questions", contact, StringComparison.Ordinal);

        var staff = await Home(Workspace.Staff);
        Assert.Contains("What you look after", staff, StringComparison.Ordinal);
        Assert.Contains("/ao admin questions", staff, StringComparison.Ordinal);

        var other = await Home(Workspace.Member);
        Assert.DoesNotContain("What you", other, StringComparison.Ordinal);
        Assert.DoesNotContain(Partners.Reason, contact + staff + other, StringComparison.Ordinal);
    }

    private async Task<string> Home(string user)
    {
        await Bot.Event(SlackEventJson.HomeOpened(user));
        var call = await Slack.Next("views.publish");
        Assert.Equal(user, call["user_id"]);
        Assert.Empty(BlockValidator.Check(SlackJson.ReadView(call.Json.GetProperty("view").GetRawText())));
        return call.Body;
    }
}
