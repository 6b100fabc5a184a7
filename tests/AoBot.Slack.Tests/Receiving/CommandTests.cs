using System.Text.Json;
using System.Text.RegularExpressions;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using Microsoft.Extensions.Logging;

namespace AoBot.Slack.Tests.Receiving;

public sealed partial class CommandTests : IAsyncLifetime
{
    private ReceivingHost _host = null!;

    public async Task InitializeAsync() => _host = await ReceivingHost.Start(options => options.MaxPending = 2);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_field_of_a_command_reaches_the_handler()
    {
        SlashCommand? seen = null;
        _host.Handlers.OnCommand = (command, _) =>
        {
            seen = command;
            return Task.FromResult(SlashCommandResponse.Empty);
        };
        var request = SlackRequest.Command("/ao", "a+b & ü <@U1>\t%41", ("enterprise_id", "E1"), ("enterprise_name", "Big & Co"), ("is_enterprise_install", "true"), ("trigger_id", "t1"));
        Assert.Equal((200, ""), await _host.Ask(request));
        Assert.NotNull(seen);
        Assert.Equal(
            ("/ao", "a+b & ü <@U1>\t%41", SlackRequest.UserId, "anna", SlackRequest.TeamId, "home", SlackRequest.ChannelId, "fund", SlackRequest.AppId, "t1", "E1", "Big & Co", true),
            (seen.Command, seen.Text, seen.UserId, seen.UserName, seen.TeamId, seen.TeamDomain, seen.ChannelId, seen.ChannelName, seen.ApiAppId, seen.TriggerId, seen.EnterpriseId, seen.EnterpriseName, seen.IsEnterpriseInstall));
        Assert.Equal(new Uri("https://hooks.slack.com/commands/T0000HOME/1/abc"), seen.ResponseUrl);
    }

    [Fact]
    public async Task The_answer_says_who_sees_it_and_is_JSON()
    {
        _host.Handlers.OnCommand = static (_, _) => Task.FromResult(SlashCommandResponse.InChannel(new("Hello, ü", [new DividerBlock()])));
        using var response = await _host.Send(SlackRequest.Command("/ao"));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"response_type":"in_channel","text":"Hello, ü","blocks":[{"type":"divider"}]}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_unknown_command_is_told_so_with_a_reference_that_is_in_the_log()
    {
        var (status, body) = await _host.Ask(SlackRequest.Command("/oa"));
        Assert.Equal(200, status);
        AssertTellsReference(body, LogLevel.Warning, "/oa");
    }

    [Fact]
    public async Task A_failing_handler_apologises_with_a_reference_that_is_in_the_log()
    {
        _host.Handlers.OnCommand = static (_, _) => throw new InvalidOperationException("the database is gone");
        var (status, body) = await _host.Ask(SlackRequest.Command("/ao"));
        Assert.Equal(200, status);
        Assert.DoesNotContain("database", body, StringComparison.Ordinal);
        var line = AssertTellsReference(body, LogLevel.Error, "/ao");
        Assert.Equal("the database is gone", line?.Message);
    }

    [Fact]
    public async Task A_slow_answer_is_promised_in_time_and_follows_by_the_response_url()
    {
        var answer = new TaskCompletionSource<SlashCommandResponse>();
        var began = new TaskCompletionSource();
        _host.Handlers.OnCommand = (_, _) =>
        {
            began.SetResult();
            return answer.Task;
        };
        var promised = _host.Ask(SlackRequest.Command("/ao"));
        await Patience.For(began.Task);
        Assert.False(promised.IsCompleted);
        await _host.Time.AdvanceWhenAsked(TimeSpan.FromSeconds(2.5));
        var (status, body) = await Patience.For(promised);
        Assert.Equal(200, status);
        Assert.Contains("Working on it", body, StringComparison.Ordinal);
        Assert.True(_host.Slack.SentNothing);

        // A second request on the same connection is answered while the first is still at work.
        _host.Handlers.OnCommand = static (_, _) => Task.FromResult(SlashCommandResponse.Ephemeral(new("at once")));
        Assert.Contains("at once", (await Patience.For(_host.Ask(SlackRequest.Command("/ao")))).Body, StringComparison.Ordinal);

        answer.SetResult(SlashCommandResponse.InChannel(new("Here it is", [new DividerBlock()])));
        var (url, sent) = await _host.Slack.Next();
        Assert.Equal("https://hooks.slack.com/commands/T0000HOME/1/abc", url.AbsoluteUri);
        using var json = JsonDocument.Parse(sent);
        Assert.Equal("in_channel", json.RootElement.GetProperty("response_type").GetString());
        Assert.Equal("Here it is", json.RootElement.GetProperty("text").GetString());
        Assert.Equal("divider", json.RootElement.GetProperty("blocks")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_handler_that_blocks_its_thread_does_not_block_the_promise()
    {
        using var release = new ManualResetEventSlim();
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _host.Handlers.OnCommand = (_, _) =>
        {
            began.SetResult();
            release.Wait(Patience.Token);
            return Task.FromResult(SlashCommandResponse.Empty);
        };
        var promised = _host.Ask(SlackRequest.Command("/ao"));
        await Patience.For(began.Task);
        await _host.Time.AdvanceWhenAsked(TimeSpan.FromSeconds(2.5));
        Assert.Contains("Working on it", (await Patience.For(promised)).Body, StringComparison.Ordinal);
        release.Set();
    }

    [Fact]
    public async Task A_handler_that_fails_late_apologises_by_the_response_url()
    {
        var answer = new TaskCompletionSource<SlashCommandResponse>();
        _host.Handlers.OnCommand = (_, _) => answer.Task;
        var promised = _host.Ask(SlackRequest.Command("/ao"));
        await _host.Time.AdvanceWhenAsked(TimeSpan.FromSeconds(2.5));
        await Patience.For(promised);
        answer.SetException(new InvalidOperationException("late"));
        AssertTellsReference((await _host.Slack.Next()).Body, LogLevel.Error, "/ao");
    }

    [Fact]
    public async Task A_timeout_within_the_handler_is_a_failure_and_no_promise()
    {
        _host.Handlers.OnCommand = static (_, _) => throw new TimeoutException();
        AssertTellsReference((await _host.Ask(SlackRequest.Command("/ao"))).Body, LogLevel.Error, "/ao");
    }

    [Fact]
    public async Task What_is_above_the_limit_is_told_to_come_back()
    {
        var answer = new TaskCompletionSource<SlashCommandResponse>();
        _host.Handlers.OnCommand = (_, _) => answer.Task;
        var first = _host.Ask(SlackRequest.Command("/ao"));
        await _host.Time.AdvanceWhenAsked(TimeSpan.FromSeconds(2.5));
        await Patience.For(first);
        var second = _host.Ask(SlackRequest.Command("/ao"));
        await _host.Time.AdvanceWhenAsked(TimeSpan.FromSeconds(2.5));
        await Patience.For(second);
        var (status, body) = await Patience.For(_host.Ask(SlackRequest.Command("/ao")));
        Assert.Equal(200, status);
        Assert.Contains("try again in a minute", body, StringComparison.Ordinal);
        AssertTellsReference(body, LogLevel.Warning, "/ao");
        answer.SetResult(SlashCommandResponse.Empty);
    }

    [Fact]
    public async Task An_answer_that_is_ready_needs_no_place_among_the_waiting()
    {
        var answer = new TaskCompletionSource<SlashCommandResponse>();
        using var began = new SemaphoreSlim(0);
        _host.Handlers.OnCommand = (_, _) =>
        {
            began.Release();
            return answer.Task;
        };
        _host.Handlers.AtOnce = static command => command.Text == "ready" ? SlashCommandResponse.Ephemeral(new("here")) : null;
        var waiting = new[] { _host.Ask(SlackRequest.Command("/ao")), _host.Ask(SlackRequest.Command("/ao")) };
        await began.WaitAsync(Patience.Token);
        await began.WaitAsync(Patience.Token);
        Assert.Contains("here", (await Patience.For(_host.Ask(SlackRequest.Command("/ao", "ready")))).Body, StringComparison.Ordinal);
        answer.SetResult(SlashCommandResponse.Empty);
        await Patience.For(Task.WhenAll(waiting));
    }

    [Fact]
    public async Task An_answer_at_once_that_fails_apologises()
    {
        _host.Handlers.AtOnce = static _ => throw new InvalidOperationException("gone");
        AssertTellsReference((await _host.Ask(SlackRequest.Command("/ao"))).Body, LogLevel.Error, "/ao");
    }

    [Fact]
    public async Task Each_call_has_a_handler_of_its_own()
    {
        await using var host = await ReceivingHost.Start(register: slack => slack.RegisterSlashCommandHandler<CountedCommand>("/count"));
        var first = await host.Ask(SlackRequest.Command("/count"));
        var second = await host.Ask(SlackRequest.Command("/count"));
        Assert.NotEqual(first.Body, second.Body);
    }

    private Exception? AssertTellsReference(string body, LogLevel level, string id)
    {
        var reference = Reference().Match(body);
        Assert.True(reference.Success, body);
        var line = Assert.Single(_host.Log.Lines, line => line.Message.Contains(reference.Value, StringComparison.Ordinal));
        Assert.Equal(level, line.Level);
        Assert.Contains(id, line.Message, StringComparison.Ordinal);
        return line.Exception;
    }

    [GeneratedRegex("(?<=[Rr]eference: )[2-9A-Z]{8}", RegexOptions.None, 1000)]
    private static partial Regex Reference();

    internal sealed class CountedCommand : ISlashCommandHandler
    {
        private readonly Guid _id = Guid.NewGuid();

        public ValueTask<SlashCommandResponse> Handle(SlashCommand command, CancellationToken cancellationToken) =>
            ValueTask.FromResult(SlashCommandResponse.Ephemeral(new(_id.ToString())));
    }
}
