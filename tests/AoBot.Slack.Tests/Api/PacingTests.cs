using AoBot.Slack.Api;

namespace AoBot.Slack.Tests.Api;

public sealed class PacingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(3600)]
    public async Task Retry_After_is_waited_out_to_the_second_and_not_longer(int seconds)
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("users.info", """{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", $"{seconds}"));

        var call = slack.Api.Users.Info("U1");
        await slack.Time.TimerDueIn(TimeSpan.FromSeconds(seconds));
        slack.Time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.Single(slack.Slack.Seen);
        slack.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.IsType<SlackOutcome<SlackUser>.Sent>(await call);
        Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(seconds)], slack.Slack.Seen.Select(request => request.At));
    }

    [Fact]
    public async Task A_rate_limit_in_a_200_body_is_one_too()
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("users.info", """{"ok":false,"error":"ratelimited"}""", 200, ("Retry-After", "7"));

        var outcome = await slack.ThroughBackoff(slack.Api.Users.Info("U1"), 7);

        Assert.IsType<SlackOutcome<SlackUser>.Sent>(outcome);
    }

    [Fact]
    public async Task Without_Retry_After_a_second_is_waited()
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("users.info", "", 429);

        Assert.IsType<SlackOutcome<SlackUser>.Sent>(await slack.ThroughBackoff(slack.Api.Users.Info("U1"), 1));
    }

    [Fact]
    public async Task After_the_last_attempt_the_limit_is_the_answer_and_still_holds_the_next_call_back()
    {
        await using var slack = await SlackApiFixture.Start(options => options.MaxAttempts = 2);
        slack.Slack.Answer("users.info", "", 429, ("Retry-After", "5"));
        slack.Slack.Answer("users.info", "", 429, ("Retry-After", "9"));

        var outcome = await slack.ThroughBackoff(slack.Api.Users.Info("U1"), 5);
        var next = await slack.ThroughBackoff(slack.Api.Users.Info("U1"), 9);

        Assert.Equal(new RateLimited(TimeSpan.FromSeconds(9)).RetryAfter, Assert.IsType<RateLimited>(Assert.IsType<SlackOutcome<SlackUser>.Refused>(outcome).Error).RetryAfter);
        Assert.IsType<SlackOutcome<SlackUser>.Sent>(next);
        Assert.Equal([0, 5, 14], slack.Slack.Seen.Select(request => request.At.TotalSeconds));
    }

    [Fact]
    public async Task Another_method_is_not_delayed_by_a_rate_limit_and_the_same_method_is()
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("users.info", "", 429, ("Retry-After", "30"));

        var limited = slack.Api.Users.Info("U1");
        await slack.Time.TimerDueIn(TimeSpan.FromSeconds(30));
        var same = slack.Api.Users.Info("U2");
        var other = await slack.Api.Conversations.Info("C1");

        Assert.IsType<SlackOutcome<SlackConversation>.Sent>(other);
        Assert.False(limited.IsCompleted || same.IsCompleted);
        slack.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<SlackOutcome<SlackUser>.Sent>(await limited);
        Assert.IsType<SlackOutcome<SlackUser>.Sent>(await same);
    }

    [Fact]
    public async Task A_channel_gets_one_message_a_second_in_order_and_others_do_not_wait_for_it()
    {
        await using var slack = await SlackApiFixture.Start();

        Task<SlackOutcome<PostedMessage>>[] slow = [.. Enumerable.Range(1, 3).Select(i => slack.Api.Chat.PostMessage(SlackApiFixture.Hello("C1", $"message {i}")))];
        await slow[0];
        await slack.Time.TimerDueIn(TimeSpan.FromSeconds(1));
        Assert.IsType<SlackOutcome<PostedMessage>.Sent>(await slack.Api.Chat.PostMessage(SlackApiFixture.Hello("C2", "elsewhere")));
        await slack.ThroughBackoff(slow[1], 1);
        await slack.ThroughBackoff(slow[2], 1);

        Assert.Equal(
            [("message 1", 0d), ("elsewhere", 0), ("message 2", 1), ("message 3", 2)],
            slack.Slack.Seen.Select(request => (TextOf(request), request.At.TotalSeconds)));
    }

    [Fact]
    public async Task A_message_that_is_asked_to_wait_keeps_its_place_before_the_next_one()
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("chat.postMessage", "", 429, ("Retry-After", "3"));

        var first = slack.Api.Chat.PostMessage(SlackApiFixture.Hello("C1", "first"));
        var second = slack.Api.Chat.PostMessage(SlackApiFixture.Hello("C1", "second"));
        // Its channel's second runs within the three, not after them.
        await slack.ThroughBackoff(first, 1, 2);
        await slack.ThroughBackoff(second, 1);

        Assert.Equal([("first", 0d), ("first", 3), ("second", 4)], slack.Slack.Seen.Select(request => (TextOf(request), request.At.TotalSeconds)));
    }

    [Fact]
    public async Task Giving_up_ends_a_wait_at_once_and_lets_the_next_in_line_through()
    {
        await using var slack = await SlackApiFixture.Start();
        using var giveUp = new CancellationTokenSource();
        await slack.Api.Chat.PostMessage(SlackApiFixture.Hello("C1", "first"));
        var pacing = slack.Api.Chat.PostMessage(SlackApiFixture.Hello("C1", "pacing"), giveUp.Token);
        var queued = slack.Api.Chat.PostMessage(SlackApiFixture.Hello("C1", "queued"), giveUp.Token);
        var patient = slack.Api.Chat.PostMessage(SlackApiFixture.Hello("C1", "patient"));
        await slack.Time.TimerDueIn(TimeSpan.FromSeconds(1));

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pacing);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queued);
        Assert.IsType<SlackOutcome<PostedMessage>.Sent>(await slack.ThroughBackoff(patient, 1));
        Assert.Equal(["first", "patient"], slack.Slack.Seen.Select(TextOf));
    }

    [Fact]
    public async Task Giving_up_while_the_request_is_under_way_leaves_a_post_unknown_and_ends_a_question()
    {
        await using var slack = await SlackApiFixture.Start();
        using var giveUp = new CancellationTokenSource();
        slack.Slack.Answer("chat.postMessage", OutcomeTests.Never);
        slack.Slack.Answer("users.info", OutcomeTests.Never);
        var post = slack.Api.Chat.PostMessage(SlackApiFixture.Hello(), giveUp.Token);
        var question = slack.Api.Users.Info("U1", giveUp.Token);
        await slack.Slack.Next();
        await slack.Slack.Next();

        await giveUp.CancelAsync();

        Assert.Equal("cancelled", Assert.IsType<SlackOutcome<PostedMessage>.Unknown>(await post).Reason);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => question);
    }

    private static string TextOf(SeenRequest request) =>
        System.Text.Json.JsonDocument.Parse(request.Body).RootElement.GetProperty("text").GetString()!;
}
