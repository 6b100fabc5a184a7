using AoBot.Slack.Api;
using Microsoft.AspNetCore.Http;

namespace AoBot.Slack.Tests.Api;

public sealed class OutcomeTests
{
    public static TheoryData<string, Type> Errors => new()
    {
        { "invalid_auth", typeof(AuthError) },
        { "not_authed", typeof(AuthError) },
        { "token_revoked", typeof(AuthError) },
        { "token_expired", typeof(AuthError) },
        { "account_inactive", typeof(AuthError) },
        { "channel_not_found", typeof(NotFound) },
        { "not_in_channel", typeof(NotFound) },
        { "is_archived", typeof(NotFound) },
        { "user_not_found", typeof(NotFound) },
        { "message_not_found", typeof(NotFound) },
        { "invalid_blocks", typeof(InvalidBlocks) },
        { "msg_too_long", typeof(InvalidBlocks) },
        { "invalid_arguments", typeof(InvalidArguments) },
        { "no_text", typeof(InvalidArguments) },
        { "hash_conflict", typeof(HashConflict) },
        { "expired_trigger_id", typeof(TriggerExpired) },
        { "something_slack_invents_next_year", typeof(OtherError) },
    };

    /// <summary>Answers after which nobody can tell whether the message stands.</summary>
    public static TheoryData<string> Uncertain =>
        ["internal_error", "fatal_error", "request_timeout", "service_unavailable", "http_500", "http_503", "http_408", "garbage", "empty", "no ok", "ok as text", "no ts", "an array", "half", "dropped", "hung up mid-headers"];

    [Theory, MemberData(nameof(Errors))]
    public async Task Each_of_Slacks_words_has_its_type_and_keeps_its_code(string code, Type type)
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("chat.postMessage", $$"""{"ok":false,"error":"{{code}}"}""");

        var outcome = await slack.Api.Chat.PostMessage(SlackApiFixture.Hello());

        var error = Assert.IsType<SlackOutcome<PostedMessage>.Refused>(outcome).Error;
        Assert.IsType(type, error);
        Assert.Equal(code, error.Code);
        Assert.Single(slack.Slack.Seen);
    }

    [Fact]
    public async Task A_missing_scope_says_what_is_needed_and_what_was_given()
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("users.info", """{"ok":false,"error":"missing_scope","needed":"users:read","provided":"commands,chat:write"}""");

        var outcome = await slack.Api.Users.Info("U1");

        var error = Assert.IsType<AuthError>(Assert.IsType<SlackOutcome<SlackUser>.Refused>(outcome).Error);
        Assert.Equal(("missing_scope", "users:read", "commands,chat:write"), (error.Code, error.Needed, error.Provided));
    }

    [Fact]
    public async Task Slacks_explanations_of_invalid_blocks_are_kept()
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("views.publish", """{"ok":false,"error":"invalid_blocks","response_metadata":{"messages":["[ERROR] too long [json-pointer:/blocks/0]"]}}""");

        var outcome = await slack.Api.Views.Publish("U1", new([]));

        Assert.Equal(["[ERROR] too long [json-pointer:/blocks/0]"], Assert.IsType<SlackOutcome<SlackView>.Refused>(outcome).Error.Messages);
    }

    [Theory, MemberData(nameof(Uncertain))]
    public async Task A_post_that_may_have_succeeded_is_unknown_and_never_repeated(string answer)
    {
        await using var slack = await SlackApiFixture.Start();
        // A connection that has been used before: the one kind that HTTP clients like to try again by themselves.
        Assert.IsType<SlackOutcome<PostedMessage>.Sent>(await slack.Api.Chat.PostMessage(SlackApiFixture.Hello("C0")));
        slack.Slack.Answer("chat.postMessage", Fault(answer));

        var outcome = await slack.ThroughBackoff(slack.Api.Chat.PostMessage(SlackApiFixture.Hello()));

        var reason = Assert.IsType<SlackOutcome<PostedMessage>.Unknown>(outcome).Reason;
        Assert.Equal(Reason(answer), reason);
        Assert.Equal(2, slack.Slack.Seen.Count);
    }

    [Theory, MemberData(nameof(Uncertain))]
    public async Task A_question_is_asked_again_after_an_uncertain_answer(string answer)
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("users.info", Fault(answer == "no ts" ? "no ok" : answer));
        slack.Slack.Answer("users.info", Fault("http_500"));

        var outcome = await slack.ThroughBackoff(slack.Api.Users.Info("U1"), 0.5, 1);

        Assert.Equal("U1", Assert.IsType<SlackOutcome<SlackUser>.Sent>(outcome).Response.Id);
        Assert.Equal(3, slack.Slack.Seen.Count);
    }

    [Fact]
    public async Task A_question_without_an_answer_is_unknown_after_the_last_attempt()
    {
        await using var slack = await SlackApiFixture.Start(options => options.MaxAttempts = 2);
        slack.Slack.Answer("users.info", Fault("http_500"));
        slack.Slack.Answer("users.info", Fault("http_502"));

        var outcome = await slack.ThroughBackoff(slack.Api.Users.Info("U1"), 0.5);

        Assert.Equal("http_502", Assert.IsType<SlackOutcome<SlackUser>.Unknown>(outcome).Reason);
        Assert.Equal(2, slack.Slack.Seen.Count);
    }

    [Fact]
    public async Task An_edit_and_a_view_are_not_repeated_either()
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("chat.update", Fault("http_500"));
        slack.Slack.Answer("views.publish", Fault("dropped"));

        Assert.IsType<SlackOutcome<PostedMessage>.Unknown>(await slack.ThroughBackoff(slack.Api.Chat.Update(new("C1", "1.2", new("x")))));
        Assert.IsType<SlackOutcome<SlackView>.Unknown>(await slack.ThroughBackoff(slack.Api.Views.Publish("U1", new([]))));
        Assert.Equal(2, slack.Slack.Seen.Count);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_unknown()
    {
        await using var slack = await SlackApiFixture.Start(options => options.Timeout = TimeSpan.FromSeconds(7));
        slack.Slack.Answer("chat.postMessage", Never);

        var call = slack.Api.Chat.PostMessage(SlackApiFixture.Hello());
        await slack.Slack.Next();
        slack.Time.Advance(TimeSpan.FromSeconds(6.999));
        Assert.False(call.IsCompleted);
        slack.Time.Advance(TimeSpan.FromSeconds(0.001));

        Assert.Equal("timeout", Assert.IsType<SlackOutcome<PostedMessage>.Unknown>(await call).Reason);
        Assert.Single(slack.Slack.Seen);
    }

    [Fact]
    public async Task A_redirect_is_refused_and_not_followed()
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("chat.postMessage", "", 307, ("Location", slack.Slack.Origin + "elsewhere"));

        var outcome = await slack.Api.Chat.PostMessage(SlackApiFixture.Hello());

        Assert.Equal(new OtherError("http_307").Code, Assert.IsType<SlackOutcome<PostedMessage>.Refused>(outcome).Error.Code);
        Assert.Single(slack.Slack.Seen);
    }

    [Fact]
    public async Task A_page_with_status_403_is_a_refusal_that_names_the_status()
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("chat.postMessage", "<html>no</html>", 403);

        var outcome = await slack.Api.Chat.PostMessage(SlackApiFixture.Hello());

        Assert.Equal("http_403", Assert.IsType<SlackOutcome<PostedMessage>.Refused>(outcome).Error.Code);
    }

    internal static Task Never(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);

    internal static Func<HttpContext, Task> Fault(string answer) => context =>
    {
        switch (answer)
        {
            case "dropped":
                context.Abort();
                return Task.CompletedTask;
            case "hung up mid-headers":
                return Raw(context, "HTTP/1.1 200 OK\r\nContent-Type: appl");
            case "half":
                return Raw(context, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"ok\":true,\"channel\":\"C1\"");
            case var status when status.StartsWith("http_", StringComparison.Ordinal):
                context.Response.StatusCode = int.Parse(status[5..]);
                return context.Response.WriteAsync("""{"ok":false,"error":"channel_not_found"}""");
        }

        return context.Response.WriteAsync(answer switch
        {
            "garbage" => "<!doctype html><title>Back soon</title>",
            "empty" => "",
            "no ok" => """{"channel":"C1","ts":"1.2"}""",
            "ok as text" => """{"ok":"true","channel":"C1","ts":"1.2"}""",
            "no ts" => """{"ok":true,"channel":"C1"}""",
            "an array" => "[true]",
            _ => $$"""{"ok":false,"error":"{{answer}}"}""",
        });
    };

    private static async Task Raw(HttpContext context, string bytes)
    {
        var transport = context.Features.Get<Microsoft.AspNetCore.Connections.Features.IConnectionTransportFeature>()!.Transport;
        await transport.Output.WriteAsync(System.Text.Encoding.ASCII.GetBytes(bytes));
        await transport.Output.FlushAsync();
        await transport.Output.CompleteAsync();
    }

    private static string Reason(string answer) => answer switch
    {
        "garbage" or "empty" or "no ok" or "ok as text" or "no ts" or "an array" => "unreadable_answer",
        "half" or "dropped" or "hung up mid-headers" => "connection_lost",
        _ => answer,
    };
}
