using System.Text.Json.Nodes;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Tests.Api;

public sealed class MessageTests : IAsyncLifetime
{
    private readonly StandIn _slack = new();

    public Task InitializeAsync() => _slack.InitializeAsync();

    public Task DisposeAsync() => _slack.DisposeAsync();

    [Fact]
    [SlackRule("messaging/message-metadata")]
    public async Task Metadata_is_read_back_when_asked_for_alone()
    {
        var posted = (await _slack.Call("chat.postMessage", new { channel = Cast.AlphaOmega, text = "x", metadata = new { event_type = "aobot_notice", event_payload = new { id = "7" } } })).Ok();

        var plain = (await _slack.CallByForm("conversations.history", ("channel", Cast.AlphaOmega))).Ok()["messages"]![0]!;
        var whole = (await _slack.CallByForm("conversations.history", ("channel", Cast.AlphaOmega), ("include_all_metadata", "true"))).Ok()["messages"]![0]!;

        Assert.Equal(posted["ts"]!.ToString(), whole["ts"]!.ToString());
        Assert.Null(plain["metadata"]);
        Assert.Equal("7", whole["metadata"]!["event_payload"]!["id"]!.ToString());
    }

    [Theory]
    [SlackRule("messaging/message-metadata")]
    [InlineData("conversations.history", Cast.AlphaOmega, "channels:history")]
    [InlineData("conversations.replies", Cast.AlphaOmega, "channels:history")]
    [InlineData("conversations.history", Cast.Pat, "im:history")]
    public async Task Metadata_is_not_read_back_without_the_scope_for_history(string method, string place, string scope)
    {
        var posted = (await _slack.Call("chat.postMessage", new { channel = place, text = "x", metadata = new { event_type = "aobot_notice", event_payload = new { id = "7" } } })).Ok();
        (string, string)[] asked = [("channel", posted["channel"]!.ToString()), ("ts", posted["ts"]!.ToString()), ("include_all_metadata", "true")];
        Assert.Equal("7", (await _slack.CallByForm(method, asked)).Ok()["messages"]![0]!["metadata"]!["event_payload"]!["id"]!.ToString());

        _slack.Options.Scopes = [.. _slack.Options.Scopes.Where(known => known != scope)];
        var refused = await _slack.CallByForm(method, asked);
        Assert.Equal(("missing_scope", scope, null), (refused.Error, refused.Body["needed"]?.ToString(), refused.Body["messages"]));
    }

    [Fact]
    [SlackRule("reference/methods/chat.postMessage#channels")]
    public async Task A_message_to_a_person_stands_in_their_direct_messages()
    {
        var channel = (await _slack.Call("chat.postMessage", new { channel = Cast.Pat, text = "psst" })).Ok()["channel"]!.ToString();

        Assert.Equal(_slack.Workspace.Direct(Cast.Pat).Id, channel);
        Assert.Equal(1, _slack.Workspace.UnreadOf(Cast.Pat, channel).Count);
    }

    [Fact]
    [SlackRule("reference/methods/conversations.history")]
    public async Task History_is_newest_first_and_in_pages_and_holds_no_replies_and_nothing_ephemeral()
    {
        var top = await _slack.Post("one");
        _slack.Workspace.Post(new NewMessage(Cast.AlphaOmega, Cast.Fay, "two"));
        _slack.Workspace.Post(new NewMessage(Cast.AlphaOmega, Cast.Fay, "reply") { ThreadTs = top });
        (await _slack.Call("chat.postEphemeral", new { channel = Cast.AlphaOmega, user = Cast.Fay, text = "secret" })).Ok();
        _slack.Workspace.Post(new NewMessage(Cast.AlphaOmega, Cast.Fay, "three"));

        List<string> seen = [];
        var cursor = "";
        do
        {
            var page = (await _slack.CallByForm("conversations.history", ("channel", Cast.AlphaOmega), ("limit", "2"), ("cursor", cursor))).Ok();
            seen.AddRange(page["messages"]!.AsArray().Select(message => message!["text"]!.ToString()));
            cursor = page["response_metadata"]!["next_cursor"]!.ToString();
        }
        while (cursor.Length > 0);

        Assert.Equal(["three", "two", "one"], seen);
        var thread = (await _slack.CallByForm("conversations.replies", ("channel", Cast.AlphaOmega), ("ts", top))).Ok()["messages"]!.AsArray();
        Assert.Equal(["one", "reply"], thread.Select(message => message!["text"]!.ToString()));
        Assert.Equal(1, thread[0]!["reply_count"]!.GetValue<int>());
    }

    [Fact]
    [SlackRule("reference/methods/chat.update")]
    public async Task An_edit_without_blocks_keeps_them_and_an_empty_list_takes_them_away()
    {
        var ts = (await _slack.Call("chat.postMessage", new { channel = Cast.AlphaOmega, text = "x", blocks = new[] { new { type = "divider" } } })).Ok()["ts"]!.ToString();

        (await _slack.Call("chat.update", new { channel = Cast.AlphaOmega, ts, text = "y" })).Ok();
        Assert.Single(_slack.Workspace.FindMessage(ts)!.Blocks);

        (await _slack.Call("chat.update", new { channel = Cast.AlphaOmega, ts, text = "z", blocks = Array.Empty<object>() })).Ok();
        var edited = _slack.Workspace.FindMessage(ts)!;
        Assert.Equal(("z", 0, Cast.BotUser), (edited.Text, edited.Blocks.Count, edited.Edited!.User));
    }

    [Fact]
    [SlackRule("reference/methods/chat.delete")]
    public async Task What_was_deleted_is_gone_for_everybody()
    {
        var ts = await _slack.Post();
        (await _slack.Call("chat.delete", new { channel = Cast.AlphaOmega, ts })).Ok();

        Assert.Null(_slack.Workspace.FindMessage(ts));
        Assert.Empty((await _slack.CallByForm("conversations.history", ("channel", Cast.AlphaOmega))).Ok()["messages"]!.AsArray());
    }

    [Fact]
    [SlackRule("reference/objects/user-object")]
    [SlackRule("reference/scopes/users.read.email")]
    public async Task People_are_told_with_their_flags_and_an_address_only_with_its_scope()
    {
        _slack.Options.Scopes = ["users:read"];
        var guest = (await _slack.CallByForm("users.info", ("user", Cast.Gus))).Ok()["user"]!;
        var stranger = (await _slack.CallByForm("users.info", ("user", Cast.Stella))).Ok()["user"]!;
        Assert.True(guest["is_ultra_restricted"]!.GetValue<bool>());
        Assert.Equal("Asia/Tokyo", guest["tz"]!.ToString());
        Assert.Null(guest["profile"]!["email"]);
        Assert.Equal((true, Cast.OtherTeamId), (stranger["is_stranger"]!.GetValue<bool>(), stranger["team_id"]!.ToString()));
        Assert.Null(stranger["tz"]);

        _slack.Options.Scopes = ["users:read", "users:read.email"];
        Assert.Equal("gus@playground.example", (await _slack.CallByForm("users.info", ("user", Cast.Gus))).Ok()["user"]!["profile"]!["email"]!.ToString());
    }

    [Theory]
    [SlackRule("apis/web-api/pagination")]
    [InlineData("users.list", "members", 3)]
    [InlineData("conversations.list", "channels", 1)]
    [InlineData("conversations.members", "members", 3)]
    public async Task Lists_come_in_pages_and_each_thing_once(string method, string field, int limit)
    {
        List<JsonNode?> seen = [];
        var cursor = "";
        do
        {
            var page = (await _slack.CallByForm(method, ("channel", Cast.AlphaOmega), ("limit", limit.ToString()), ("cursor", cursor))).Ok();
            Assert.InRange(page[field]!.AsArray().Count, 1, limit);
            seen.AddRange(page[field]!.AsArray());
            cursor = page["response_metadata"]!["next_cursor"]!.ToString();
        }
        while (cursor.Length > 0);

        Assert.Equal(seen.Count, seen.Select(item => item is JsonObject known ? known["id"]!.ToString() : item!.ToString()).Distinct(StringComparer.Ordinal).Count());
        Assert.True(seen.Count > limit);
    }
}
