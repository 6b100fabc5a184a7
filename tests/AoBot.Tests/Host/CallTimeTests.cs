using AoBot.Slack.Tests;

namespace AoBot.Tests.Host;

/// <summary>What the tests that move the real clock rely on.</summary>
public sealed class CallTimeTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly ManualTimeProvider _clock = new();
    private readonly CallTime _time;

    public CallTimeTests() => _time = new CallTime(_clock);

    [Fact]
    public void While_a_time_limit_runs_the_clock_stands_and_while_somebody_waits_it_goes_on()
    {
        var wait = Task.Delay(Limit, _time);
        using (new CancellationTokenSource(Limit, _time))
        {
            Assert.False(_time.TryAdvance(Limit));
        }

        Assert.True(_time.TryAdvance(Limit));
        Assert.True(wait.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_time_limit_that_was_reached_holds_nothing_up()
    {
        using var limit = new CancellationTokenSource(Limit, _time);
        _clock.Advance(Limit);

        Assert.True(limit.IsCancellationRequested);
        Assert.True(_time.TryAdvance(Limit));
    }

    [Fact]
    public void What_begins_while_the_clock_is_moved_has_its_whole_time_after_it()
    {
        CancellationTokenSource? limit = null;
        using var timer = _clock.CreateTimer(_ => limit = new CancellationTokenSource(Limit, _time), state: null, Limit / 2, Timeout.InfiniteTimeSpan);

        Assert.True(_time.TryAdvance(10 * Limit));
        _clock.Advance(Limit - TimeSpan.FromMilliseconds(1));
        Assert.False(limit!.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(limit.IsCancellationRequested);
        limit.Dispose();
    }
}
