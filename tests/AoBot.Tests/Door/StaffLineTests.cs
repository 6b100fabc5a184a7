using AoBot.Tests.Host;
using AoBot.Tests.Updates;

namespace AoBot.Tests.Door;

/// <summary>What staff hear: that it is in their hands, and what waits for them; each once, and never lost.</summary>
public sealed class StaffLineTests : LadderTest
{
    private const string NotIn = $"{Workspace.Staff}: Fictional Birch: June is not in.";
    private const string Waits = $"{Workspace.Staff}: Fictional Birch: June waits for us.";

    [Fact]
    public async Task What_staff_were_not_told_since_it_was_said_to_be_sent_they_are_told_once_when_nothing_comes()
    {
        await Said("2024-07-04T09:00");
        await TurnOn();
        var asked = Assert.Single(await On("2024-07-05T09:31"));
        await Said("2024-07-12T09:31");
        await Said("2024-07-14T12:00");
        Assert.Equal(["escalation/birch/2024-06 Planned"], await Notices("escalation/birch"));

        // Half an hour before staff would hear.
        await Said("2024-07-15T09:00");
        await Bot.Press(Press(asked, "remind.sent", "birch"));
        Assert.StartsWith("Thank you! I don't see the update of Fictional Birch", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        var monday = await Said("2024-07-15T09:31");
        Assert.Contains(monday, m => m.StartsWith($"{Workspace.Staff}: Fictional Cedar: June is not in.", StringComparison.Ordinal));
        Assert.DoesNotContain(monday, m => m.StartsWith(NotIn, StringComparison.Ordinal));
        Assert.Equal(["escalation/birch/2024-06 Skipped no longer open"], await Notices("escalation/birch"));

        // Believed for two working days, asked once more, and a working day later it is in their hands after all.
        Assert.Empty(await Said("2024-07-16T09:31"));
        Assert.Single(await Said("2024-07-17T09:31"), m => m.Contains("Fictional Birch, June", StringComparison.Ordinal));
        Assert.Single(await Said("2024-07-18T09:31"), m => m.StartsWith(NotIn, StringComparison.Ordinal));

        await Task.WhenAll(Plan(), Plan());
        Assert.DoesNotContain(await AwayUntil("2024-07-19T09:31"), m => m.Contains("is not in", StringComparison.Ordinal));
        Assert.Equal(["escalation/birch/2024-06 Skipped no longer open", "escalation/birch/2024-06/2024-07-18 Sent"], await Notices("escalation/birch"));
    }

    [Fact]
    public async Task What_one_of_staff_dropped_is_not_told_again()
    {
        await Said("2024-07-04T09:00");
        await TurnOn();
        await Said("2024-07-12T09:31");
        await Said("2024-07-14T12:00");
        Slack.AnswerAlways("chat.postMessage", RecordedSlack.Error("msg_too_long"));
        await Said("2024-07-15T09:31");
        Slack.AnswerAlways("chat.postMessage", null);
        Assert.Equal(["escalation/birch/2024-06 Dead"], await Notices("escalation/birch"));

        // It is listed until somebody decides, and is not planned anew meanwhile.
        Assert.Empty(await Said("2024-07-16T09:31"));
        while ((await Notices("escalation/birch"))[0].EndsWith("Dead", StringComparison.Ordinal))
        {
            await Bot.Press(ButtonPress.On(await Bot.AsStaff("/ao admin outbox"), "outbox.drop") with { User = Workspace.Staff });
            await Slack.Next(RecordedSlack.ResponseUrl);
        }

        Assert.Empty(await Said("2024-07-17T09:31"));
        Assert.Equal(["escalation/birch/2024-06 Skipped dropped by staff"], await Notices("escalation/birch"));
    }

    [Fact]
    public async Task A_pull_request_is_told_of_after_three_working_days_once_and_named_every_week_until_it_is_merged()
    {
        await TurnOn();
        Past.Lands("2024-07-01T11:00:00Z", "2024/cedar/update-2024-06.md").Proposes(7, "2024-07-01T12:00:00Z", "2024/birch/update-2024-06.md");
        Assert.Empty(await Said("2024-07-01T09:31"));

        // July 4 is a holiday, so that the third is Friday, July 5.
        Assert.Empty(await Said("2024-07-03T16:00"));
        Assert.Empty(await Said("2024-07-05T09:29"));
        Assert.StartsWith(Waits, Assert.Single(await Said("2024-07-05T09:31")), StringComparison.Ordinal);
        foreach (var (sunday, monday) in new[] { ("2024-07-07T12:00", "2024-07-08T09:31"), ("2024-07-14T12:00", "2024-07-15T09:31") })
        {
            Assert.Empty(await Said(sunday));
            Assert.Equal($"{Workspace.Staff}: What waits for you this week. Waits for a review: Fictional Birch, June (since Monday, July 1).", Assert.Single(await Said(monday)));
        }

        Past.Merges(7, "2024-07-17T12:00:00Z").Lands("2024-07-17T12:00:00Z", "2024/birch/update-2024-06.md");
        Assert.Empty(await Said("2024-07-21T12:00"));
        Assert.Empty(await Said("2024-07-22T09:31"));
        Assert.DoesNotContain(await Notices(), n => n.StartsWith("digest/2024-W30", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pull_request_that_was_closed_before_staff_heard_of_it_does_not_keep_the_next_one_from_them()
    {
        await TurnOn();
        Past.Lands("2024-07-01T11:00:00Z", "2024/cedar/update-2024-06.md").Proposes(7, "2024-07-01T12:00:00Z", "2024/birch/update-2024-06.md");
        await Said("2024-07-04T12:00");
        Assert.Equal(["review-waiting/birch/2024-06 Planned"], await Notices("review-waiting"));
        Past.Closes(7, "2024-07-05T12:30:00Z");
        Assert.DoesNotContain(await Said("2024-07-05T09:31"), m => m.StartsWith(Waits, StringComparison.Ordinal));
        Assert.Equal(["review-waiting/birch/2024-06 Skipped no longer in review"], await Notices("review-waiting"));

        Past.Proposes(8, "2024-07-08T14:00:00Z", "2024/birch/update-2024-06.md");
        Assert.Empty(await Said("2024-07-10T16:00"));
        Assert.StartsWith(Waits, Assert.Single(await Said("2024-07-11T09:31")), StringComparison.Ordinal);
        Assert.Empty(await Said("2024-07-12T09:31"));
    }

    [Fact]
    public async Task Where_only_letters_were_there_to_pass_on_staff_are_not_told_that_somebody_was_asked()
    {
        await Owe($"damson,Fictional Damson,damson,monthly,2024-06-01,,,{Partners.Address},,U0000STAF");
        await Said("2024-07-01T09:31");
        await Said("2024-07-05T09:31");
        await Said("2024-07-12T09:31");

        var told = Assert.Single(await Said("2024-07-15T09:31"), m => m.Contains("Fictional Damson: June is not in.", StringComparison.Ordinal));
        Assert.Contains("I could ask none of them in Slack. All I had were letters for you to pass on, and there will be no more. It is in your hands now. To pass on: Anna: the heads-up on Monday, July 1, the reminder of the due day on Friday, July 5 and the last reminder on Friday, July 12. Not reached: a contact without Slack: known by e-mail alone.", told, StringComparison.Ordinal);
    }
}
