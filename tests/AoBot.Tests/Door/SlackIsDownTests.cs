using System.Net;
using AoBot.Conversations;
using AoBot.Tests.Host;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Door;

/// <summary>A mention, a welcome, a Home, when Slack does not take the answer.</summary>
public sealed class SlackIsDownTests : FrontDoorTest
{
    private static readonly SlackEventJson Mention = SlackEventJson.Mention("<@U0000BOT1> kr 2.1");
    private static readonly SlackEventJson Joined = SlackEventJson.Joined("U0000EVA");

    // After each failed attempt the next waits longer, and after the last none follows.
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)];

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("token_revoked")]
    public async Task A_token_that_is_not_taken_leaves_the_event_to_be_tried_again(string error)
    {
        Slack.Answer("chat.postEphemeral", RecordedSlack.Error(error));

        await Bot.Event(Joined);
        await Slack.Next("chat.postEphemeral");
        await Bot.InboxIsEmpty();

        Assert.Equal($"1|{error}|2026-03-02T09:00:10.000Z|", await Row());
        await RealTimePasses(Waits[0]);
        await Slack.Next("chat.postEphemeral");
        await Bot.InboxIsEmpty();
        Assert.Equal("2|||2026-03-02T09:00:10.000Z", await Row());
    }

    [Fact]
    public async Task After_the_last_attempt_it_is_given_up_with_its_reason()
    {
        Slack.AnswerAlways("chat.postEphemeral", RecordedSlack.Error("invalid_auth"));
        await Bot.Event(Joined);
        await Slack.Next("chat.postEphemeral");
        foreach (var wait in Waits)
        {
            await Bot.InboxIsEmpty();
            await RealTimePasses(wait);
            await Slack.Next("chat.postEphemeral");
        }

        await Bot.InboxIsEmpty();
        Assert.Equal("5|invalid_auth||", await Row());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Bot.Client.GetAsync("/health/duties")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Bot.Client.GetAsync("/health/ready")).StatusCode);
    }

    [Theory]
    [InlineData("channel_not_found")]
    [InlineData("is_archived")]
    [InlineData("invalid_blocks")]
    public async Task What_can_never_succeed_is_not_tried_again(string error)
    {
        Slack.Answer("chat.postMessage", RecordedSlack.Error(error));

        await Bot.Event(Mention);
        await Slack.Next("chat.postMessage");
        await Becomes("Dead");
        await Bot.InboxIsEmpty();

        Assert.StartsWith("1||", await Row(), StringComparison.Ordinal);
        Assert.Contains(Workspace.Log.Lines, line => line.Text.Contains(error, StringComparison.Ordinal));
    }

    public static TheoryData<string> MaybeHeard => ["500", "503", "drop", "internal_error", "fatal_error", "garbage"];

    [Theory]
    [MemberData(nameof(MaybeHeard))]
    public async Task What_may_have_arrived_is_not_said_twice(string failure)
    {
        Slack.Answer("chat.postMessage", Failure(failure));

        await Bot.Event(Mention);
        await Slack.Next("chat.postMessage");
        await Becomes("Unknown");
        await Bot.InboxIsEmpty();

        Assert.Equal("1|||2026-03-02T09:00:00.000Z", await Row());
    }

    [Fact]
    public async Task While_the_token_is_not_taken_an_answer_waits_and_is_sent_when_it_is()
    {
        Slack.Answer("chat.postMessage", RecordedSlack.Error("invalid_auth"));

        await Bot.Event(Mention);
        await Slack.Next("chat.postMessage");
        await Workspace.RealTimePassesUntil(() => Task.FromResult(Slack.Waiting("chat.postMessage") > 0), "it is sent");

        Assert.Contains("Planning", (await Slack.Next("chat.postMessage")).Spoken.Shown, StringComparison.Ordinal);
        await Becomes("Sent");
    }

    [Theory]
    [MemberData(nameof(MaybeHeard))]
    public async Task A_Home_may_be_published_twice_and_so_is_tried_again(string failure)
    {
        Slack.Answer("views.publish", Failure(failure));

        await Bot.Event(SlackEventJson.HomeOpened());
        await Slack.Next("views.publish");
        await Bot.InboxIsEmpty();
        await RealTimePasses(Waits[0]);

        await Slack.Next("views.publish");
    }

    [Fact]
    public async Task Slack_that_asks_to_slow_down_is_waited_for_exactly()
    {
        Slack.Answer("chat.postMessage", RecordedSlack.RateLimited(42));

        await Bot.Event(Mention);
        await Slack.Next("chat.postMessage");
        await Workspace.RealClock.TimerDueIn(TimeSpan.FromSeconds(42));
        Workspace.RealClock.Advance(TimeSpan.FromSeconds(41));
        Assert.Equal(0, Slack.Waiting("chat.postMessage"));
        Workspace.RealClock.Advance(TimeSpan.FromSeconds(1));

        await Slack.Next("chat.postMessage");
    }

    [Fact]
    public async Task While_one_answer_waits_for_Slack_the_door_and_other_answers_do_not()
    {
        var slacks = new TaskCompletionSource();
        Slack.Answer("chat.postMessage", async context =>
        {
            await slacks.Task;
            await context.Response.WriteAsync("""{"ok":true,"channel":"C1","ts":"1.1"}""");
        });
        await Bot.Event(Mention);
        await Slack.Next("chat.postMessage");

        Assert.Contains("Planning", (await Bot.Command("/ao kr 2.1")).Shown, StringComparison.Ordinal);
        foreach (var i in Enumerable.Range(0, 10))
        {
            await Bot.Event(SlackEventJson.Joined($"U000{i}"));
            Assert.Equal($"U000{i}", (await Slack.Next("chat.postEphemeral"))["user"]);
        }

        slacks.SetResult();
    }

    [Fact]
    public async Task What_became_due_is_seen_without_anything_arriving()
    {
        await Workspace.Execute("INSERT INTO Inbox (EventId, Type, Payload, ReceivedAt, Attempts, NextAttemptAt) VALUES ('Ev1', 'x', '{\"event\":{\"type\":\"x\"}}', '2026-03-02T09:00:00.000Z', 1, '2026-03-02T09:00:05.000Z')");

        await Patience.Until(
            async () =>
            {
                Workspace.RealClock.Advance(TimeSpan.FromSeconds(10));
                return await Workspace.Scalar<int>("SELECT count(*) FROM Inbox WHERE DoneAt IS NOT NULL") == 1;
            },
            "the row is worked on");
    }

    private static RequestDelegate Failure(string failure) => failure switch
    {
        "500" => RecordedSlack.Status(HttpStatusCode.InternalServerError),
        "503" => RecordedSlack.Status(HttpStatusCode.ServiceUnavailable),
        "drop" => RecordedSlack.Drop,
        "garbage" => RecordedSlack.Json("<html>"),
        _ => RecordedSlack.Error(failure),
    };

    private async Task RealTimePasses(TimeSpan by)
    {
        await Workspace.RealTimePasses(by);

        // The tick that looks again has a test of its own; here it may have begun on either side of the jump.
        Bot.Services.GetRequiredService<Inbox>().Wake();
    }

    /// <summary>The notice that answers the mention.</summary>
    private Task Becomes(string state) => Patience.Until(async () => await Workspace.Scalar<string>("SELECT State FROM Notices") == state, $"the answer is {state}");

    private Task<string> Row() =>
        Workspace.Scalar<string>("SELECT concat_ws('|', Attempts, ifnull(Failure, ''), ifnull(NextAttemptAt, ''), ifnull(DoneAt, '')) FROM Inbox");
}
