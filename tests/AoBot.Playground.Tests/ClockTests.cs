using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using AoBot.Playground.Bot;
using AoBot.Playground.Workspace;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace AoBot.Playground.Tests;

/// <summary>The clock of the whole Playground; a fixture of its own, as it never goes back.</summary>
public sealed class ClockTests(RealBot playground) : IClassFixture<RealBot>
{
    [Fact]
    public async Task The_clock_goes_on_and_the_bot_lives_by_it_and_not_back()
    {
        var now = await Clock();
        Assert.Equal("2024-06-28T09:0", now["local"]!.ToString()[..15]);

        var moved = await playground.Script("clock", new { advance = "P30D" });
        Assert.Equal((200, "2024-07-28T09:0"), (moved.Status, moved.Body["local"]!.ToString()[..15]));
        Assert.Contains(moved.Body["sent"]!.AsArray(), message => message!["text"]!.ToString().StartsWith("The monthly report for June is due on Friday, July 5", StringComparison.Ordinal));

        // What was due on the way has been done, the bot's housekeeping included.
        Assert.True(await playground.Get<BotIdle>().NextDue(CancellationToken.None) > moved.Body["now"]!.GetValue<DateTimeOffset>());
        var status = await playground.Message("command", new { user = "fay", channel = "#alpha_omega", text = "status" });
        Assert.Contains("July 28, 2024", status["text"]!.ToString(), StringComparison.Ordinal);

        // Nobody notices the bot's housekeeping, nor the night in which it decides what to say: it is nothing to stop at, but what is noticed is.
        Assert.StartsWith("2024-07-29T08:30:00", (await Clock())["next"]!.ToString(), StringComparison.Ordinal);
        await Schedule(DateTimeOffset.Parse("2024-07-28T20:34:00Z", CultureInfo.InvariantCulture));
        Assert.StartsWith("2024-07-28T16:3", (await playground.Script("clock", new { to = "next" })).Body["local"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, NoticedJob.Runs);

        Assert.Equal(400, (await playground.Script("clock", new { advance = "-P1D" })).Status);
        Assert.Equal(400, (await playground.Script("clock", new { to = "2024-06-28" })).Status);
        Assert.Equal(400, (await playground.Script("clock", new { advance = "P3Y" })).Status);
        Assert.Equal(400, (await playground.Script("clock", new { })).Status);

        // In three months of nights the bot asks more often than Slack lets it in a minute; they are not a minute.
        var started = Stopwatch.GetTimestamp();
        Assert.Equal(200, (await playground.Script("clock", new { advance = "P90D" })).Status);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(5), "Neither Slack nor the bot holds back what it asks in ninety nights: that would take nine minutes.");
        Assert.True(playground.Get<RequestLog>().All.Count(request => request.Path == "/api/users.info") > 100);
        Assert.DoesNotContain(playground.Get<RequestLog>().All, request => request.Subject == "ratelimited");

        // A new beginning: the clock, the messages and the bot's data.
        Assert.Equal(200, (await playground.Script("reset", new { })).Status);
        Assert.Empty(playground.Workspace.Messages(Cast.AlphaOmega, Cast.Fay).Messages);
        Assert.Contains("June 28, 2024", (await playground.Message("command", new { user = "fay", channel = "#alpha_omega", text = "status" }))["text"]!.ToString(), StringComparison.Ordinal);
    }

    private async Task<JsonNode> Clock() => JsonNode.Parse(await playground.Http.GetStringAsync("playground/clock"))!;

    private async Task Schedule(DateTimeOffset at)
    {
        var services = (await playground.Get<BotHost>().Services(CancellationToken.None))!;
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.ScheduleJob(JobBuilder.Create<NoticedJob>().WithIdentity("noticed").Build(), TriggerBuilder.Create().StartAt(at).Build());
    }

    public sealed class NoticedJob : IJob
    {
        private static int _runs;

        public static int Runs => Volatile.Read(ref _runs);

        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _runs);
            return ValueTask.CompletedTask;
        }
    }
}
