using System.Text.Json.Nodes;
using AoBot.Playground.Bot;
using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Scripting;

/// <summary>What the bot answered, whichever way.</summary>
/// <param name="Reply">The response to the request; none where nothing was sent.</param>
/// <param name="Changes">What came of it in the workspace, in order.</param>
/// <param name="IsIdle">Whether the bot was done when this was said.</param>
public sealed record Done(BotReply? Reply, IReadOnlyList<WorkspaceChange> Changes, bool IsIdle);

/// <summary>Does one thing at a time, waits until the bot is done with it, and says what came of it.</summary>
public sealed class Doings(PlaygroundWorkspace workspace, BotHost bot, BotIdle idle)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task<Done> Do(Func<Task<BotReply?>> act, CancellationToken cancellationToken)
    {
        await bot.Ready(cancellationToken);
        await _one.WaitAsync(cancellationToken);
        try
        {
            using var watch = workspace.Feed.Start();
            var reply = await act();
            var isIdle = await idle.Wait(cancellationToken);
            return new Done(reply, watch.Take(), isIdle);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>As scripts are told: the answer, and what the bot wrote, changed and showed.</summary>
    public JsonObject Write(Done done) => new()
    {
        ["answer"] = Write(done.Reply),
        ["messages"] = Messages(done.Changes),
        ["views"] = new JsonArray([.. done.Changes.Select(change => change.ViewId).OfType<string>().Distinct(StringComparer.Ordinal).Select(workspace.FindView).OfType<WorkspaceView>().Select(view => (JsonNode)WorkspaceJson.Write(view))]),
        ["idle"] = done.IsIdle,
    };

    /// <summary>The messages of the bot, and of Slackbot about it, as they stand now.</summary>
    public JsonArray Messages(IReadOnlyList<WorkspaceChange> changes) => new(
    [
        .. changes
            .Where(change => change is { Channel: not null, Ts: not null, By: Cast.BotUser or Cast.Slackbot })
            .DistinctBy(change => (change.Channel, change.Ts))
            .Select(change => workspace.FindMessage(change.Channel!, change.Ts!) is { } message
                ? WorkspaceJson.Write(message)
                : (JsonNode)new JsonObject { ["channel"] = change.Channel, ["ts"] = change.Ts, ["deleted"] = true }),
    ]);

    private static JsonNode? Write(BotReply? reply) => reply is null
        ? null
        : new JsonObject { ["status"] = reply.Status, ["body"] = Json.TryParse(reply.Body) ?? reply.Body, ["problem"] = reply.Problem };
}
