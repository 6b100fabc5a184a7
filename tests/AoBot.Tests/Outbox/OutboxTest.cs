using System.Collections.Concurrent;
using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Slack.Blocks;
using AoBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AoBot.Tests.Outbox;

/// <summary>A test of notices of a kind of its own: the real dispatcher, the real database, the recorded Slack.</summary>
public abstract class OutboxTest : IAsyncLifetime
{
    /// <summary>The settling time, as shipped, and a bit.</summary>
    protected static readonly TimeSpan Settling = TimeSpan.FromSeconds(91);

    protected const string Person = "U0000EVA";

    // Of real time, for each second of the clock that is moved: so a step that takes long ends within few of them.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    protected Workspace Workspace { get; private set; } = null!;

    protected AoBotHost Bot { get; private set; } = null!;

    protected RecordedSlack Slack => Workspace.Slack;

    protected Instant Now => Instant.FromDateTimeOffset(Workspace.Clock.GetUtcNow());

    /// <summary>What the kind decides of a notice by its key; otherwise it is sent.</summary>
    protected ConcurrentDictionary<string, Func<Notice, NoticeDecision>> Decisions { get; } = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        Workspace = await Workspace.Create();
        await Start();
    }

    public async Task DisposeAsync() => await Workspace.DisposeAsync();

    protected async Task Start() => Bot = await Workspace.Start(change: services => services.AddSingleton<INoticeKind>(new TestKind(Decisions)));

    protected Task<bool> Plan(string key, string recipient = Workspace.Channel, Duration? after = null, Func<NoticePlan, NoticePlan>? more = null) =>
        Bot.Services.GetRequiredService<WriteGate>().Write(db => db.Plan((more ?? (p => p))(new NoticePlan(key, TestKind.Name, recipient, Now + (after ?? Duration.Zero))), Now, CancellationToken.None), CancellationToken.None);

    protected void Wake() => Bot.Services.GetRequiredService<OutboxSignal>().Wake();

    /// <summary>For who sends by hand: its first round would take the claims of others for those of a process that died.</summary>
    protected Task StopDispatcher() => Bot.Services.GetRequiredService<OutboxDispatcher>().StopAsync(CancellationToken.None);

    protected async Task<Notice> Read(string key)
    {
        await using var db = await Bot.Database();
        return await db.Notices.AsNoTracking().SingleAsync(n => n.Key == key);
    }

    protected async Task<Notice> Becomes(string key, NoticeState state)
    {
        await Patience.Until(async () => (await Read(key)).State == state, $"{key} is {state}");
        return await Read(key);
    }

    /// <summary>Plans it and waits for its message.</summary>
    protected async Task<SlackCall> Sends(string key, string recipient = Workspace.Channel, Func<NoticePlan, NoticePlan>? more = null)
    {
        await Plan(key, recipient, more: more);
        Wake();
        return await Slack.Next("chat.postMessage");
    }

    /// <summary>The next call of this method, as real time goes on.</summary>
    protected async Task<SlackCall> InTime(string method)
    {
        await Workspace.RealTimePassesUntil(
            async () =>
            {
                await Task.Delay(Pace, TimeProvider.System);
                return Slack.Waiting(method) > 0;
            },
            method);
        return await Slack.Next(method);
    }

    /// <summary>The settling time passes at once, when what was begun has ended.</summary>
    protected async Task Settles(string key)
    {
        var next = (await Read(key)).NextAttemptAt!.Value.ToDateTimeOffset();
        await Task.Delay(Pace, TimeProvider.System);
        if (next > Workspace.RealClock.GetUtcNow())
        {
            await Workspace.RealTimePasses(next - Workspace.RealClock.GetUtcNow() + TimeSpan.FromMilliseconds(1));
        }
    }

    protected static string History(string? token) =>
        token is null
            ? """{"ok":true,"messages":[{"ts":"5.0"}],"has_more":false}"""
            : $$"""{"ok":true,"messages":[{"ts":"5.0"},{"ts":"6.7","metadata":{"event_type":"aobot_notice","event_payload":{"id":"{{token}}"} } }],"has_more":false}""";

    private sealed class TestKind(ConcurrentDictionary<string, Func<Notice, NoticeDecision>> decisions) : INoticeKind
    {
        public const string Name = "test";

        public string Kind => Name;

        public Task<NoticeDecision> Decide(Notice notice, AoBotDbContext db, CancellationToken cancellationToken) =>
            Task.FromResult(decisions.TryGetValue(notice.Key, out var decide) ? decide(notice) : new NoticeDecision.Send(new MessageBody($"About {notice.Key}.")));
    }
}
