using AoBot.Slack.Api;

namespace AoBot.Slack.Tests.Api;

/// <summary>The other side of "unknown": when nothing left this machine, that is certain, and a post may be tried again.</summary>
public sealed class NotSentTests
{
    [Fact]
    public async Task A_refused_connection_is_tried_again_and_then_a_refusal()
    {
        using var nobody = new DeadPort();
        var url = new Uri($"{nobody.Url}/api/");
        await using var slack = await SlackApiFixture.Start(options => options.ApiUrl = url);

        var outcome = await slack.ThroughBackoff(slack.Api.Views.Open("T1", new("Title", [])), 0.5, 1);

        Assert.Equal(new Unreachable("connection_error"), Error(outcome));
    }

    [Fact]
    public async Task A_message_is_sent_once_Slack_can_be_reached_again()
    {
        var handler = new Scripted(new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));
        await using var slack = await SlackApiFixture.Start(handler: () => handler);

        var outcome = await slack.ThroughBackoff(slack.Api.Views.Open("T1", new("Title", [])), 0.5);

        Assert.IsType<SlackOutcome<SlackView>.Sent>(outcome);
        Assert.Single(slack.Slack.Seen);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "name_resolution_error")]
    [InlineData(HttpRequestError.SecureConnectionError, "secure_connection_error")]
    [InlineData(HttpRequestError.ProxyTunnelError, "proxy_tunnel_error")]
    public async Task What_failed_before_the_first_byte_is_named(HttpRequestError cause, string reason)
    {
        var handler = new Scripted(new HttpRequestException(cause, "before sending"));
        await using var slack = await SlackApiFixture.Start(options => options.MaxAttempts = 1, () => handler);

        var outcome = await slack.Api.Chat.PostMessage(SlackApiFixture.Hello());

        Assert.Equal(new Unreachable(reason), Error(outcome));
    }

    [Fact]
    public async Task The_same_failure_is_unknown_once_the_body_was_on_its_way()
    {
        var handler = new Scripted(new HttpRequestException(HttpRequestError.ConnectionError, "after sending")) { ReadFirst = true };
        await using var slack = await SlackApiFixture.Start(handler: () => handler);

        var outcome = await slack.Api.Chat.PostMessage(SlackApiFixture.Hello());

        Assert.Equal("connection_error", Assert.IsType<SlackOutcome<PostedMessage>.Unknown>(outcome).Reason);
    }

    [Fact]
    public async Task Connecting_for_too_long_is_a_refusal_not_an_unknown()
    {
        var handler = new Scripted(failure: null);
        await using var slack = await SlackApiFixture.Start(options => options.MaxAttempts = 1, () => handler);

        var call = slack.Api.Chat.PostMessage(SlackApiFixture.Hello());
        await slack.Time.TimerDueIn(TimeSpan.FromSeconds(10));
        slack.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(new Unreachable("timeout"), Error(await call));
    }

    [Fact]
    public async Task Without_a_token_nobody_is_asked()
    {
        await using var slack = await SlackApiFixture.Start(options => options.BotToken = "");

        Assert.Equal("not_authed", Assert.IsType<AuthError>(Error(await slack.Api.Auth.Test())).Code);
        Assert.Empty(slack.Slack.Seen);
    }

    private static SlackError Error<T>(SlackOutcome<T> outcome) => Assert.IsType<SlackOutcome<T>.Refused>(outcome).Error with { Messages = [] };

    /// <summary>Fails the first request so, or never answers it; later ones go through.</summary>
    private sealed class Scripted(Exception? failure) : DelegatingHandler(new SocketsHttpHandler())
    {
        private bool _failed;

        public bool ReadFirst { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_failed)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            _failed = true;
            if (ReadFirst)
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            }

            if (failure is not null)
            {
                throw failure;
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new System.Diagnostics.UnreachableException();
        }
    }
}
