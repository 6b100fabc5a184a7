using System.Collections.Concurrent;

namespace AoBot.Slack.Api;

/// <summary>
/// Decides when a call may leave: by its method's allowance and pauses and, for messages, by its channel's pace.
/// See https://docs.slack.dev/apis/web-api/rate-limits.
/// </summary>
internal sealed class Pacer(SlackApiOptions options)
{
    private readonly ConcurrentDictionary<string, MethodLane> _methods = new(StringComparer.Ordinal);
    private readonly ChannelLanes _channels = new(options.MessagesPerSecondBurst, options.Time);

    /// <summary>How many channels are remembered now.</summary>
    public int Channels => _channels.Count;

    /// <summary>Gets in line. What is returned is held for the whole call, retries included.</summary>
    public async Task<PacedCall> Enter(SlackMethod method, string? channel, CancellationToken ct)
    {
        var lane = _methods.GetOrAdd(method.Name, _ => new MethodLane(PerMinute(method.Tier), options.Time));
        return new PacedCall(lane, channel is null ? null : await _channels.Enter(channel, ct));
    }

    private int PerMinute(SlackTier tier) => tier switch
    {
        SlackTier.Tier2 => 20,
        SlackTier.Tier3 => 50,
        SlackTier.Tier4 => 100,
        _ => options.MessagesPerMinute,
    };
}

/// <summary>One call's place in the lines it stands in.</summary>
internal sealed class PacedCall(MethodLane method, IChannelTurn? channel) : IDisposable
{
    /// <summary>Returns when an attempt may leave. The channel is waited for first, so that nobody waits for a channel while holding up a
    /// method.</summary>
    public async Task Start(CancellationToken ct)
    {
        if (channel is not null)
        {
            await channel.Pace(ct);
        }

        await method.Pass(ct);
        channel?.Start();
    }

    /// <summary>Slack asked to leave the method alone for so long.</summary>
    public void Pause(TimeSpan retryAfter) => method.Pause(retryAfter);

    public void Dispose() => channel?.Dispose();
}
