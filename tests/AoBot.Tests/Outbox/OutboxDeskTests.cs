using AoBot.Outbox;
using AoBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Tests.Outbox;

/// <summary><c>/ao admin outbox</c>: what staff see of it, and what they decide.</summary>
public sealed class OutboxDeskTests : OutboxTest
{
    [Fact]
    public async Task Staff_see_what_comes_next_and_what_failed_and_nobody_else_does()
    {
        await Plan("later/1", Person, after: NodaTime.Duration.FromHours(20));
        await Fail("bad/1");

        var answer = await Bot.AsStaff("/ao admin outbox");

        Assert.Contains("1 message planned: later/1 Saturday, June 29", answer.Text, StringComparison.Ordinal);
        Assert.Contains("1 not sent: bad/1 (", answer.Text, StringComparison.Ordinal);
        Assert.Contains("channel is archived", answer.Text, StringComparison.Ordinal);
        Assert.Null(answer.Button("share.in_channel"));
        Assert.StartsWith("This is for the fund's staff", (await Bot.Command("/ao admin outbox")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_is_sent_again_at_a_press_and_a_second_delivery_of_the_press_sends_nothing()
    {
        await Fail("bad/1");
        var press = ButtonPress.On(await Bot.AsStaff("/ao admin outbox"), "outbox.retry") with { User = Workspace.Staff };

        await Bot.Press(press);

        Assert.StartsWith("I send it again, if there is still a reason for it: bad/1.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        Assert.Equal("About bad/1.", (await Slack.Next("chat.postMessage"))["text"]);
        await Becomes("bad/1", NoticeState.Sent);
        await Bot.Press(press);
        Assert.StartsWith("Nothing was changed", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        await using var db = await Bot.Database();
        Assert.Equal(Workspace.Staff, (await db.Audit.SingleAsync(a => a.Action == "notice.retry")).Actor);
    }

    [Fact]
    public async Task What_is_dropped_is_done_with()
    {
        await Fail("bad/1");

        await Bot.Press(ButtonPress.On(await Bot.AsStaff("/ao admin outbox"), "outbox.drop") with { User = Workspace.Staff });

        Assert.Contains("Nothing is uncertain, and nothing failed.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        Assert.Equal((NoticeState.Skipped, "dropped by staff"), ((await Read("bad/1")).State, (await Read("bad/1")).Reason));
    }

    [Theory]
    [InlineData("outbox.retry")]
    [InlineData("outbox.drop")]
    public async Task Who_is_not_staff_changes_nothing(string button)
    {
        await Fail("bad/1");

        await Bot.Press(ButtonPress.On(await Bot.AsStaff("/ao admin outbox"), button));

        Assert.StartsWith("This is for the fund's staff", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        Assert.Equal(NoticeState.Dead, (await Read("bad/1")).State);
    }

    [Fact]
    public async Task The_audit_names_what_was_sent_and_by_whom_something_was_changed()
    {
        await Sends("hello/1");
        await Becomes("hello/1", NoticeState.Sent);

        Assert.Contains("aobot notice.sent hello/1 (C0000FUND)", (await Bot.AsStaff("/ao admin audit")).Text, StringComparison.Ordinal);
        Assert.StartsWith("The last 1 of 1 about \"hello\"", (await Bot.AsStaff("/ao admin audit hello")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Nothing was changed or sent about \"nobody\" so far", (await Bot.AsStaff("/ao admin audit nobody")).Text, StringComparison.Ordinal);
        Assert.StartsWith("This is for the fund's staff", (await Bot.Command("/ao admin audit")).Text, StringComparison.Ordinal);
    }

    private async Task Fail(string key)
    {
        Slack.Answer("chat.postMessage", RecordedSlack.Error("is_archived"));
        await Sends(key);
        await Becomes(key, NoticeState.Dead);
    }
}
