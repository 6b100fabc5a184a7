using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Traffic;

/// <summary>
/// Sends events, and again at once, after one minute and after five where there was no good answer; real time, one event id.
/// https://docs.slack.dev/apis/events-api#retries
/// </summary>
public sealed class EventSender(PlaygroundOptions options, BotClient bot, [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime) : IAsyncDisposable
{
    private static readonly TimeSpan[] Waits = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Task> _retries = new(StringComparer.Ordinal);

    /// <summary>Whether the bot subscribes to it.</summary>
    public bool IsSubscribed(string type) => options.Events.Contains(type, StringComparer.Ordinal);

    /// <summary>Sends it, and returns the first answer; what follows goes on by itself.</summary>
    public async Task<BotReply> Send(JsonObject slackEvent, CancellationToken cancellationToken)
    {
        var id = "Ev0" + RandomNumberGenerator.GetHexString(10);
        var type = slackEvent.Text("type") ?? "";
        var envelope = new JsonObject
        {
            ["token"] = "none",
            ["team_id"] = Cast.TeamId,
            ["context_team_id"] = Cast.TeamId,
            ["context_enterprise_id"] = null,
            ["api_app_id"] = Cast.AppId,
            ["event"] = slackEvent.DeepClone(),
            ["type"] = "event_callback",
            ["event_id"] = id,
            ["event_time"] = realTime.GetUtcNow().ToUnixTimeSeconds(),
            ["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = null, ["team_id"] = Cast.TeamId, ["user_id"] = Cast.BotUser, ["is_bot"] = true, ["is_enterprise_install"] = false }),
            ["is_ext_shared_channel"] = false,
            ["event_context"] = "4-" + id,
        };
        var reply = await bot.SendJson("slack/event", envelope, type, retry: null, cancellationToken);
        if (!reply.IsGood && !reply.WantsNoRetry)
        {
            _retries[id] = Task.Run(() => Retry(id, envelope, type, reply.Problem!, _stop.Token), CancellationToken.None);
        }

        return reply;
    }

    /// <summary>A body that is no envelope, sent as it is: <c>url_verification</c>, <c>app_rate_limited</c>.</summary>
    public Task<BotReply> SendAsIs(JsonObject body, CancellationToken cancellationToken) =>
        bot.SendJson("slack/event", body, body.Text("type") ?? "", retry: null, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_retries.Values);
        _stop.Dispose();
    }

    private async Task Retry(string id, JsonObject envelope, string type, string reason, CancellationToken cancellationToken)
    {
        try
        {
            for (var number = 1; number <= Waits.Length; number++)
            {
                if (Waits[number - 1] > TimeSpan.Zero)
                {
                    await Task.Delay(Waits[number - 1], realTime, cancellationToken);
                }

                var reply = await bot.SendJson("slack/event", envelope, type, (number, reason), cancellationToken);
                if (reply.IsGood || reply.WantsNoRetry)
                {
                    return;
                }

                reason = reply.Problem!;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The Playground ends; Slack would go on.
        }
        finally
        {
            _retries.TryRemove(id, out _);
        }
    }
}
