using System.Net;
using AoBot.Conversations;
using AoBot.Tests.Host;

namespace AoBot.Tests.Door;

/// <summary>What happens to a share when Slack does not take it.</summary>
public sealed class ShareFailureTests : FrontDoorTest
{
    [Theory]
    [InlineData(HttpStatusCode.NotFound, "expired_url")]
    [InlineData(HttpStatusCode.NotFound, "used_url")]
    [InlineData(HttpStatusCode.Gone, "")]
    [InlineData(HttpStatusCode.OK, "{\"ok\":false,\"error\":\"expired_url\"}")]
    public async Task A_dead_response_url_is_no_end_of_it(HttpStatusCode status, string body)
    {
        Slack.Answer(RecordedSlack.ResponseUrl, RecordedSlack.Status(status, body));

        await Bot.Press(ButtonPress.On(await Bot.Command("/ao kr 2.1")));

        await Slack.Next(RecordedSlack.ResponseUrl);
        Assert.Contains("Planning", (await Slack.Next("chat.postMessage")).Spoken.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not_in_channel")]
    [InlineData("channel_not_found")]
    public async Task Where_AoBot_is_not_it_asks_to_be_invited_and_can_be_pressed_again(string error)
    {
        var press = ButtonPress.On(await Bot.Command("/ao kr 2.1"));
        Slack.Answer("chat.postMessage", RecordedSlack.Error(error));

        await Bot.Press(press with { AnsweredAgo = TimeSpan.FromMinutes(31) });

        await Slack.Next("chat.postMessage");
        var told = await Slack.Next(RecordedSlack.ResponseUrl);
        Assert.Equal("ephemeral", told["response_type"]);
        Assert.Contains("/invite", told.Spoken.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Workspace.Scalar<int>($"SELECT count(*) FROM Audit WHERE Action = '{Sharing.ActionId}'"));

        await Bot.Press(press with { TriggerId = "1.again", AnsweredAgo = TimeSpan.FromMinutes(31) });

        Assert.Contains("Planning", (await Slack.Next("chat.postMessage")).Spoken.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("is_archived")]
    [InlineData("restricted_action")]
    [InlineData("a_code_of_next_year")]
    public async Task Another_refusal_is_not_blamed_on_a_missing_invitation(string error)
    {
        Slack.Answer("chat.postMessage", RecordedSlack.Error(error));

        await Bot.Press(ButtonPress.On(await Bot.Command("/ao kr 2.1")) with { AnsweredAgo = TimeSpan.FromMinutes(31) });

        await Slack.Next("chat.postMessage");
        var told = (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text;
        Assert.DoesNotContain("invite", told, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("nothing was shared", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_have_arrived_is_not_sent_again_and_the_person_is_told()
    {
        Slack.Answer(RecordedSlack.ResponseUrl, RecordedSlack.Drop);

        await Bot.Press(ButtonPress.On(await Bot.Command("/ao kr 2.1")));

        Assert.Equal("in_channel", (await Slack.Next(RecordedSlack.ResponseUrl))["response_type"]);
        var told = await Slack.Next(RecordedSlack.ResponseUrl);
        Assert.Equal("ephemeral", told["response_type"]);
        Assert.Contains("look at the channel", told.Spoken.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task After_an_error_of_Slacks_own_the_share_counts_as_made_and_its_audit_stays(HttpStatusCode status)
    {
        Slack.Answer("chat.postMessage", RecordedSlack.Status(status));
        var press = ButtonPress.On(await Bot.Command("/ao kr 2.1")) with { AnsweredAgo = TimeSpan.FromMinutes(31) };

        await Bot.Press(press);
        await Slack.Next("chat.postMessage");
        Assert.Contains("look at the channel", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        await Bot.Press(press with { TriggerId = "1.again" });

        Assert.Contains("just now", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Workspace.Scalar<int>($"SELECT count(*) FROM Audit WHERE Action = '{Sharing.ActionId}'"));
    }

    [Fact]
    public async Task Slack_that_asks_to_slow_down_is_waited_for()
    {
        Slack.Answer("chat.postMessage", RecordedSlack.RateLimited(7));

        await Bot.Press(ButtonPress.On(await Bot.Command("/ao kr 2.1")) with { AnsweredAgo = TimeSpan.FromMinutes(31) });
        await Slack.Next("chat.postMessage");
        await Workspace.RealClock.TimerDueIn(TimeSpan.FromSeconds(7));
        Assert.Equal(0, Slack.Waiting("chat.postMessage"));
        Workspace.RealClock.Advance(TimeSpan.FromSeconds(7));

        Assert.Contains("Planning", (await Slack.Next("chat.postMessage")).Spoken.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_response_url_is_dead_the_person_is_told_in_the_channel_for_their_eyes()
    {
        Slack.AnswerAlways(RecordedSlack.ResponseUrl, RecordedSlack.Status(HttpStatusCode.NotFound, "expired_url"));
        Slack.Answer("chat.postMessage", RecordedSlack.Error("not_in_channel"));

        await Bot.Press(ButtonPress.On(await Bot.Command("/ao kr 2.1")) with { AnsweredAgo = TimeSpan.FromMinutes(31) });

        await Slack.Next("chat.postMessage");
        await Slack.Next(RecordedSlack.ResponseUrl);
        var told = await Slack.Next("chat.postEphemeral");
        Assert.Equal((Workspace.Member, Workspace.Channel), (told["user"], told["channel"]));
        Assert.Contains("/invite", told.Spoken.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/response")]
    [InlineData("http://127.0.0.1:9/response")]
    [InlineData("http://169.254.169.254/latest")]
    public async Task Only_Slacks_own_addresses_are_called_back(string address)
    {
        var press = ButtonPress.On(await Bot.Command("/ao kr 2.1")) with { ResponseUrl = address };

        await Bot.Press(press);

        Assert.Contains("Planning", (await Slack.Next("chat.postMessage")).Spoken.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_without_a_response_url_is_shared_by_a_message()
    {
        await Bot.Press(ButtonPress.On(await Bot.Command("/ao kr 2.1")) with { ResponseUrl = null });

        Assert.Contains("Planning", (await Slack.Next("chat.postMessage")).Spoken.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_that_broke_on_our_side_can_be_pressed_again()
    {
        var press = ButtonPress.On(await Bot.Command("/ao kr 2.1"));
        await Workspace.Execute("ALTER TABLE KeyResults RENAME TO Hidden");

        await Bot.Press(press);
        var told = await Slack.Next(RecordedSlack.ResponseUrl);
        Assert.Equal("ephemeral", told["response_type"]);
        var reference = told.Spoken.Text.Split("reference: ")[1].TrimEnd('.');
        Assert.Contains(Workspace.Log.Lines, line => line.Text.Contains(reference, StringComparison.Ordinal));
        await Workspace.Execute("ALTER TABLE Hidden RENAME TO KeyResults");
        await Bot.Press(press with { TriggerId = "1.again" });

        Assert.Equal("in_channel", (await Slack.Next(RecordedSlack.ResponseUrl))["response_type"]);
    }

    [Fact]
    public async Task A_button_that_nobody_knows_any_more_is_answered_with_a_reference()
    {
        await Bot.Press(new ButtonPress("rsvp.of_a_later_version", "x"));

        var told = (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text;
        var reference = told.Split("Reference: ")[1].TrimEnd('.');
        Assert.Contains(Workspace.Log.Lines, line => line.Text.Contains(reference, StringComparison.Ordinal));
    }
}
