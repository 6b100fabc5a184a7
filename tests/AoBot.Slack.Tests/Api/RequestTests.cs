using System.Text.Json.Nodes;
using AoBot.Slack.Api;
using AoBot.Slack.Blocks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AoBot.Slack.Tests.Api;

/// <summary>What goes over the wire, and what does not go into the log.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task A_message_goes_out_as_Slack_wants_it()
    {
        await using var slack = await SlackApiFixture.Start();
        var message = new Message("C1", new("Café is *due*", [new HeaderBlock("Café")]))
        {
            ThreadTs = "1.2",
            Metadata = new("app_notice", new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = "n1" }),
        };

        var outcome = await slack.Api.Chat.PostMessage(message);

        Assert.Equal(new PostedMessage { Channel = "C1", Ts = "1700000000.000100" }, Assert.IsType<SlackOutcome<PostedMessage>.Sent>(outcome).Response);
        var request = Assert.Single(slack.Slack.Seen);
        Assert.Equal("/api/chat.postMessage", request.Path);
        Assert.Equal("Bearer " + SlackApiFixture.Token, request.Headers["Authorization"]);
        Assert.Equal("application/json; charset=utf-8", request.Headers["Content-Type"]);
        AssertJson(
            """
            {"channel":"C1","text":"Café is *due*","blocks":[{"type":"header","text":{"type":"plain_text","text":"Café","emoji":true}}],
             "thread_ts":"1.2","metadata":{"event_type":"app_notice","event_payload":{"id":"n1"}},
             "unfurl_links":false,"unfurl_media":false,"parse":"none"}
            """,
            request.Body);
    }

    [Fact]
    public async Task An_edit_without_blocks_takes_the_old_blocks_away()
    {
        await using var slack = await SlackApiFixture.Start();

        await slack.Api.Chat.Update(new("C1", "1.2", new("received")));

        AssertJson("""{"channel":"C1","ts":"1.2","text":"received","blocks":[],"parse":"none"}""", Assert.Single(slack.Slack.Seen).Body);
    }

    [Fact]
    public async Task An_ephemeral_message_names_its_reader()
    {
        await using var slack = await SlackApiFixture.Start();

        var outcome = await slack.Api.Chat.PostEphemeral("U1", SlackApiFixture.Hello());

        Assert.Equal("1700000000.000200", Assert.IsType<SlackOutcome<PostedEphemeral>.Sent>(outcome).Response.MessageTs);
        AssertJson("""{"channel":"C1","user":"U1","text":"hello","parse":"none"}""", Assert.Single(slack.Slack.Seen).Body);
    }

    [Fact]
    public async Task Views_carry_their_trigger_their_id_or_their_reader_and_the_hash_they_were_rendered_from()
    {
        await using var slack = await SlackApiFixture.Start();
        var modal = new ModalView("Title", [new DividerBlock()]);

        var opened = Assert.IsType<SlackOutcome<SlackView>.Sent>(await slack.Api.Views.Open("123.abc", modal)).Response;
        await slack.Api.Views.Update(opened.Id, modal, opened.Hash);
        await slack.Api.Views.Publish("U1", new([new DividerBlock()]), "h1");

        Assert.Equal(("V1", "156772938.1827394"), (opened.Id, opened.Hash));
        const string shown = """{"type":"modal","title":{"type":"plain_text","text":"Title","emoji":true},"blocks":[{"type":"divider"}]}""";
        AssertJson($$"""{"trigger_id":"123.abc","view":{{shown}}}""", slack.Slack.Seen[0].Body);
        AssertJson($$"""{"view_id":"V1","view":{{shown}},"hash":"156772938.1827394"}""", slack.Slack.Seen[1].Body);
        AssertJson("""{"user_id":"U1","view":{"type":"home","blocks":[{"type":"divider"}]},"hash":"h1"}""", slack.Slack.Seen[2].Body);
    }

    [Fact]
    public async Task A_question_goes_out_as_a_form_because_Slack_reads_no_JSON_there()
    {
        await using var slack = await SlackApiFixture.Start();

        var outcome = await slack.Api.Users.Info("U1&x=y z");

        Assert.Equal("Europe/London", Assert.IsType<SlackOutcome<SlackUser>.Sent>(outcome).Response.Tz);
        var request = Assert.Single(slack.Slack.Seen);
        Assert.Equal("application/x-www-form-urlencoded", request.Headers["Content-Type"]);
        Assert.Equal("user=U1%26x%3Dy+z", request.Body);
    }

    [Fact]
    public async Task The_history_is_read_page_by_page_with_its_metadata()
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer(
            "conversations.history",
            """{"ok":true,"messages":[{"ts":"5.6","metadata":{"event_type":"app_notice","event_payload":{"id":"n1","count":3}}},{"ts":"5.5"}],"has_more":true,"response_metadata":{"next_cursor":"bmV4dA=="}}""");
        slack.Slack.Answer("conversations.replies", """{"ok":true,"messages":[],"has_more":false,"response_metadata":{"next_cursor":""}}""");

        var page = Assert.IsType<SlackOutcome<SlackHistory>.Sent>(await slack.Api.Conversations.History("C1", new() { Oldest = "5.4" })).Response;
        var thread = Assert.IsType<SlackOutcome<SlackHistory>.Sent>(await slack.Api.Conversations.Replies("C1", "1.2", new() { Cursor = page.NextCursor, Limit = 50 })).Response;

        Assert.Equal(["5.6", "5.5"], page.Messages!.Select(message => message.Ts));
        Assert.Equal(("app_notice", "n1", null), (page.Messages![0].Metadata!.EventType, page.Messages[0].Metadata!.Value("id"), page.Messages[0].Metadata!.Value("count")));
        Assert.Null(page.Messages[1].Metadata);
        Assert.Null(thread.NextCursor);
        Assert.Equal("channel=C1&oldest=5.4&limit=200&include_all_metadata=true", slack.Slack.Seen[0].Body);
        Assert.Equal("channel=C1&ts=1.2&cursor=bmV4dA%3D%3D&limit=50&include_all_metadata=true", slack.Slack.Seen[1].Body);
    }

    [Fact]
    public async Task The_direct_message_with_a_person_is_told_by_its_id()
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("conversations.open", """{"ok":true,"channel":{"id":"D1"}}""");

        Assert.Equal("D1", Assert.IsType<SlackOutcome<string>.Sent>(await slack.Api.Conversations.Open("U1")).Response);
        Assert.Equal("users=U1", Assert.Single(slack.Slack.Seen).Body);
    }

    [Fact]
    public async Task A_caller_is_told_that_its_message_is_about_to_leave_and_may_still_hold_it_back()
    {
        await using var slack = await SlackApiFixture.Start();
        var seenBefore = -1;

        await slack.Api.Chat.PostMessage(
            SlackApiFixture.Hello(),
            () =>
            {
                seenBefore = slack.Slack.Seen.Count;
                return Task.CompletedTask;
            },
            CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => slack.Api.Chat.Update(new("C1", "1.2", new("no")), () => throw new InvalidOperationException(), CancellationToken.None));

        Assert.Equal(0, seenBefore);
        Assert.Equal("/api/chat.postMessage", Assert.Single(slack.Slack.Seen).Path);
    }

    [Fact]
    public async Task The_token_test_also_tells_the_scopes_and_Slacks_clock()
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("auth.test", """{"ok":true,"url":"https://x.slack.com/","team":"X","team_id":"T1","user_id":"U0","bot_id":"B0"}""", 200, ("x-oauth-scopes", "commands,chat:write, users:read"), ("Date", "Fri, 28 Jun 2024 12:00:05 GMT"));

        var bot = Assert.IsType<SlackOutcome<AuthTest>.Sent>(await slack.Api.Auth.Test()).Response;

        Assert.Equal(("T1", "U0", "B0"), (bot.TeamId, bot.UserId, bot.BotId));
        Assert.Equal(["commands", "chat:write", "users:read"], bot.GrantedScopes);
        Assert.Equal(new DateTimeOffset(2024, 6, 28, 12, 0, 5, TimeSpan.Zero), bot.ServerDate);
    }

    [Fact]
    public async Task The_log_holds_methods_and_codes_and_nothing_that_was_said()
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("chat.postMessage", OutcomeTests.Fault("http_500"));
        slack.Slack.Answer("/hook/secret-path", "no", 404);

        await slack.Api.Chat.PostMessage(SlackApiFixture.Hello(text: "a private word"));
        await slack.ResponseUrls.Send(new Uri(slack.Slack.Origin, "/hook/secret-path"), new(new MessageBody("a private word")));
        await slack.ResponseUrls.Send(new Uri("https://example.com/secret-path"), new(new MessageBody("a private word")));

        Assert.Contains("chat.postMessage: unknown (http_500)", slack.Logs.All, StringComparison.Ordinal);
        Assert.Contains("response_url_not_allowed", slack.Logs.All, StringComparison.Ordinal);
        foreach (var secret in new[] { SlackApiFixture.Token, "private word", "secret-path" })
        {
            Assert.DoesNotContain(secret, slack.Logs.All, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("xoxb-1\n")]
    [InlineData("xoxb 1")]
    public void A_token_that_is_none_stops_the_start_and_is_not_repeated(string token)
    {
        var services = new ServiceCollection().AddLogging().AddSlackApi(options => options.BotToken = token).BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(services.GetRequiredService<ISlackApiClient>);

        Assert.Contains("BotToken", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_without_its_last_slash_is_still_the_base()
    {
        await using var slack = await SlackApiFixture.Start(options => options.ApiUrl = new Uri(options.ApiUrl.ToString().TrimEnd('/')));

        await slack.Api.Auth.Test();

        Assert.Equal("/api/auth.test", Assert.Single(slack.Slack.Seen).Path);
    }

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
}
