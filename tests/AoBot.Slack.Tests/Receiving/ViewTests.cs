using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;

namespace AoBot.Slack.Tests.Receiving;

public sealed class ViewTests : IAsyncLifetime
{
    private ReceivingHost _host = null!;

    public async Task InitializeAsync() => _host = await ReceivingHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_submission_that_succeeds_has_an_empty_body()
    {
        ViewSubmission? seen = null;
        _host.Handlers.OnSubmission = submission =>
        {
            seen = submission;
            return Task.FromResult(ViewSubmissionResponse.Close);
        };
        using var response = await _host.Send(Submission("form"));
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
        Assert.Equal("entered", seen?.View.State["in", "a"]?.Value);
        Assert.Equal(new DateOnly(2024, 6, 30), seen?.View.State["day", "d"]?.SelectedDate);
        Assert.Null(seen?.View.State["in", "b"]);
        Assert.Equal("kept", seen?.View.PrivateMetadata);
    }

    [Fact]
    public async Task Errors_are_keyed_by_block()
    {
        _host.Handlers.OnSubmission = static _ => Task.FromResult(ViewSubmissionResponse.Errors(new Dictionary<string, string>(StringComparer.Ordinal) { ["in"] = "Too \"short\"" }));
        Assert.Equal("""{"response_action":"errors","errors":{"in":"Too \"short\""}}""", (await _host.Ask(Submission("form"))).Body);
    }

    [Fact]
    public async Task A_view_can_be_replaced_pushed_and_the_stack_cleared()
    {
        var view = new ModalView("Title", [new DividerBlock()]);
        _host.Handlers.OnSubmission = _ => Task.FromResult(ViewSubmissionResponse.Update(view));
        Assert.Equal(
            """{"response_action":"update","view":""" + SlackJson.Serialize(view) + "}",
            (await _host.Ask(Submission("form"))).Body);
        _host.Handlers.OnSubmission = _ => Task.FromResult(ViewSubmissionResponse.Push(view));
        Assert.StartsWith("""{"response_action":"push","view":{""", (await _host.Ask(Submission("form"))).Body, StringComparison.Ordinal);
        _host.Handlers.OnSubmission = static _ => Task.FromResult(ViewSubmissionResponse.Clear);
        Assert.Equal("""{"response_action":"clear"}""", (await _host.Ask(Submission("form"))).Body);
    }

    [Fact]
    public async Task A_failing_submission_says_so_at_the_first_input_so_that_nothing_entered_is_lost()
    {
        _host.Handlers.OnSubmission = static _ => throw new InvalidOperationException("gone");
        var (status, body) = await _host.Ask(Submission("form"));
        Assert.Equal(200, status);
        Assert.StartsWith("""{"response_action":"errors","errors":{"in":"Sorry""", body, StringComparison.Ordinal);
        var reference = body.Split(' ')[^1].TrimEnd('}', '"');
        Assert.Contains(_host.Log.Lines, line => line.Exception is InvalidOperationException && line.Message.Contains(reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_form_without_inputs_makes_room_for_the_words()
    {
        var (status, body) = await _host.Ask(SlackRequest.Interaction("""{"type":"view_submission","user":{"id":"U1"},"view":{"callback_id":"gone","blocks":[]}}"""));
        Assert.Equal(200, status);
        Assert.StartsWith("""{"response_action":"update","view":{"type":"modal""", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_submission_is_told_so_in_time()
    {
        var answer = new TaskCompletionSource<ViewSubmissionResponse>();
        _host.Handlers.OnSubmission = _ => answer.Task;
        var asked = _host.Ask(Submission("form"));
        await _host.Time.AdvanceWhenAsked(TimeSpan.FromSeconds(2.5));
        Assert.Contains("\"in\":\"Working on it", (await Patience.For(asked)).Body, StringComparison.Ordinal);
        answer.SetResult(ViewSubmissionResponse.Close);
    }

    [Fact]
    public async Task A_closing_is_acknowledged_and_handled_afterwards()
    {
        var seen = new TaskCompletionSource<ViewClosed>();
        _host.Handlers.OnClosed = closed =>
        {
            seen.SetResult(closed);
            return Task.CompletedTask;
        };
        Assert.Equal((200, ""), await _host.Ask(SlackRequest.Interaction("""{"type":"view_closed","is_cleared":true,"view":{"callback_id":"form"}}""")));
        Assert.True((await Patience.For(seen.Task)).IsCleared);
    }

    [Theory]
    [InlineData("/slack/options")]
    [InlineData("/slack/action")]
    public async Task Options_are_answered_in_the_response(string path)
    {
        _host.Handlers.OnOptions = static (request, _) => Task.FromResult(BlockOptionsResponse.Of(
            Enumerable.Range(0, 150).Select(i => new OfferedOption(request.Value + i, "v" + i))));
        var (status, body) = await _host.Ask(SlackRequest.Interaction("""{"type":"block_suggestion","action_id":"pick","value":"ü"}""", path));
        Assert.Equal(200, status);
        Assert.StartsWith("""{"options":[{"text":{"type":"plain_text","text":"ü0"},"value":"v0"},""", body, StringComparison.Ordinal);
        Assert.EndsWith("\"value\":\"v99\"}]}", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_fail_or_are_unknown_or_slow_are_an_empty_list()
    {
        const string none = """{"options":[]}""";
        const string pick = """{"type":"block_suggestion","action_id":"pick","value":"x"}""";
        _host.Handlers.OnOptions = static (_, _) => throw new InvalidOperationException("gone");
        Assert.Equal((200, none), await _host.Ask(SlackRequest.Interaction(pick)));
        Assert.Equal((200, none), await _host.Ask(SlackRequest.Interaction("""{"type":"block_suggestion","action_id":"gone"}""")));

        var cancelled = new TaskCompletionSource();
        _host.Handlers.OnOptions = async (_, cancellationToken) =>
        {
            using var registration = cancellationToken.Register(cancelled.SetResult);
            await cancelled.Task;
            return BlockOptionsResponse.None;
        };
        var asked = _host.Ask(SlackRequest.Interaction(pick));
        await _host.Time.AdvanceWhenAsked(TimeSpan.FromSeconds(2.5));
        Assert.Equal((200, none), await Patience.For(asked));
        await Patience.For(cancelled.Task);
    }

    private static SlackRequest Submission(string callbackId) => SlackRequest.Interaction(
        $$$"""
        {"type":"view_submission","user":{"id":"U1"},"view":{"id":"V1","type":"modal","callback_id":"{{{callbackId}}}","private_metadata":"kept",
        "blocks":[{"type":"section","block_id":"s"},{"type":"input","block_id":"in"},{"type":"input","block_id":"day"}],
        "state":{"values":{"in":{"a":{"type":"plain_text_input","value":"entered"}},"day":{"d":{"type":"datepicker","selected_date":"2024-06-30"}} } } } }
        """);
}
