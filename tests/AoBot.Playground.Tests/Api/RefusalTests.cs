using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Tests.Api;

/// <summary>Slack's own words for what it refuses. Each row names the page it comes from.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private const string Unknown = "1700000000.000100";
    private readonly StandIn _slack = new();

    /// <summary>Method, arguments as JSON, Slack's word, a part of the place where Slack names one, page of docs.slack.dev/reference.</summary>
    public static TheoryData<string, string, string, string, string> Rules => new()
    {
        { "chat.postMessage", """{"text":"x"}""", "invalid_arguments", "missing required field: channel", "methods/chat.postMessage" },
        { "chat.postMessage", """{"channel":"C0NOBODY","text":"x"}""", "channel_not_found", "", "methods/chat.postMessage" },
        { "chat.postMessage", """{"channel":"C0GENERAL","text":"x"}""", "not_in_channel", "", "methods/chat.postMessage" },
        { "chat.postMessage", """{"channel":"C0ALPHAOMEGA"}""", "no_text", "", "methods/chat.postMessage" },
        { "chat.postMessage", """{"channel":"C0ALPHAOMEGA","text":"LONG40001"}""", "msg_too_long", "", "methods/chat.postMessage" },
        { "chat.postMessage", """{"channel":"C0ALPHAOMEGA","text":"x","thread_ts":"1700000000.000100"}""", "thread_not_found", "", "methods/chat.postMessage" },
        { "chat.postMessage", """{"channel":"C0ALPHAOMEGA","text":"x","blocks":"no json"}""", "invalid_blocks_format", "", "methods/chat.postMessage" },
        { "chat.postMessage", """{"channel":"C0ALPHAOMEGA","text":"x","blocks":[{"type":"nonsense"}]}""", "invalid_blocks", "/blocks/0/type", "block-kit/blocks" },
        { "chat.postMessage", """{"channel":"C0ALPHAOMEGA","text":"x","blocks":[{"type":"divider"},{"type":"header","text":{"type":"plain_text","text":"LONG151"}}]}""", "invalid_blocks", "/blocks/1/text", "block-kit/blocks/header-block" },
        { "chat.postMessage", """{"channel":"C0ALPHAOMEGA","text":"x","blocks":[{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}]}""", "invalid_blocks", "/blocks/1", "block-kit/blocks" },
        { "chat.postMessage", """{"channel":"C0ALPHAOMEGA","text":"x","metadata":"no json"}""", "invalid_metadata_format", "", "methods/chat.postMessage" },
        { "chat.postMessage", """{"channel":"C0ALPHAOMEGA","text":"x","metadata":{"event_type":"a"}}""", "invalid_metadata_schema", "", "methods/chat.postMessage" },
        { "chat.postEphemeral", """{"channel":"C0ALPHAOMEGA","text":"x"}""", "invalid_arguments", "missing required field: user", "methods/chat.postEphemeral" },
        { "chat.postEphemeral", """{"channel":"C0ALPHAOMEGA","user":"U0NOBODY","text":"x"}""", "user_not_in_channel", "", "methods/chat.postEphemeral" },
        { "chat.update", """{"channel":"C0ALPHAOMEGA","ts":"1700000000.000100","text":"x"}""", "message_not_found", "", "methods/chat.update" },
        { "chat.delete", """{"channel":"C0ALPHAOMEGA","ts":"1700000000.000100"}""", "message_not_found", "", "methods/chat.delete" },
        { "conversations.info", """{"channel":"C0NOBODY"}""", "channel_not_found", "", "methods/conversations.info" },
        { "conversations.history", """{"channel":"C0GENERAL"}""", "not_in_channel", "", "methods/conversations.history" },
        { "conversations.history", """{"channel":"C0ALPHAOMEGA","cursor":"wrong"}""", "invalid_cursor", "", "methods/conversations.history" },
        { "conversations.replies", """{"channel":"C0ALPHAOMEGA","ts":"1700000000.000100"}""", "thread_not_found", "", "methods/conversations.replies" },
        { "conversations.open", """{"users":"U0NOBODY"}""", "user_not_found", "", "methods/conversations.open" },
        { "conversations.open", """{"users":"U0AOBOT"}""", "cannot_dm_bot", "", "methods/conversations.open" },
        { "users.info", """{"user":"U0NOBODY"}""", "user_not_found", "", "methods/users.info" },
        { "views.open", """{"trigger_id":"1.2.3","view":{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[]}}""", "invalid_trigger_id", "", "methods/views.open" },
        { "views.open", """{"trigger_id":"1.2.3","view":{"type":"home","blocks":[]}}""", "invalid_arguments", "/view/type", "methods/views.open" },
        { "views.open", """{"trigger_id":"1.2.3","view":{"type":"modal","title":{"type":"plain_text","text":"a title that is too long by far"},"blocks":[]}}""", "invalid_arguments", "/view/title", "views/modal-views" },
        { "views.update", """{"view_id":"V0NONE","view":{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[]}}""", "not_found", "", "methods/views.update" },
        { "views.publish", """{"user_id":"U0NOBODY","view":{"type":"home","blocks":[]}}""", "user_not_found", "", "methods/views.publish" },
        { "no.such", "{}", "unknown_method", "", "methods" },
    };

    public Task InitializeAsync() => _slack.InitializeAsync();

    public Task DisposeAsync() => _slack.DisposeAsync();

    [Theory]
    [SlackRule("reference/methods")]
    [MemberData(nameof(Rules))]
    public async Task What_Slack_refuses_is_refused_in_its_words(string method, string arguments, string word, string place, string page)
    {
        Assert.NotEmpty(page);
        var json = JsonNode.Parse(arguments.Replace("LONG40001", new string('x', 40_001), StringComparison.Ordinal).Replace("LONG151", new string('x', 151), StringComparison.Ordinal))!.AsObject();
        // Methods that read take a form alone: https://docs.slack.dev/apis/web-api
        var answer = await _slack.CallByForm(method, [.. json.Select(field => (field.Key, field.Value is JsonValue value ? value.ToString() : field.Value!.ToJsonString()))]);

        Assert.Equal((200, word), (answer.Status, answer.Error));
        Assert.Contains(place, answer.Body["response_metadata"]?["messages"]?.ToJsonString().Replace("\\u0022", "\"", StringComparison.Ordinal) ?? "", StringComparison.Ordinal);
    }

    [Fact]
    [SlackRule("reference/methods/auth.test")]
    public async Task Without_a_token_and_with_a_wrong_one_nobody_is_let_in()
    {
        Assert.Equal("not_authed", (await Answered.Read(await _slack.Send("auth.test", JsonContent.Create(new { }), token: null))).Error);
        Assert.Equal("invalid_auth", (await Answered.Read(await _slack.Send("auth.test", JsonContent.Create(new { }), "xoxb-wrong"))).Error);
    }

    [Fact]
    [SlackRule("authentication/installing-with-oauth")]
    public async Task A_scope_that_is_missing_is_named_with_those_that_are_there()
    {
        _slack.Options.Scopes = ["chat:write", "channels:read"];

        var answer = await _slack.CallByForm("conversations.history", ("channel", Cast.AlphaOmega));

        Assert.Equal(("missing_scope", "channels:history", "chat:write,channels:read"), (answer.Error, answer.Body["needed"]!.ToString(), answer.Body["provided"]!.ToString()));
        Assert.Equal("chat:write,channels:read", answer.Headers.GetValues("x-oauth-scopes").Single());
    }

    [Fact]
    [SlackRule("apis/web-api")]
    public async Task A_method_that_reads_does_not_look_into_a_JSON_body() =>
        Assert.Equal("invalid_arguments", (await _slack.Call("users.info", new { user = Cast.Fay })).Error);

    [Fact]
    [SlackRule("reference/methods/chat.update")]
    public async Task Only_its_own_messages_can_be_edited_and_an_edit_is_shorter()
    {
        var foreign = _slack.Workspace.Post(new NewMessage(Cast.AlphaOmega, Cast.Fay, "mine"));
        Assert.Equal("cant_update_message", (await _slack.Call("chat.update", new { channel = Cast.AlphaOmega, ts = foreign.Ts, text = "x" })).Error);
        Assert.Equal("cant_delete_message", (await _slack.Call("chat.delete", new { channel = Cast.AlphaOmega, ts = foreign.Ts })).Error);

        var own = await _slack.Post();
        Assert.Equal("msg_too_long", (await _slack.Call("chat.update", new { channel = Cast.AlphaOmega, ts = own, text = new string('x', 4_001) })).Error);
        Assert.Equal("message_not_found", (await _slack.Call("chat.update", new { channel = Cast.AlphaOmega, ts = Unknown, text = "x" })).Error);
    }
}
