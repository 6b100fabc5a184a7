using AoBot.Slack.Api;
using AoBot.Slack.Blocks;

namespace AoBot.Slack.Tests.Api;

public sealed class ResponseUrlTests
{
    private static readonly ResponseUrlMessage Hello = new(new MessageBody("hello"));

    [Theory]
    [InlineData("http://hooks.slack.com/commands/T/1/x")]
    [InlineData("https://hooks.slack.com:8443/commands/T/1/x")]
    [InlineData("https://hooks.slack.com.example.com/x")]
    [InlineData("https://hooks.slack.com@example.com/x")]
    [InlineData("https://someone:secret@hooks.slack.com/x")]
    [InlineData("https://evil.hooks.slack.com/x")]
    [InlineData("https://hooks.slack.com./x")]
    [InlineData("https://slack.com/x")]
    [InlineData("https://hооks.slack.com/x")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://localhost/x")]
    [InlineData("ftp://hooks.slack.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/commands/T/1/x")]
    public async Task An_address_that_is_not_Slacks_is_not_called(string url)
    {
        await using var slack = await SlackApiFixture.Start(handler: () => new NobodyMayCall());

        var outcome = await slack.ResponseUrls.Send(new Uri(url, UriKind.RelativeOrAbsolute), Hello);

        Assert.IsType<ResponseUrlNotAllowed>(Error(outcome));
    }

    [Fact]
    public async Task Another_port_of_the_stand_ins_host_is_another_origin()
    {
        await using var slack = await SlackApiFixture.Start(handler: () => new NobodyMayCall());
        var otherPort = new UriBuilder(slack.Slack.Origin) { Port = slack.Slack.Origin.Port + 1 }.Uri;

        Assert.IsType<ResponseUrlNotAllowed>(Error(await slack.ResponseUrls.Send(otherPort, Hello)));
    }

    [Theory]
    [InlineData("https://hooks.slack.com/commands/T/1/x")]
    [InlineData("https://HOOKS.slack.com:443/actions/T/1/x")]
    public async Task Slacks_hooks_host_is_called(string url)
    {
        var called = new NobodyMayCall { Answer = "ok" };
        await using var slack = await SlackApiFixture.Start(handler: () => called);

        Assert.IsType<SlackOutcome<ResponseUrlAccepted>.Sent>(await slack.ResponseUrls.Send(new Uri(url), Hello));
        Assert.Equal("hooks.slack.com", called.Called?.Host);
    }

    [Fact]
    public async Task An_answer_goes_out_without_the_token_and_says_who_sees_it()
    {
        await using var slack = await SlackApiFixture.Start();
        var url = new Uri(slack.Slack.Origin, "/hook");

        await slack.ResponseUrls.Send(url, Hello);
        await slack.ResponseUrls.Send(url, new(new MessageBody("all", [new DividerBlock()])) { ResponseType = ResponseType.InChannel, ReplaceOriginal = true, ThreadTs = "1.2" });
        await slack.ResponseUrls.Send(url, ResponseUrlMessage.Deletion);

        Assert.All(slack.Slack.Seen, request => Assert.DoesNotContain("Authorization", request.Headers.Keys));
        Assert.Equal(
            [
                """{"response_type":"ephemeral","text":"hello","replace_original":false,"unfurl_links":false,"unfurl_media":false}""",
                """{"response_type":"in_channel","text":"all","blocks":[{"type":"divider"}],"replace_original":true,"thread_ts":"1.2","unfurl_links":false,"unfurl_media":false}""",
                """{"response_type":"ephemeral","replace_original":false,"delete_original":true,"unfurl_links":false,"unfurl_media":false}""",
            ],
            slack.Slack.Seen.Select(request => request.Body));
    }

    [Theory]
    [InlineData(200, "ok")]
    [InlineData(200, "")]
    [InlineData(200, """{"ok":true}""")]
    public async Task Every_way_in_which_Slack_says_yes_is_a_yes(int status, string body)
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("/hook", body, status);

        Assert.IsType<SlackOutcome<ResponseUrlAccepted>.Sent>(await slack.ResponseUrls.Send(new Uri(slack.Slack.Origin, "/hook"), Hello));
    }

    [Theory]
    [InlineData(404, "", typeof(ResponseUrlExpired), "http_404")]
    [InlineData(404, "used_url", typeof(ResponseUrlExpired), "used_url")]
    [InlineData(404, """{"ok":false,"error":"expired_url"}""", typeof(ResponseUrlExpired), "expired_url")]
    [InlineData(200, """{"ok":false,"error":"used_url"}""", typeof(ResponseUrlExpired), "used_url")]
    [InlineData(400, "invalid_blocks", typeof(InvalidBlocks), "invalid_blocks")]
    [InlineData(400, "no_text", typeof(InvalidArguments), "no_text")]
    [InlineData(403, "<html>", typeof(OtherError), "http_403")]
    [InlineData(302, "", typeof(OtherError), "http_302")]
    [InlineData(429, "", typeof(RateLimited), "ratelimited")]
    public async Task Every_way_in_which_Slack_says_no_has_its_type(int status, string body, Type type, string code)
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("/hook", body, status, ("Location", "/elsewhere"));

        var error = Error(await slack.ResponseUrls.Send(new Uri(slack.Slack.Origin, "/hook"), Hello));

        Assert.IsType(type, error);
        Assert.Equal(code, error.Code);
        Assert.Single(slack.Slack.Seen);
    }

    [Theory]
    [InlineData("http_500", "http_500")]
    [InlineData("dropped", "connection_lost")]
    [InlineData("garbage", "unreadable_answer")]
    public async Task What_may_have_been_shown_is_unknown_and_not_repeated(string fault, string reason)
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("/hook", OutcomeTests.Fault(fault));

        var outcome = await slack.ResponseUrls.Send(new Uri(slack.Slack.Origin, "/hook"), Hello);

        Assert.Equal(reason, Assert.IsType<SlackOutcome<ResponseUrlAccepted>.Unknown>(outcome).Reason);
        Assert.Single(slack.Slack.Seen);
    }

    [Fact]
    public async Task An_answer_that_is_not_acknowledged_in_time_is_unknown()
    {
        await using var slack = await SlackApiFixture.Start();
        slack.Slack.Answer("/hook", OutcomeTests.Never);

        var call = slack.ResponseUrls.Send(new Uri(slack.Slack.Origin, "/hook"), Hello);
        await slack.Slack.Next();
        slack.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("timeout", Assert.IsType<SlackOutcome<ResponseUrlAccepted>.Unknown>(await call).Reason);
    }

    private static SlackError Error(SlackOutcome<ResponseUrlAccepted> outcome) => Assert.IsType<SlackOutcome<ResponseUrlAccepted>.Refused>(outcome).Error;

    private sealed class NobodyMayCall : HttpMessageHandler
    {
        public string? Answer { get; init; }

        public Uri? Called { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Called = request.RequestUri;
            return Answer is null
                ? throw new InvalidOperationException($"{request.RequestUri} was called.")
                : Task.FromResult(new HttpResponseMessage { Content = new StringContent(Answer) });
        }
    }
}
