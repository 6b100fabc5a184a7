using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Tests.Traffic;

/// <summary>https://docs.slack.dev/reference/interaction-payloads</summary>
public sealed class InteractionTests : IAsyncLifetime
{
    private readonly StandIn _slack = new();

    /// <summary>An element, what is chosen, and what of it must reach the bot.</summary>
    public static TheoryData<string, string, string> Elements => new()
    {
        { """{"type":"button","action_id":"act","text":{"type":"plain_text","text":"Go"},"value":"7"}""", "null", """{"value":"7"}""" },
        { """{"type":"overflow","action_id":"act","options":[{"text":{"type":"plain_text","text":"A"},"value":"a"},{"text":{"type":"plain_text","text":"B"},"value":"b"}]}""", "\"b\"", """{"selected_option":{"text":{"type":"plain_text","text":"B"},"value":"b"}}""" },
        { """{"type":"static_select","action_id":"act","options":[{"text":{"type":"plain_text","text":"A"},"value":"a"}]}""", "\"a\"", """{"selected_option":{"text":{"type":"plain_text","text":"A"},"value":"a"}}""" },
        { """{"type":"checkboxes","action_id":"act","options":[{"text":{"type":"plain_text","text":"A"},"value":"a"}]}""", "[\"a\"]", """{"selected_options":[{"text":{"type":"plain_text","text":"A"},"value":"a"}]}""" },
        { """{"type":"radio_buttons","action_id":"act","options":[{"text":{"type":"plain_text","text":"A"},"value":"a"}]}""", "\"a\"", """{"selected_option":{"text":{"type":"plain_text","text":"A"},"value":"a"}}""" },
        { """{"type":"datepicker","action_id":"act"}""", "\"2024-07-05\"", """{"selected_date":"2024-07-05"}""" },
        { """{"type":"timepicker","action_id":"act"}""", "\"09:30\"", """{"selected_time":"09:30"}""" },
        { """{"type":"datetimepicker","action_id":"act"}""", "1720184400", """{"selected_date_time":1720184400}""" },
        { """{"type":"users_select","action_id":"act"}""", "\"U0PAT\"", """{"selected_user":"U0PAT"}""" },
        { """{"type":"multi_users_select","action_id":"act"}""", "[\"U0PAT\",\"U0GUS\"]", """{"selected_users":["U0PAT","U0GUS"]}""" },
        { """{"type":"channels_select","action_id":"act"}""", "\"C0GENERAL\"", """{"selected_channel":"C0GENERAL"}""" },
    };

    public Task InitializeAsync() => _slack.InitializeAsync();

    public Task DisposeAsync() => _slack.DisposeAsync();

    [Theory]
    [SlackRule("reference/interaction-payloads/block_actions-payload")]
    [MemberData(nameof(Elements))]
    public async Task What_is_chosen_reaches_the_bot_as_Slack_writes_it(string element, string chosen, string expected)
    {
        var ts = await Post(element);
        await _slack.Script("action", new { user = "fay", channel = "#alpha_omega", message_ts = ts, action_id = "act", value = JsonNode.Parse(chosen) });

        var got = await _slack.Bot.Next();
        Assert.True(got.IsSigned(_slack.Options.SigningSecret));
        var payload = got.Json;
        var action = payload["actions"]!.AsArray().Single()!.AsObject();
        Assert.Equal(("block_actions", ts, "act", "row"), (payload["type"]!.ToString(), payload["container"]!["message_ts"]!.ToString(), action["action_id"]!.ToString(), action["block_id"]!.ToString()));
        foreach (var (name, value) in JsonNode.Parse(expected)!.AsObject())
        {
            // Slack adds emoji to plain texts; the rest is the same.
            Assert.Equal(value!.ToJsonString(), action[name]!.ToJsonString().Replace(",\"emoji\":true", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    [SlackRule("reference/interaction-payloads/view-interactions-payload")]
    public async Task What_an_element_does_not_offer_cannot_be_chosen()
    {
        var ts = await Post("""{"type":"static_select","action_id":"act","options":[{"text":{"type":"plain_text","text":"A"},"value":"a"}]}""");
        var answer = await _slack.Script("action", new { user = "fay", message_ts = ts, action_id = "act", value = "z" });
        Assert.Equal(400, answer.Status);
        Assert.DoesNotContain(_slack.Log.All, request => request.Direction == RequestDirection.ToBot);
    }

    [Fact]
    [SlackRule("interactivity/handling-user-interaction#message_responses")]
    public async Task A_response_url_replaces_or_deletes_the_message_that_was_acted_on()
    {
        var ts = await Post("""{"type":"button","action_id":"act","text":{"type":"plain_text","text":"Go"}}""");
        await _slack.Script("action", new { user = "fay", message_ts = ts, action_id = "act" });
        var url = (await _slack.Bot.Next()).Json["response_url"]!.ToString();

        (await Answered.Read(await _slack.Http.PostAsJsonAsync(url, new { replace_original = true, text = "done" }))).Ok();
        Assert.Equal("done", _slack.Workspace.FindMessage(ts)!.Text);

        (await Answered.Read(await _slack.Http.PostAsJsonAsync(url, new { delete_original = true }))).Ok();
        Assert.Null(_slack.Workspace.FindMessage(ts));
    }

    [Fact]
    [SlackRule("reference/interaction-payloads/view-interactions-payload")]
    public async Task A_submission_carries_what_was_entered_and_an_empty_answer_closes_the_modal()
    {
        var view = await Open();
        await _slack.Script("submit", new { user = "fay", view_id = view, state = new { words = "all well" } });

        var payload = (await _slack.Bot.Next()).Json;
        Assert.Equal("view_submission", payload["type"]!.ToString());
        Assert.Equal("all well", payload["view"]!["state"]!["values"]!["input"]!["words"]!["value"]!.ToString());
        Assert.Empty(_slack.Workspace.Modals(Cast.Fay));
    }

    [Fact]
    [SlackRule("reference/interaction-payloads/view-interactions-payload")]
    public async Task Errors_keep_the_modal_open_and_stand_at_their_block()
    {
        var view = await Open();
        _slack.Bot.Answer("""{"response_action":"errors","errors":{"input":"Too short."}}""");
        await _slack.Script("submit", new { user = "fay", view_id = view, state = new { words = "x" } });
        Assert.Equal("Too short.", _slack.Workspace.Modals(Cast.Fay).Single().Errors["input"]);
    }

    [Theory]
    [SlackRule("reference/interaction-payloads/view-interactions-payload")]
    [InlineData("""{"response_action":"errors","errors":{"nobody":"x"}}""", "invalid_error_block_id")]
    [InlineData("""{"response_action":"update","view":{"type":"modal","title":{"type":"plain_text","text":"a title that is too long by far"},"blocks":[]}}""", "invalid_view")]
    [InlineData("words", "invalid_response")]
    public async Task An_answer_that_Slack_would_not_take_is_a_problem(string body, string problem)
    {
        var view = await Open();
        _slack.Bot.Answer(body);
        var answer = await _slack.Script("submit", new { user = "fay", view_id = view, state = new { words = "x" } });
        Assert.Equal(problem, answer.Body["answer"]!["problem"]!.ToString());
        Assert.Single(_slack.Workspace.Modals(Cast.Fay));
    }

    [Theory]
    [SlackRule("reference/interaction-payloads/view-interactions-payload")]
    [InlineData("update", 1)]
    [InlineData("push", 2)]
    public async Task An_answer_may_change_the_modal_or_put_one_above_it(string action, int open)
    {
        var view = await Open();
        _slack.Bot.Answer($$$"""{"response_action":"{{{action}}}","view":{"type":"modal","callback_id":"next","title":{"type":"plain_text","text":"T"},"blocks":[]}}""");
        await _slack.Script("submit", new { user = "fay", view_id = view, state = new { words = "x" } });
        Assert.Equal((open, "next"), (_slack.Workspace.Modals(Cast.Fay).Count, _slack.Workspace.Modals(Cast.Fay)[^1].View.CallbackId));
    }

    [Fact]
    [SlackRule("reference/interaction-payloads/view-interactions-payload")]
    public async Task An_empty_field_that_is_required_is_never_sent()
    {
        var view = await Open();
        await _slack.Script("submit", new { user = "fay", view_id = view, state = new { } });
        Assert.Equal(SlackTraffic.Required, _slack.Workspace.Modals(Cast.Fay).Single().Errors["input"]);
        Assert.DoesNotContain(_slack.Log.All, request => request.Direction == RequestDirection.ToBot);
    }

    [Fact]
    [SlackRule("reference/interaction-payloads/view-interactions-payload")]
    public async Task Closing_is_told_to_the_bot_that_asked_for_it()
    {
        await Open();
        await _slack.Script("close", new { user = "fay", all = true });
        var payload = (await _slack.Bot.Next()).Json;
        Assert.Equal(("view_closed", true), (payload["type"]!.ToString(), payload["is_cleared"]!.GetValue<bool>()));
        Assert.Empty(_slack.Workspace.Modals(Cast.Fay));
    }

    [Fact]
    [SlackRule("reference/interaction-payloads/shortcuts-interaction-payload")]
    public async Task Shortcuts_name_the_message_or_none()
    {
        var ts = await _slack.Post();
        await _slack.Script("shortcut", new { user = "fay", message_ts = ts, callback_id = "save" });
        var onMessage = (await _slack.Bot.Next()).Json;
        Assert.Equal(("message_action", ts), (onMessage["type"]!.ToString(), onMessage["message"]!["ts"]!.ToString()));

        await _slack.Script("shortcut", new { user = "fay", callback_id = "new" });
        Assert.Equal("shortcut", (await _slack.Bot.Next()).Json["type"]!.ToString());
    }

    [Fact]
    [SlackRule("reference/interaction-payloads/block_suggestion-payload")]
    public async Task An_external_menu_asks_the_bot_for_its_options()
    {
        var ts = await Post("""{"type":"external_select","action_id":"act"}""");
        _slack.Bot.Answer("""{"options":[{"text":{"type":"plain_text","text":"Homebrew"},"value":"h"}]}""");
        var answer = await _slack.Script("options", new { user = "fay", message_ts = ts, action_id = "act", value = "ho" });
        var got = await _slack.Bot.Next();
        Assert.Equal(("/slack/options", "ho", "h"), (got.Path, got.Json["value"]!.ToString(), answer.Body["options"]![0]!["value"]!.ToString()));
    }

    [Fact]
    [SlackRule("reference/interaction-payloads/block_actions-payload")]
    public async Task Where_two_blocks_have_the_same_action_the_block_is_named()
    {
        const string blocks = """[{"type":"actions","block_id":"one","elements":[{"type":"button","action_id":"act","value":"1","text":{"type":"plain_text","text":"Go"}}]},{"type":"actions","block_id":"two","elements":[{"type":"button","action_id":"act","value":"2","text":{"type":"plain_text","text":"Go"}}]}]""";
        var ts = (await _slack.Call("chat.postMessage", new { channel = Cast.AlphaOmega, text = "x", blocks = JsonNode.Parse(blocks) })).Ok()["ts"]!.ToString();

        Assert.Contains("Add \"block_id\": \"one\" or \"two\"", (await _slack.Script("action", new { user = "fay", message_ts = ts, action_id = "act" })).Error, StringComparison.Ordinal);
        Assert.Contains("act in one, act in two", (await _slack.Script("action", new { user = "fay", message_ts = ts, action_id = "act", block_id = "three" })).Error, StringComparison.Ordinal);

        await _slack.Script("action", new { user = "fay", message_ts = ts, action_id = "act", block_id = "two" });
        var action = (await _slack.Bot.Next()).Json["actions"]!.AsArray().Single()!;
        Assert.Equal(("two", "2"), (action["block_id"]!.ToString(), action["value"]!.ToString()));
    }

    [Fact]
    [SlackRule("reference/interaction-payloads/block_actions-payload")]
    public async Task What_else_was_entered_goes_with_an_action_in_a_message_and_in_a_modal()
    {
        var ts = await Post("""{"type":"datepicker","action_id":"day"},{"type":"timepicker","action_id":"time","initial_time":"09:30"},{"type":"button","action_id":"act","text":{"type":"plain_text","text":"Go"}}""");
        await _slack.Script("action", new { user = "fay", message_ts = ts, action_id = "act", state = new { day = "2024-07-05" } });
        var values = (await _slack.Bot.Next()).Json["state"]!["values"]!["row"]!;
        Assert.Equal(("2024-07-05", "09:30"), (values["day"]!["selected_date"]!.ToString(), values["time"]!["selected_time"]!.ToString()));

        var view = await Open();
        await _slack.Script("action", new { user = "fay", view_id = view, action_id = "words", value = "all", state = new { input = new { words = "half" } } });
        Assert.Equal("all", (await _slack.Bot.Next()).Json["view"]!["state"]!["values"]!["input"]!["words"]!["value"]!.ToString());
    }

    [Fact]
    [SlackRule("reference/block-kit/block-elements/select-menu-element#external_select")]
    public async Task What_an_external_menu_offered_is_sent_whole_and_what_it_never_offered_not_at_all()
    {
        var view = JsonNode.Parse("""{"type":"modal","callback_id":"form","title":{"type":"plain_text","text":"T"},"submit":{"type":"plain_text","text":"Go"},"blocks":[{"type":"input","block_id":"input","label":{"type":"plain_text","text":"Which"},"element":{"type":"multi_external_select","action_id":"pick","initial_options":[{"text":{"type":"plain_text","text":"First"},"value":"f"}]}}]}""");
        var id = (await _slack.Call("views.open", new { trigger_id = _slack.Get<TriggerIds>().Issue(Cast.Fay), view })).Ok()["view"]!["id"]!.ToString();
        _slack.Bot.Answer("""{"option_groups":[{"label":{"type":"plain_text","text":"G"},"options":[{"text":{"type":"plain_text","text":"Homebrew"},"value":"h"}]}]}""");
        await _slack.Script("options", new { user = "fay", view_id = id, action_id = "pick", value = "ho" });
        await _slack.Bot.Next();

        Assert.Equal(400, (await _slack.Script("submit", new { user = "fay", view_id = id, state = new { pick = new[] { "never" } } })).Status);
        await _slack.Bot.Next();
        await _slack.Script("submit", new { user = "fay", view_id = id, state = new { pick = new[] { "f", "h" } } });
        var chosen = (await _slack.Bot.Next()).Json["view"]!["state"]!["values"]!["input"]!["pick"]!["selected_options"]!.AsArray();
        Assert.Equal(["First", "Homebrew"], chosen.Select(option => option!["text"]!["text"]!.ToString()));
    }

    private async Task<string> Post(string element) =>
        (await _slack.Call("chat.postMessage", new { channel = Cast.AlphaOmega, text = "x", blocks = JsonNode.Parse($$"""[{"type":"actions","block_id":"row","elements":[{{element}}]}]""") })).Ok()["ts"]!.ToString();

    private async Task<string> Open()
    {
        var view = JsonNode.Parse("""{"type":"modal","callback_id":"form","notify_on_close":true,"title":{"type":"plain_text","text":"T"},"submit":{"type":"plain_text","text":"Go"},"blocks":[{"type":"input","block_id":"input","label":{"type":"plain_text","text":"Words"},"element":{"type":"plain_text_input","action_id":"words"}}]}""");
        return (await _slack.Call("views.open", new { trigger_id = _slack.Get<TriggerIds>().Issue(Cast.Fay), view })).Ok()["view"]!["id"]!.ToString();
    }
}
