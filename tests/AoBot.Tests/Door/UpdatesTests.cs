using AoBot.Conversations;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using AoBot.Updates.Store;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Door;

/// <summary><c>/ao update</c>: the truth about who has delivered, and to each what is theirs to know.</summary>
public sealed class UpdatesTests : FrontDoorTest
{
    private static readonly string[] StaffsOwn = [Partners.Reason, "skipped", "paused", "Elder", "Gorse", "late", "draft", "not yet asked", "Still not in"];

    private RepositoryStore Store => Bot.Services.GetRequiredService<RepositoryStore>();

    [Fact]
    public async Task Everybody_reads_what_is_received_in_review_or_not_in_yet_with_links_and_the_age_of_it()
    {
        await Partners.Fill(Bot.Services);

        var answer = await Bot.Command("/ao update");

        Assert.StartsWith("Updates for June 2024: 1 received, 2 in review, 2 not in yet; due Friday, July 5 (in 7 days). Fictional Alder: received, landed Thursday, June 27 (Jan to Jun received).", answer.Text, StringComparison.Ordinal);
        Assert.EndsWith("Read from fictional/updates on Friday, June 28 at 9:00 AM New York time.", answer.Text, StringComparison.Ordinal);
        Assert.All(StaffsOwn, word => Assert.DoesNotContain(word, answer.Everything, StringComparison.OrdinalIgnoreCase));
        var table = answer.Blocks.Single(b => b.GetProperty("type").GetString() == "table").GetRawText();
        Assert.Matches("https://github.com/fictional/updates/blob/commit[0-9]+/alpha/engagements/2024/alder/update-2024-06.md", table);
        Assert.Contains("https://github.com/fictional/updates/pull/12", table, StringComparison.Ordinal);
        Assert.Contains("{ago}", answer.Json.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("● received, ◐ in review, ○ not in yet", answer.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_read_who_owes_what_and_why_not()
    {
        await Partners.Fill(Bot.Services);
        Workspace.Clock.Advance(TimeSpan.FromDays(12));

        var answer = await Bot.AsStaff("/ao update");

        Assert.Contains($"skipped ({Partners.Reason})", answer.Everything, StringComparison.Ordinal);
        Assert.Contains("Fictional Cedar: not in, due Friday, July 5", answer.Text, StringComparison.Ordinal);
        Assert.Contains("in review (draft)", answer.Everything, StringComparison.Ordinal);
        Assert.Contains("Still not in from earlier months: May: Fictional Cedar; April: Fictional Birch, Fictional Cedar.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Fictional Damson: received late, landed Tuesday, June 11", (await Bot.AsStaff("/ao update may")).Text, StringComparison.Ordinal);
        Assert.Contains("Fictional Damson: received, landed Tuesday, June 11", (await Bot.Command("/ao update may")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_due_day_everybody_still_reads_not_in_yet_and_no_day_that_has_passed()
    {
        await Partners.Fill(Bot.Services);
        Workspace.Clock.Advance(TimeSpan.FromDays(12));

        var answer = await Bot.Command("/ao update");

        Assert.Contains("Fictional Cedar: not in yet (", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("July 5", answer.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("june", "June 2024")]
    [InlineData("Jun 2024", "June 2024")]
    [InlineData("2024-06", "June 2024")]
    [InlineData("06/2024", "June 2024")]
    [InlineData("for the month may '24", "May 2024")]
    [InlineData("last month", "May 2024")]
    [InlineData("this month", "June 2024")]
    [InlineData("december", "December 2023")]
    [InlineData("birch", "Fictional Birch")]
    [InlineData("BRICH", "Fictional Birch")]
    [InlineData("fictional birch", "Fictional Birch")]
    [InlineData("birch may", "Fictional Birch for May 2024")]
    [InlineData("may of birch", "Fictional Birch for May 2024")]
    [InlineData("birch 2024", "Fictional Birch for 2024")]
    public async Task A_month_and_a_partner_are_understood_as_people_write_them(string typed, string meant)
    {
        await Partners.Fill(Bot.Services);

        var answer = await Bot.Command($"/ao update {typed}");

        Assert.Matches($"^Updates (for|of) {meant}:", answer.Text);
    }

    [Theory]
    [InlineData("juen", "Did you mean june?")]
    [InlineData("fictional", "fits 7 partners")]
    [InlineData("xyzzy", "I know no partner and no month \"xyzzy\".")]
    [InlineData("2024", "Which month of 2024?")]
    [InlineData("2025-03", "March 2025 has not begun")]
    [InlineData("cedar 2023-05", "Fictional Cedar: nothing is asked for for May 2023, and nothing came.")]
    [InlineData("1999-12", "Updates for December 1999: nothing is asked for, and nothing came.")]
    [InlineData("<!channel> 2024-13", "I know no partner and no month")]
    public async Task What_is_not_understood_is_said_with_what_to_write_instead(string typed, string said)
    {
        await Partners.Fill(Bot.Services);

        Assert.Contains(said, (await Bot.Command($"/ao update {typed.Replace("<", "&lt;", StringComparison.Ordinal)}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anything_is_read_it_says_so_and_what_to_do()
    {
        Assert.Contains("Updates:GitHub:Repository", (await Bot.Command("/ao update")).Text, StringComparison.Ordinal);

        await Store.Failed(Partners.Facts, "GitHub says that fictional/updates is not there; look at Updates:GitHub:Repository", CancellationToken.None);
        Assert.Contains("The last try failed: GitHub says that", (await Bot.AsStaff("/ao update")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("GitHub says", (await Bot.Command("/ao update")).Everything, StringComparison.Ordinal);

        await Store.Save(Partners.Past.History, Partners.Facts with { IsComplete = false, Progress = "300 of 900 commits" }, CancellationToken.None);
        Assert.Contains("the first reading of the partners' repository is under way: 300 of 900 commits.", (await Bot.AsStaff("/ao update")).Text, StringComparison.Ordinal);
        Assert.EndsWith("is under way.", (await Bot.Command("/ao update")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_that_fails_keeps_the_truth_and_tells_staff_why_it_grows_old()
    {
        await Partners.Fill(Bot.Services);
        var before = await Bot.Command("/ao update");
        await Store.Failed(Partners.Facts, "GitHub did not answer", CancellationToken.None);

        Assert.Equal(before.Text, (await Bot.Command("/ao update")).Text);
        Assert.EndsWith("The last try failed: GitHub did not answer.", (await Bot.AsStaff("/ao update")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_roster_it_shows_what_came_and_says_that_nobody_is_known_to_owe_anything()
    {
        await Store.Save(Partners.Past.History, Partners.Facts, CancellationToken.None);

        var answer = await Bot.Command("/ao update may");

        Assert.Contains("There is no roster yet, so this is what came, not who owes what.", answer.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("not in yet.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("alder: received", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_and_a_mention_by_staff_are_what_everybody_may_read()
    {
        await Partners.Fill(Bot.Services);
        await Bot.Press(ButtonPress.On(await Bot.AsStaff("/ao update")) with { User = Workspace.Staff });
        await Bot.Event(SlackEventJson.Mention($"<@{RecordedSlack.BotUserId}> update", user: Workspace.Staff));

        foreach (var call in new[] { await Slack.Next(RecordedSlack.ResponseUrl), await Slack.Next("chat.postMessage") })
        {
            Assert.Contains("Fictional Cedar", call.Spoken.Everything, StringComparison.Ordinal);
            Assert.All(StaffsOwn, word => Assert.DoesNotContain(word, call.Spoken.Everything, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task From_Home_it_is_answered_in_a_window_where_no_table_can_stand()
    {
        await Partners.Fill(Bot.Services);
        await Bot.Press(new ButtonPress(AskAction.Prefix + "update.1", "update") { View = "home" });

        var window = await Slack.Next("views.open");
        Assert.DoesNotContain("\"table\"", window.Body, StringComparison.Ordinal);
        Assert.Contains("Fictional Birch*: in review", window.Body, StringComparison.Ordinal);
        Assert.Contains("/pull/12|pull request #12", window.Body, StringComparison.Ordinal);
    }
}
