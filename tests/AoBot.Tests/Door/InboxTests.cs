using System.Net;
using System.Text.Json.Nodes;
using AoBot.Conversations;
using AoBot.Slack.Tests;
using AoBot.Tests.Host;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Door;

/// <summary>No event that Slack was thanked for is lost, whatever is killed when.</summary>
public sealed class InboxTests : IAsyncLifetime
{
    private static readonly SlackEventJson Mention = SlackEventJson.Mention("<@U0000BOT1> kr 2.1", eventId: "Ev1");

    private Workspace _workspace = null!;

    public async Task InitializeAsync() => _workspace = await Workspace.Create();

    public async Task DisposeAsync() => await _workspace.DisposeAsync();

    [Fact]
    public async Task The_row_stands_before_Slack_is_thanked()
    {
        var bot = await _workspace.Start(withWorker: false);

        await bot.Event(Mention);

        Assert.Equal(1, await _workspace.Scalar<int>("SELECT count(*) FROM Inbox WHERE EventId = 'Ev1' AND DoneAt IS NULL AND Payload IS NOT NULL"));
    }

    [Fact]
    public async Task Killed_after_the_thanks_it_is_answered_by_the_next_start_once()
    {
        var bot = await _workspace.Start(withWorker: false);
        await bot.Event(Mention);
        await bot.Kill();

        var next = await _workspace.Start();
        Assert.Contains("Planning", (await _workspace.Slack.Next("chat.postMessage")).Spoken.Shown, StringComparison.Ordinal);
        await next.Event(Mention);
        await next.Stop();
        await _workspace.Start();
    }

    [Fact]
    public async Task Killed_while_Slack_is_being_told_it_is_uncertain_and_not_told_again_on_a_guess()
    {
        _workspace.Slack.Answer("chat.postMessage", static context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        var bot = await _workspace.Start();
        await bot.Event(Mention);
        await _workspace.Slack.Next("chat.postMessage");
        await bot.Kill();

        var next = await _workspace.Start();

        await Patience.Until(async () => await _workspace.Scalar<string>("SELECT State FROM Notices") == "Unknown", "it is known to be uncertain");
        Assert.Contains("1 uncertain: mention/", (await next.AsStaff("/ao admin outbox")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_while_Slack_is_being_told_it_is_told_to_the_end_and_not_again()
    {
        var slacks = new TaskCompletionSource();
        _workspace.Slack.Answer("chat.postMessage", async context =>
        {
            await slacks.Task;
            await context.Response.WriteAsync("""{"ok":true,"channel":"C1","ts":"1.1"}""");
        });
        var bot = await _workspace.Start();
        await bot.Event(Mention);
        await _workspace.Slack.Next("chat.postMessage");

        var stop = bot.StopNow();
        await _workspace.RealClock.TimerDueIn(TimeSpan.FromSeconds(5));
        slacks.SetResult();
        await Patience.For(stop);

        Assert.Equal(1, await _workspace.Scalar<int>("SELECT count(*) FROM Inbox WHERE DoneAt IS NOT NULL"));
        Assert.Equal("Sent", await _workspace.Scalar<string>("SELECT State FROM Notices"));
        await _workspace.Start();
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_ever_for_a_Slack_that_hangs()
    {
        _workspace.Slack.Answer("chat.postMessage", static context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        var bot = await _workspace.Start();
        await bot.Event(Mention);
        await _workspace.Slack.Next("chat.postMessage");

        var stop = bot.StopNow();
        await Patience.Until(
            () =>
            {
                _workspace.RealClock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(stop.IsCompleted);
            },
            "it stops");
        await stop;
    }

    [Fact]
    public async Task When_the_row_cannot_be_kept_Slack_is_asked_to_send_it_again()
    {
        var bot = await _workspace.Start(withWorker: false);
        await _workspace.Execute("ALTER TABLE Inbox RENAME TO Hidden");

        var (status, _) = await bot.Send(SlackRequest.Event(Mention.Json));

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        await _workspace.Execute("ALTER TABLE Hidden RENAME TO Inbox");
        await bot.Event(Mention);
        Assert.Equal(1, await _workspace.Scalar<int>("SELECT count(*) FROM Inbox"));
    }

    [Fact]
    public async Task Texts_are_forgotten_four_days_after_they_came_and_only_when_dealt_with()
    {
        var bot = await _workspace.Start();
        await bot.Event(Mention);
        await _workspace.Slack.Next("chat.postMessage");
        await bot.InboxIsEmpty();
        await _workspace.Execute("INSERT INTO Inbox (EventId, Type, Payload, ReceivedAt, Attempts, NextAttemptAt) VALUES ('Ev2', 'x', '{}', '2026-03-02T09:00:00.000Z', 1, '2027-01-01T00:00:00.000Z')");
        var job = ActivatorUtilities.CreateInstance<InboxCleanupJob>(bot.Services);

        await _workspace.RealTimePasses(TimeSpan.FromDays(4));
        Assert.Equal(0, await job.Clean(CancellationToken.None));
        await _workspace.RealTimePasses(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await job.Clean(CancellationToken.None));

        Assert.Equal("Ev2", await _workspace.Scalar<string>("SELECT group_concat(EventId) FROM Inbox WHERE Payload IS NOT NULL"));
        await bot.Event(Mention);
    }

    [Fact]
    public async Task Events_of_kinds_that_nobody_handles_are_kept_and_done()
    {
        var bot = await _workspace.Start();

        await bot.Event(SlackEventJson.Of("Ev1", new JsonObject { ["type"] = "channel_rename", ["channel"] = new JsonObject { ["id"] = "C1" } }));
        await bot.Event(SlackEventJson.Of("Ev2", new JsonObject { ["type"] = "of_next_year" }));
        await bot.Event(SlackEventJson.Of("Ev3", new JsonObject { ["type"] = "app_mention" }));
        await bot.InboxIsEmpty();

        Assert.Equal(3, await _workspace.Scalar<int>("SELECT count(*) FROM Inbox WHERE DoneAt IS NOT NULL"));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_does_not_stop_the_others()
    {
        await _workspace.Execute("INSERT INTO Inbox (EventId, Type, Payload, ReceivedAt, Attempts, NextAttemptAt) VALUES ('Ev0', 'x', 'no json', '2026-03-02T08:00:00.000Z', 0, '2026-03-02T08:00:00.000Z')");
        var bot = await _workspace.Start();

        await bot.Event(Mention);

        await _workspace.Slack.Next("chat.postMessage");
        await bot.InboxIsEmpty();
        Assert.Equal("JsonReaderException", await _workspace.Scalar<string>("SELECT Failure FROM Inbox WHERE EventId = 'Ev0'"));
    }

    [Fact]
    public async Task A_hundred_events_at_once_are_each_answered_once()
    {
        var bot = await _workspace.Start();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => bot.Event(SlackEventJson.Joined($"U{i:0000}"))));

        var welcomed = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 100; i++)
        {
            welcomed.Add((await _workspace.Slack.Next("chat.postEphemeral"))["user"]);
        }

        Assert.Equal(100, welcomed.Count);
        await using var db = await bot.Database();
        await bot.InboxIsEmpty();
        Assert.Equal(100, await db.Inbox.CountAsync(e => e.DoneAt != null));
    }
}
