using System.Text.Json;
using AoBot.Slack.Receiving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AoBot.Slack.Tests.Receiving;

public sealed class InteractionTests : IAsyncLifetime
{
    private const string Url = "https://hooks.slack.com/actions/T0000HOME/1/abc";

    private ReceivingHost _host = null!;

    public async Task InitializeAsync() => _host = await ReceivingHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_action_is_acknowledged_with_nothing_and_handled_afterwards()
    {
        var seen = new TaskCompletionSource<BlockActionRequest>();
        _host.Handlers.OnAction = (request, _) =>
        {
            seen.SetResult(request);
            return Task.CompletedTask;
        };
        Assert.Equal((200, ""), await _host.Ask(Action("act")));
        var request = await Patience.For(seen.Task);
        Assert.Equal(
            ("act", "b1", "v1", "U1", "C1", "123.4", true, new Uri(Url)),
            (request.Action.ActionId, request.Action.BlockId, request.Action.Value, request.User.Id, request.Channel?.Id, request.Container?.MessageTs, request.Container?.IsEphemeral, request.ResponseUrl));
    }

    [Fact]
    public async Task A_handler_at_work_delays_neither_its_acknowledgement_nor_a_second_request_on_the_connection_nor_other_people()
    {
        var release = new TaskCompletionSource();
        var others = new TaskCompletionSource();
        _host.Handlers.OnAction = (request, _) =>
        {
            if (request.Action.ActionId == "act")
            {
                return release.Task;
            }

            others.SetResult();
            return Task.CompletedTask;
        };
        Assert.Equal((200, ""), await Patience.For(_host.Ask(Action("act"))));
        Assert.Equal((200, ""), await Patience.For(_host.Ask(Action("act.other"))));
        Assert.Equal(200, (await Patience.For(_host.Ask(SlackRequest.Command("/ao")))).Status);
        await Patience.For(others.Task);
        release.SetResult();
    }

    [Fact]
    public async Task A_handler_counts_as_at_work_from_before_the_answer_to_its_end()
    {
        var work = _host.Services.GetRequiredService<HandlersAtWork>();
        var release = new TaskCompletionSource();
        _host.Handlers.OnAction = (_, _) => release.Task;
        Assert.Equal(0, work.Count);
        await _host.Ask(Action("act"));
        await _host.Ask(Action("act"));
        Assert.Equal(2, work.Count);
        release.SetResult();
        await _host.Stop();
        Assert.Equal(0, work.Count);
    }

    [Fact]
    public async Task Several_actions_are_handled_one_by_one_and_a_failing_one_does_not_stop_the_next()
    {
        var seen = new TaskCompletionSource();
        _host.Handlers.OnAction = (request, _) =>
        {
            if (request.Action.ActionId == "act")
            {
                throw new InvalidOperationException("first");
            }

            seen.SetResult();
            return Task.CompletedTask;
        };
        await _host.Ask(Action("act", "act.second"));
        await Patience.For(seen.Task);
        await AssertTold(LogLevel.Error, "act");
    }

    [Fact]
    public async Task An_unknown_button_is_told_so_by_the_response_url()
    {
        Assert.Equal((200, ""), await _host.Ask(Action("gone\nforged line")));
        await AssertTold(LogLevel.Warning, "gone?forged line");
    }

    [Fact]
    public async Task A_link_button_that_is_ignored_says_nothing()
    {
        await _host.Ask(Action("link.report"));
        await _host.Stop();
        Assert.True(_host.Slack.SentNothing);
        Assert.DoesNotContain(_host.Log.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_response_url_that_leads_elsewhere_is_never_called()
    {
        await _host.Ask(SlackRequest.Interaction(Payload("gone").Replace("hooks.slack.com", "evil.example", StringComparison.Ordinal)));
        await _host.Stop();
        Assert.True(_host.Slack.SentNothing);
    }

    [Fact]
    public async Task Without_a_response_url_the_person_is_told_otherwise()
    {
        var told = new TaskCompletionSource<UndeliveredNotice>();
        await using var host = await ReceivingHost.Start(options => options.TellOtherwise = (_, notice, _) =>
        {
            told.SetResult(notice);
            return Task.CompletedTask;
        });
        await host.Ask(SlackRequest.Interaction("""{"type":"shortcut","callback_id":"gone","trigger_id":"t1","user":{"id":"U1"}}"""));
        var notice = await Patience.For(told.Task);
        Assert.Equal(("U1", "t1"), (notice.UserId, notice.TriggerId));
        Assert.Contains("shortcut", notice.Body.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("message_action", "message-shortcut")]
    [InlineData("shortcut", "global-shortcut")]
    public async Task A_shortcut_is_acknowledged_and_handled_afterwards(string type, string callbackId)
    {
        var seen = new TaskCompletionSource<InteractionRequest>();
        _host.Handlers.OnShortcut = request =>
        {
            seen.SetResult(request);
            return Task.CompletedTask;
        };
        Assert.Equal((200, ""), await _host.Ask(SlackRequest.Interaction($$$"""{"type":"{{{type}}}","callback_id":"{{{callbackId}}}","message":{"ts":"1.2","text":"hi"}}""")));
        Assert.Equal(type, (await Patience.For(seen.Task)).Type);
    }

    [Fact]
    public async Task A_full_queue_is_refused_and_the_person_is_told()
    {
        await using var host = await ReceivingHost.Start(options => options.MaxPending = 1);
        var release = new TaskCompletionSource();
        host.Handlers.OnAction = (_, _) => release.Task;
        Assert.Equal(200, (await host.Ask(Action("act"))).Status);
        Assert.Equal(503, (await host.Ask(Action("act"))).Status);
        var (url, body) = await host.Slack.Next();
        Assert.Equal(Url, url.AbsoluteUri);
        Assert.Contains("try again in a minute", body, StringComparison.Ordinal);
        release.SetResult();
    }

    [Fact]
    public async Task What_is_under_way_is_finished_before_the_host_stops()
    {
        var release = new TaskCompletionSource();
        var began = new TaskCompletionSource();
        var finished = false;
        _host.Handlers.OnAction = async (_, _) =>
        {
            began.SetResult();
            await release.Task;
            finished = true;
        };
        await _host.Ask(Action("act"));
        await Patience.For(began.Task);
        var stopped = _host.Stop();
        Assert.False(stopped.IsCompleted);
        release.SetResult();
        await Patience.For(stopped);
        Assert.True(finished);
    }

    [Fact]
    public async Task What_takes_too_long_at_the_stop_is_cancelled()
    {
        var began = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        _host.Handlers.OnAction = async (_, cancellationToken) =>
        {
            began.SetResult();
            using var registration = cancellationToken.Register(cancelled.SetResult);
            await cancelled.Task;
            cancellationToken.ThrowIfCancellationRequested();
        };
        await _host.Ask(Action("act"));
        await Patience.For(began.Task);
        var stopped = _host.Stop();
        await _host.Time.AdvanceWhenAsked(TimeSpan.FromSeconds(10));
        await Patience.For(cancelled.Task);
        await Patience.For(stopped);
    }

    internal static SlackRequest Action(params string[] ids) => SlackRequest.Interaction(Payload(ids));

    private static string Payload(params string[] ids) =>
        $$"""
        {"type":"block_actions","trigger_id":"t1","user":{"id":"U1","team_id":"T0000HOME"},"team":{"id":"T0000HOME"},"channel":{"id":"C1","name":"x"},
        "container":{"type":"message","message_ts":"123.4","channel_id":"C1","is_ephemeral":true},"response_url":"{{Url}}",
        "actions":[{{string.Join(',', ids.Select(id => $$"""{"action_id":{{JsonSerializer.Serialize(id)}},"block_id":"b1","type":"button","value":"v1"}"""))}}]}
        """;

    private async Task AssertTold(LogLevel level, string id)
    {
        var (url, body) = await _host.Slack.Next();
        Assert.Equal(Url, url.AbsoluteUri);
        using var json = JsonDocument.Parse(body);
        Assert.Equal("ephemeral", json.RootElement.GetProperty("response_type").GetString());
        Assert.False(json.RootElement.GetProperty("replace_original").GetBoolean());
        var reference = json.RootElement.GetProperty("text").GetString()!.Split(' ')[^1];
        var line = Assert.Single(_host.Log.Lines, line => line.Message.Contains(reference, StringComparison.Ordinal));
        Assert.Equal(level, line.Level);
        Assert.Contains(id, line.Message, StringComparison.Ordinal);
    }
}
