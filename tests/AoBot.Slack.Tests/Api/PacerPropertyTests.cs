using AoBot.Slack.Api;
using Xunit.Abstractions;

namespace AoBot.Slack.Tests.Api;

/// <summary>The pacer under random traffic, on one thread and a clock that stands still between steps.</summary>
public sealed class PacerPropertyTests(ITestOutputHelper output)
{
    private sealed record Start(string Channel, int Number, TimeSpan At);

    [Fact]
    public void No_window_ever_holds_more_than_its_allowance_and_everybody_gets_a_turn_in_order()
    {
        var firstSeed = Random.Shared.Next();
        for (var seed = firstSeed; seed < firstSeed + 150; seed++)
        {
            output.WriteLine($"seed {seed}");
            Check(new Random(seed));
        }
    }

    [Fact]
    public void A_long_queue_in_one_channel_does_not_hold_up_another()
    {
        var time = new ManualTimeProvider();
        var pacer = new Pacer(new SlackApiOptions { Time = time });
        var starts = new List<Start>();

        Pump.Until(time, () => [.. Enumerable.Range(0, 100).Select(i => Post(pacer, time, starts, "busy", i, TimeSpan.Zero, TimeSpan.Zero)), Post(pacer, time, starts, "calm", 0, TimeSpan.FromSeconds(50.5), TimeSpan.Zero)]);

        Assert.Equal(TimeSpan.FromSeconds(50.5), starts.Single(start => start.Channel == "calm").At);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => TimeSpan.FromSeconds(i)), starts.Where(start => start.Channel == "busy").Select(start => start.At));
    }

    [Theory]
    [InlineData(SlackTier.Tier2, 20)]
    [InlineData(SlackTier.Tier3, 50)]
    [InlineData(SlackTier.Tier4, 100)]
    public void A_tier_allows_its_number_in_any_minute_and_the_next_exactly_a_minute_after_the_first(SlackTier tier, int allowance)
    {
        var time = new ManualTimeProvider();
        var pacer = new Pacer(new SlackApiOptions { Time = time });
        var method = SlackMethods.ChatUpdate with { Tier = tier };
        var starts = new List<TimeSpan>();

        Pump.Until(time, () => [.. Enumerable.Range(0, allowance + 1).Select(async _ =>
        {
            using var call = await pacer.Enter(method, channel: null, CancellationToken.None);
            await call.Start(CancellationToken.None);
            starts.Add(time.Elapsed);
        })]);

        Assert.Equal(allowance, starts.Count(at => at == TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromMinutes(1), starts[^1]);
    }

    [Fact]
    public void Channels_nobody_writes_to_any_more_are_forgotten()
    {
        var time = new ManualTimeProvider();
        var pacer = new Pacer(new SlackApiOptions { Time = time, MessagesPerMinute = 1_000_000 });
        var starts = new List<Start>();

        for (var i = 0; i < 5_000; i++)
        {
            Pump.Until(time, () => [Post(pacer, time, starts, $"C{i}", 0, TimeSpan.Zero, TimeSpan.Zero)]);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(5_000, starts.Count);
        Assert.InRange(pacer.Channels, 1, 61);
    }

    private static void Check(Random random)
    {
        var time = new ManualTimeProvider();
        var options = new SlackApiOptions { Time = time, MessagesPerMinute = random.Next(3, 40), MessagesPerSecondBurst = random.Next(1, 4) };
        var pacer = new Pacer(options);
        var starts = new List<Start>();
        var channels = random.Next(1, 7);
        var calls = Enumerable.Range(0, random.Next(1, 80))
            .Select(i => (Number: i, Channel: $"C{random.Next(channels)}", Arrives: TimeSpan.FromMilliseconds(random.Next(0, 90_000)), Takes: TimeSpan.FromMilliseconds(random.Next(0, 3_000))))
            .ToList();

        Pump.Until(time, () => [.. calls.Select(call => Post(pacer, time, starts, call.Channel, call.Number, call.Arrives, call.Takes))]);

        Assert.Equal(calls.Count, starts.Count);
        AssertWindow([.. starts.Select(start => start.At)], options.MessagesPerMinute, TimeSpan.FromMinutes(1));
        foreach (var channel in starts.GroupBy(start => start.Channel, StringComparer.Ordinal))
        {
            AssertWindow([.. channel.Select(start => start.At)], options.MessagesPerSecondBurst, TimeSpan.FromSeconds(options.MessagesPerSecondBurst));
            var asked = calls.Where(call => call.Channel == channel.Key).OrderBy(call => call.Arrives).Select(call => call.Number);
            Assert.Equal(asked, channel.Select(start => start.Number));
        }

        // Nobody waits longer than everything before it could take.
        var longest = TimeSpan.FromSeconds(90 + (calls.Count * 4)) + TimeSpan.FromMinutes((calls.Count / options.MessagesPerMinute) + 1);
        Assert.True(time.Elapsed <= longest, $"took {time.Elapsed}, at most {longest}");
    }

    private static void AssertWindow(List<TimeSpan> starts, int allowance, TimeSpan span)
    {
        for (var i = allowance; i < starts.Count; i++)
        {
            Assert.True(starts[i] - starts[i - allowance] >= span, $"{allowance + 1} starts between {starts[i - allowance]} and {starts[i]}");
        }
    }

    private static async Task Post(Pacer pacer, ManualTimeProvider time, List<Start> starts, string channel, int number, TimeSpan arrives, TimeSpan takes)
    {
        if (arrives > TimeSpan.Zero)
        {
            await Task.Delay(arrives, time);
        }

        using var call = await pacer.Enter(SlackMethods.ChatPostMessage, channel, CancellationToken.None);
        await call.Start(CancellationToken.None);
        starts.Add(new Start(channel, number, time.Elapsed));
        if (takes > TimeSpan.Zero)
        {
            await Task.Delay(takes, time);
        }
    }

    /// <summary>Runs everything on this thread: first all that can run, then the clock to the next timer, and again.</summary>
    private sealed class Pump : SynchronizationContext
    {
        private readonly Queue<Action> _work = new();

        public static void Until(ManualTimeProvider time, Func<Task[]> begin)
        {
            var before = Current;
            var pump = new Pump();
            SetSynchronizationContext(pump);
            try
            {
                var all = Task.WhenAll(begin());
                for (pump.Run(); !all.IsCompleted; pump.Run())
                {
                    Assert.True(time.AdvanceToNextTimer(), "Calls wait, and nothing will ever wake them.");
                }

                Assert.True(all.IsCompletedSuccessfully, all.Exception?.ToString());
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }

        public override void Post(SendOrPostCallback d, object? state) => _work.Enqueue(() => d(state));

        private void Run()
        {
            while (_work.TryDequeue(out var work))
            {
                work();
            }
        }
    }
}
