using System.Net.Http.Json;
using AoBot.Playground.Api;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Tests.Api;

/// <summary>What may go wrong between a bot and Slack, on request. https://docs.slack.dev/apis/web-api#responses</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private readonly StandIn _slack = new();

    public Task InitializeAsync() => _slack.InitializeAsync();

    public Task DisposeAsync() => _slack.DisposeAsync();

    [Theory]
    [SlackRule("apis/web-api")]
    [InlineData("accept_500", 500, "internal_error", 1)]
    [InlineData("accept_internal_error", 200, "internal_error", 1)]
    [InlineData("internal_error", 200, "internal_error", 0)]
    [InlineData("rate_limited", 429, "ratelimited", 0)]
    [InlineData("invalid_auth", 200, "invalid_auth", 0)]
    public async Task A_fault_says_one_thing_and_does_it_or_not_and_the_next_call_is_good(string fault, int status, string error, int posted)
    {
        await _slack.Script("faults", new { method = "chat.postMessage", fault });

        var answer = await _slack.Call("chat.postMessage", new { channel = Cast.AlphaOmega, text = "x" });

        Assert.Equal((status, error), (answer.Status, answer.Error));
        Assert.Equal(posted, _slack.Workspace.Messages(Cast.AlphaOmega, Cast.Fay).Messages.Count);
        await _slack.Post();
        Assert.Contains(_slack.Log.All, request => request.Note == "fault on purpose: " + fault);
    }

    [Theory]
    [SlackRule("apis/web-api")]
    [InlineData("accept_drop", 1)]
    [InlineData("down", 0)]
    public async Task A_dropped_connection_may_have_posted_or_not(string fault, int posted)
    {
        await _slack.Script("faults", new { method = "*", fault });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _slack.Call("chat.postMessage", new { channel = Cast.AlphaOmega, text = "x" }));

        Assert.Equal(posted, _slack.Workspace.Messages(Cast.AlphaOmega, Cast.Fay).Messages.Count);
    }

    [Theory]
    [SlackRule("apis/web-api")]
    [InlineData("answer_late", 1)]
    [InlineData("accept_late", 0)]
    public async Task A_late_answer_comes_after_four_seconds_and_the_message_before_it_or_with_it(string fault, int before)
    {
        await _slack.Script("faults", new { method = "chat.postMessage", fault });

        var call = _slack.Call("chat.postMessage", new { channel = Cast.AlphaOmega, text = "x" });
        await _slack.Time.TimerDueIn(Faults.Late);
        Assert.Equal(before, _slack.Workspace.Messages(Cast.AlphaOmega, Cast.Fay).Messages.Count);
        Assert.False(call.IsCompleted);

        _slack.Time.Advance(Faults.Late);
        (await call).Ok();
        Assert.Single(_slack.Workspace.Messages(Cast.AlphaOmega, Cast.Fay).Messages);
    }

    [Fact]
    [SlackRule("interactivity/handling-user-interaction#message_responses")]
    public async Task A_response_url_has_faults_as_the_methods_have_and_a_limit_that_says_how_long()
    {
        await _slack.Script("command", new { user = "fay", channel = "#alpha_omega", command = "/ao", text = "x" });
        var url = (await _slack.Bot.Next()).Form["response_url"];
        async Task<HttpResponseMessage> Respond() => await _slack.Http.PostAsJsonAsync(url, new { text = "later" });

        await _slack.Script("faults", new { method = "response_url", fault = "rate_limited", retry_after = 7 });
        using var limited = await Respond();
        Assert.Equal((429, 7), ((int)limited.StatusCode, (int)limited.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        await _slack.Script("faults", new { method = "response_url", fault = "accept_drop" });
        await Assert.ThrowsAnyAsync<HttpRequestException>(Respond);
        Assert.Single(_slack.Workspace.Messages(Cast.AlphaOmega, Cast.Fay).Messages);
    }

    [Fact]
    [SlackRule("apis/web-api")]
    public async Task A_fault_meets_as_many_calls_as_it_was_asked_for_and_can_be_taken_back()
    {
        await _slack.Script("faults", new { method = "auth.test", fault = "invalid_auth", count = 2 });
        Assert.Equal("invalid_auth", (await _slack.Call("auth.test", new { })).Error);
        Assert.Equal("invalid_auth", (await _slack.Call("auth.test", new { })).Error);
        (await _slack.Call("auth.test", new { })).Ok();

        await _slack.Script("faults", new { fault = "down", count = 9 });
        (await _slack.Http.DeleteAsync("playground/faults")).EnsureSuccessStatusCode();
        (await _slack.Call("auth.test", new { })).Ok();
    }

    [Fact]
    [SlackRule("apis/web-api")]
    public async Task A_fault_or_a_method_that_nobody_knows_is_refused_with_those_there_are()
    {
        Assert.Contains("accept_drop", (await _slack.Script("faults", new { method = "auth.test", fault = "nonsense" })).Error, StringComparison.Ordinal);
        Assert.Contains("chat.postMessage", (await _slack.Script("faults", new { method = "nonsense", fault = "down" })).Error, StringComparison.Ordinal);
    }
}
