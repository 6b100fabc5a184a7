using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Tests.Traffic;

/// <summary>https://docs.slack.dev/apis/events-api</summary>
public sealed class EventTests : IAsyncLifetime
{
    private readonly StandIn _slack = new();

    public Task InitializeAsync() => _slack.InitializeAsync();

    public Task DisposeAsync() => _slack.DisposeAsync();

    [Fact]
    [SlackRule("apis/events-api#retries")]
    public async Task An_event_is_sent_again_at_once_after_one_minute_and_after_five_with_one_id()
    {
        for (var answer = 0; answer < 4; answer++)
        {
            _slack.Bot.Answer("", 500);
        }

        await Mention();
        var first = await _slack.Bot.Next();
        var second = await _slack.Bot.Next();
        await _slack.Time.TimerDueIn(TimeSpan.FromMinutes(1));
        _slack.Time.Advance(TimeSpan.FromMinutes(1));
        var third = await _slack.Bot.Next();
        await _slack.Time.TimerDueIn(TimeSpan.FromMinutes(5));
        _slack.Time.Advance(TimeSpan.FromMinutes(5));
        var fourth = await _slack.Bot.Next();

        Assert.False(first.Headers.ContainsKey("X-Slack-Retry-Num"));
        Assert.Equal(["1", "2", "3"], new[] { second, third, fourth }.Select(got => got.Headers["X-Slack-Retry-Num"]));
        Assert.All([second, third, fourth], got => Assert.Equal("http_error", got.Headers["X-Slack-Retry-Reason"]));
        Assert.Single(new[] { first, second, third, fourth }.Select(got => got.Json["event_id"]!.ToString()).Distinct(StringComparer.Ordinal));
        Assert.All([first, second, third, fourth], got => Assert.True(got.IsSigned(_slack.Options.SigningSecret)));
    }

    [Fact]
    [SlackRule("apis/events-api#retries")]
    public async Task A_bot_that_is_silent_gets_the_event_again_with_that_reason_and_one_that_took_it_does_not()
    {
        _slack.Bot.KeepSilent();
        var mention = Mention();
        var first = await _slack.Bot.Next();
        await _slack.Time.TimerDueIn(BotClient.Patience);
        _slack.Time.Advance(BotClient.Patience);
        var second = await _slack.Bot.Next();
        await mention;

        Assert.Equal(("1", "http_timeout"), (second.Headers["X-Slack-Retry-Num"], second.Headers["X-Slack-Retry-Reason"]));
        Assert.Equal(first.Json["event_id"]!.ToString(), second.Json["event_id"]!.ToString());
        await Logged(2);
        _slack.Time.Advance(TimeSpan.FromMinutes(10));
        await Mention();
        Assert.NotEqual(first.Json["event_id"]!.ToString(), (await _slack.Bot.Next()).Json["event_id"]!.ToString());
    }

    [Fact]
    [SlackRule("apis/events-api#retries")]
    public async Task A_bot_that_wants_an_event_no_more_says_so_in_a_header()
    {
        _slack.Bot.Answer("", 500, ("X-Slack-No-Retry", "1"));
        await Mention();
        await Mention();
        var (first, second) = (await _slack.Bot.Next(), await _slack.Bot.Next());
        Assert.NotEqual(first.Json["event_id"]!.ToString(), second.Json["event_id"]!.ToString());
    }

    [Fact]
    [SlackRule("reference/events/app_mention")]
    public async Task A_mention_is_an_event_where_the_bot_is_a_member_and_what_is_typed_is_escaped()
    {
        await _slack.Script("say", new { user = "pat", channel = "#general", text = "@aobot status" });
        await _slack.Script("say", new { user = "pat", channel = "#alpha_omega", text = "no mention" });
        await _slack.Script("say", new { user = "pat", channel = "#alpha_omega", text = "@aobot <!channel>" });

        var got = (await _slack.Bot.Next()).Json["event"]!;
        Assert.Equal(("app_mention", "<@U0AOBOT> &lt;!channel&gt;"), (got["type"]!.ToString(), got["text"]!.ToString()));
        Assert.Single(_slack.Log.All);
    }

    [Fact]
    [SlackRule("reference/events/member_joined_channel")]
    public async Task Joining_and_opening_the_Home_are_events()
    {
        await _slack.Script("event", new { type = "member_joined_channel", user = "gus", channel = "#alpha_omega" });
        var joined = (await _slack.Bot.Next()).Json["event"]!;
        await _slack.Script("event", new { type = "app_home_opened", user = "gus" });
        var opened = (await _slack.Bot.Next()).Json["event"]!;

        Assert.Equal((Cast.Gus, Cast.AlphaOmega), (joined["user"]!.ToString(), joined["channel"]!.ToString()));
        Assert.Equal(("home", _slack.Workspace.Direct(Cast.Gus).Id), (opened["tab"]!.ToString(), opened["channel"]!.ToString()));
    }

    [Fact]
    [SlackRule("reference/events/url_verification")]
    public async Task What_is_no_envelope_is_sent_as_it_is()
    {
        await _slack.Script("event", new { type = "url_verification", challenge = "c" });
        Assert.Equal("c", (await _slack.Bot.Next()).Json["challenge"]!.ToString());
    }

    /// <summary>As soon as so many requests to the bot are through.</summary>
    private async Task Logged(int count)
    {
        using var watch = _slack.Workspace.Feed.Start();
        while (_slack.Log.All.Count < count)
        {
            await watch.Reader.ReadAsync();
        }
    }

    private Task<Answered> Mention() => _slack.Script("event", new { type = "app_mention", user = "pat", channel = "#alpha_omega", text = "status" });
}
