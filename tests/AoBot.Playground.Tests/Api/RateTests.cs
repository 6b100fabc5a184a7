using AoBot.Playground.Api;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Tests.Api;

/// <summary>https://docs.slack.dev/apis/web-api/rate-limits</summary>
public sealed class RateTests : IAsyncLifetime
{
    private readonly StandIn _slack = new();

    public Task InitializeAsync() => _slack.InitializeAsync();

    public Task DisposeAsync() => _slack.DisposeAsync();

    [Fact]
    [SlackRule("apis/web-api/rate-limits")]
    public async Task After_a_small_burst_a_channel_takes_one_message_a_second_and_another_channel_is_not_held_up()
    {
        for (var message = 0; message < RateLimits.Burst; message++)
        {
            await _slack.Post();
        }

        var refused = await _slack.Call("chat.postMessage", new { channel = Cast.AlphaOmega, text = "x" });
        Assert.Equal((429, "ratelimited", "1"), (refused.Status, refused.Error, refused.Headers.GetValues("Retry-After").Single()));
        await _slack.Post(channel: Cast.Pat);

        _slack.Time.Advance(TimeSpan.FromSeconds(1));
        await _slack.Post();
    }

    [Fact]
    [SlackRule("apis/web-api/rate-limits")]
    public async Task One_method_that_must_wait_does_not_hold_up_another()
    {
        for (var call = 0; call < 20; call++)
        {
            (await _slack.CallByForm("users.list")).Ok();
        }

        Assert.Equal(429, (await _slack.CallByForm("users.list")).Status);
        (await _slack.CallByForm("users.info", ("user", Cast.Fay))).Ok();
        await _slack.Post();
    }

    [Fact]
    [SlackRule("apis/web-api/rate-limits")]
    public async Task A_workspace_takes_three_hundred_messages_a_minute()
    {
        string[] people = [Cast.Fay, Cast.Sam, Cast.Pat, Cast.Gus, Cast.Stella, Cast.Phil];
        for (var second = 0; second < 50; second++)
        {
            foreach (var person in people)
            {
                await _slack.Post(channel: person);
            }

            _slack.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var refused = await _slack.Call("chat.postMessage", new { channel = Cast.AlphaOmega, text = "x" });
        Assert.Equal(429, refused.Status);
        _slack.Time.Advance(TimeSpan.FromSeconds(int.Parse(refused.Headers.GetValues("Retry-After").Single())));
        await _slack.Post();
    }

    [Theory]
    [SlackRule("apis/web-api/rate-limits")]
    [InlineData("users.list", 20)]
    [InlineData("conversations.info", 50)]
    [InlineData("users.info", 100)]
    public async Task A_method_is_called_as_often_as_its_tier_says(string method, int perMinute)
    {
        for (var call = 0; call < perMinute; call++)
        {
            (await _slack.CallByForm(method, ("channel", Cast.AlphaOmega), ("user", Cast.Fay))).Ok();
        }

        var refused = await _slack.CallByForm(method, ("channel", Cast.AlphaOmega), ("user", Cast.Fay));
        Assert.Equal((429, "60"), (refused.Status, refused.Headers.GetValues("Retry-After").Single()));
    }
}
