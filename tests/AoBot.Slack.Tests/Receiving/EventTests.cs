using System.Text;
using AoBot.Slack.Receiving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AoBot.Slack.Tests.Receiving;

public sealed class EventTests : IAsyncLifetime
{
    private const string Mention =
        """{"type":"event_callback","event_id":"Ev1","event_time":1719579600,"team_id":"T0000HOME","api_app_id":"A0000TEST","authorizations":[{"team_id":"T0000HOME","user_id":"U0BOT","is_bot":true}],"event":{"type":"app_mention","user":"U1","text":"<@U0BOT> status","channel":"C1","ts":"1.2","thread_ts":"1.1","event_ts":"1.2"}}""";

    private ReceivingHost _host = null!;

    public async Task InitializeAsync() => _host = await ReceivingHost.Start(
        options =>
        {
            options.AppId = SlackRequest.AppId;
            options.TeamId = SlackRequest.TeamId;
        },
        slack => slack.RegisterEventInbox<TestInbox>());

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_address_is_verified_by_its_challenge() =>
        Assert.Equal((200, "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"), await _host.Ask(SlackRequest.Event(
            """{"token":"x","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P","type":"url_verification"}""")));

    [Fact]
    public async Task An_unsigned_challenge_is_not_answered() =>
        Assert.Equal(401, (await _host.Ask(SlackRequest.Event("""{"challenge":"x","type":"url_verification"}""").Unsigned())).Status);

    [Fact]
    public async Task That_Slack_withholds_events_is_logged()
    {
        Assert.Equal((200, ""), await _host.Ask(SlackRequest.Event("""{"type":"app_rate_limited","minute_rate_limited":1518467820}""")));
        Assert.Contains(_host.Log.Lines, line => line.Level == LogLevel.Warning && line.Message.Contains("1518467820", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kind_that_Slack_added_since_is_acknowledged() =>
        Assert.Equal((200, ""), await _host.Ask(SlackRequest.Event("""{"type":"something_new"}""")));

    [Fact]
    public async Task An_event_is_kept_before_it_is_acknowledged()
    {
        var arrived = new TaskCompletionSource<(EventCallback Envelope, byte[] Raw)>();
        var kept = new TaskCompletionSource<bool>();
        _host.Handlers.OnEvent = (envelope, raw) =>
        {
            arrived.SetResult((envelope, raw));
            return new(kept.Task);
        };
        var asked = _host.Ask(SlackRequest.Event(Mention));
        var (envelope, raw) = await Patience.For(arrived.Task);
        Assert.False(asked.IsCompleted);
        kept.SetResult(true);
        Assert.Equal((200, ""), await Patience.For(asked));

        Assert.Equal(Mention, Encoding.UTF8.GetString(raw));
        var mention = Assert.IsType<AppMention>(envelope.Event);
        Assert.Equal(("Ev1", "U1", "<@U0BOT> status", "C1", "1.2", "1.1"), (envelope.EventId, mention.User, mention.Text, mention.Channel, mention.Ts, mention.ThreadTs));
        Assert.Null(envelope.RetryNum);
        Assert.Equal(("T0000HOME", true), (envelope.Authorizations[0].TeamId, envelope.Authorizations[0].IsBot));
    }

    [Fact]
    public async Task A_retry_says_so()
    {
        EventCallback? seen = null;
        _host.Handlers.OnEvent = (envelope, _) =>
        {
            seen = envelope;
            return ValueTask.FromResult(false);
        };
        var retry = SlackRequest.Event(Mention) with
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Slack-Retry-Num"] = "2", ["X-Slack-Retry-Reason"] = "http_timeout" },
        };
        Assert.Equal((200, ""), await _host.Ask(retry));
        Assert.Equal((2, "http_timeout"), (seen?.RetryNum, seen?.RetryReason));
    }

    [Fact]
    public async Task An_event_that_cannot_be_kept_is_asked_for_again()
    {
        _host.Handlers.OnEvent = static (_, _) => throw new IOException("disk full");
        var (status, words) = await _host.Ask(SlackRequest.Event(Mention));
        Assert.Equal(500, status);
        Assert.DoesNotContain("disk", words, StringComparison.Ordinal);
        Assert.Contains(_host.Log.Lines, line => line.Level == LogLevel.Error && line.Exception is IOException && line.Message.Contains("Ev1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"team_id\":\"T0000HOME\"", "\"team_id\":\"T0000OTHER\"")]
    [InlineData("A0000TEST", "A0000OTHER")]
    public async Task An_event_for_another_workspace_or_app_is_refused(string here, string elsewhere) =>
        Assert.Equal(403, (await _host.Ask(SlackRequest.Event(Mention.Replace(here, elsewhere, StringComparison.Ordinal)))).Status);

    [Fact]
    public async Task An_event_of_a_shared_channel_counts_as_ours_when_we_are_authorized_for_it() =>
        Assert.Equal(200, (await _host.Ask(SlackRequest.Event(Mention.Replace("1719579600,\"team_id\":\"T0000HOME\"", "1719579600,\"team_id\":\"T0000OTHER\"", StringComparison.Ordinal)))).Status);

    [Fact]
    public async Task A_kept_event_is_dispatched_to_the_handlers_of_its_type()
    {
        AppMention? seen = null;
        _host.Handlers.OnMention = (mention, _) =>
        {
            seen = mention;
            return Task.CompletedTask;
        };
        var dispatcher = _host.Services.GetRequiredService<EventDispatcher>();
        await dispatcher.Dispatch(EventDispatcher.Parse(Encoding.UTF8.GetBytes(Mention)), CancellationToken.None);
        Assert.Equal("U1", seen?.User);
        seen = null;
        await dispatcher.Dispatch(EventDispatcher.Parse("""{"event":{"type":"emoji_changed"}}"""u8), CancellationToken.None);
        Assert.Null(seen);
    }

    [Fact]
    public async Task A_failing_handler_is_the_dispatchers_failure_and_does_not_keep_others_from_the_event()
    {
        await using var host = await ReceivingHost.Start(register: static slack => slack.RegisterEventHandler<SlackEvent, SeesAll>());
        host.Handlers.OnMention = static (_, _) => throw new InvalidOperationException("first");
        SeesAll.Seen = null;
        var failure = await Assert.ThrowsAsync<AggregateException>(() =>
            host.Services.GetRequiredService<EventDispatcher>().Dispatch(EventDispatcher.Parse(Encoding.UTF8.GetBytes(Mention)), CancellationToken.None));
        Assert.Equal("first", Assert.Single(failure.InnerExceptions).Message);
        Assert.Equal("app_mention", SeesAll.Seen);
    }

    [Fact]
    public async Task Without_an_inbox_events_are_dispatched_in_the_background()
    {
        await using var host = await ReceivingHost.Start();
        var seen = new TaskCompletionSource<string>();
        host.Handlers.OnMention = (mention, _) =>
        {
            seen.SetResult(mention.User);
            return Task.CompletedTask;
        };
        Assert.Equal((200, ""), await host.Ask(SlackRequest.Event(Mention)));
        Assert.Equal("U1", await Patience.For(seen.Task));
    }

    internal sealed class SeesAll : IEventHandler<SlackEvent>
    {
        public static string? Seen { get; set; }

        public Task Handle(SlackEvent slackEvent, EventCallback envelope, CancellationToken cancellationToken)
        {
            Seen = slackEvent.Type;
            return Task.CompletedTask;
        }
    }
}
