using AoBot.Conversations;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;

namespace AoBot.Tests.Door;

/// <summary><c>/ao mine</c>: each asker's own, and nobody else's.</summary>
public sealed class MineTests : FrontDoorTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Partners.Fill(Bot.Services);
    }

    [Fact]
    public async Task A_contact_reads_what_they_owe_kindly_with_links()
    {
        var answer = await Bot.Command("/ao mine", Partners.Contact);

        Assert.StartsWith("What you owe: ", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Fictional Birch: June: in review, since Wednesday, June 26, thank you, pull request #12; April: not in yet, due Friday, May 3.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Fictional Cedar: May: not in yet, due Wednesday, June 5; April: not in yet, due Friday, May 3; June: due Friday, July 5.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("pull/12", answer.Json.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Alder", answer.Everything, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)\\b(late|missing|overdue)\\b", answer.Everything);
        Assert.Null(answer.Button(Sharing.ActionId));
    }

    [Fact]
    public async Task Nobody_is_ever_given_the_answer_of_another()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            foreach (var spelling in new[] { "mine", "Mine", "mine please", "todo" })
            {
                Assert.Contains("Fictional Birch", (await Bot.Command($"/ao {spelling}", Partners.Contact)).Text, StringComparison.Ordinal);
                Assert.Contains("What you owe: Fictional Alder", (await Bot.Command($"/ao {spelling}", Partners.OtherContact)).Text, StringComparison.Ordinal);
                Assert.StartsWith("You owe nothing", (await Bot.Command($"/ao {spelling}")).Text, StringComparison.Ordinal);
                Assert.StartsWith("What you look after: Fictional Birch", (await Bot.AsStaff($"/ao {spelling}")).Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task It_is_read_once_for_each_asker_and_again_when_something_changed()
    {
        // Others read too while the bot warms up.
        await Patience.Until(
            async () =>
            {
                var reads = Reads();
                await Bot.Command("/ao mine", Partners.Contact);
                return Reads() == reads;
            },
            "it is remembered");

        await Workspace.Execute("UPDATE Roster SET Contacts = 'U0000ELSE' WHERE Key IN ('birch', 'cedar')");

        Assert.StartsWith("You owe nothing", (await Bot.Command("/ao mine", Partners.Contact)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_it_is_not_said_whoever_asks()
    {
        await Bot.Event(SlackEventJson.Mention($"<@{RecordedSlack.BotUserId}> mine", user: Partners.Contact));
        await Bot.Press(new ButtonPress(Sharing.ActionId, "mine") { User = Partners.Contact });

        foreach (var call in new[] { await Slack.Next("chat.postMessage"), await Slack.Next(RecordedSlack.ResponseUrl) })
        {
            Assert.Contains("Type /ao mine: only you see the answer.", call.Spoken.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Fictional Birch", call.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_button_answers_who_presses_it_with_what_is_theirs()
    {
        foreach (var (user, name) in new[] { (Partners.Contact, "Fictional Birch"), (Partners.OtherContact, "Fictional Alder") })
        {
            await Bot.Press(new ButtonPress(AskAction.Prefix + "mine.1", "mine") { User = user });

            Assert.Contains(name, (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_paid_up_is_thanked_and_told_what_comes_next()
    {
        Assert.StartsWith("What you owe: Fictional Alder: June: received, landed Thursday, June 27, thank you, update-2024-06.md.", (await Bot.Command("/ao mine", Partners.OtherContact)).Text, StringComparison.Ordinal);
        Workspace.Clock.Advance(TimeSpan.FromDays(12));

        Assert.Contains("July: due Monday, August 5", (await Bot.Command("/ao mine", Partners.OtherContact)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_known_by_address_alone_is_told_what_to_do_and_no_address_is_shown()
    {
        var answer = await Bot.Command("/ao mine", "U0000DORA");

        Assert.Contains("please tell the fund's staff, so that they name you here in Slack", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@", answer.Json.GetRawText(), StringComparison.Ordinal);
    }

    private int Reads() => Workspace.Log.Lines.Count(line => line.Text.Contains("FROM \"Roster\"", StringComparison.Ordinal));
}
