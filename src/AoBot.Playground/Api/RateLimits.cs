using System.Collections.Concurrent;

namespace AoBot.Playground.Api;

/// <summary>
/// Slack's limits: each method as its tier says; messages one per second and channel with a small burst,
/// and 300 a minute altogether. By the program's clock, which runs as the real one does: a night that is played is a night. https://docs.slack.dev/apis/web-api/rate-limits
/// </summary>
public sealed class RateLimits(TimeProvider time)
{
    /// <summary>Messages to one channel that are taken at once before the pace of one a second holds.</summary>
    public const int Burst = 3;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PerMessage = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _freeAgain = new(StringComparer.Ordinal);

    /// <summary>How long to leave the method alone; none where the call may be made. A call that may not be made does not count.</summary>
    /// <param name="method">Which.</param>
    /// <param name="channel">For messages: where to.</param>
    public TimeSpan? Enter(ApiMethod method, string? channel)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (!_calls.TryGetValue(method.Name, out var calls))
            {
                _calls.Add(method.Name, calls = new());
            }

            while (calls.TryPeek(out var oldest) && oldest <= now - Minute)
            {
                calls.Dequeue();
            }

            if (calls.Count >= method.PerMinute)
            {
                return calls.Peek() + Minute - now;
            }

            if (channel is not null && Wait(channel, now) is { } wait)
            {
                return wait;
            }

            calls.Enqueue(now);
            return null;
        }
    }

    /// <summary>As if nothing had been called.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _calls.Clear();
            _freeAgain.Clear();
        }
    }

    /// <summary>Each message moves the channel's next free instant on by a second; it may lie at most a burst ahead.</summary>
    private TimeSpan? Wait(string channel, DateTimeOffset now)
    {
        var free = _freeAgain.TryGetValue(channel, out var known) && known > now ? known : now;
        var ahead = free - now;
        if (ahead > (Burst - 1) * PerMessage)
        {
            return ahead - ((Burst - 1) * PerMessage);
        }

        _freeAgain[channel] = free + PerMessage;
        return null;
    }
}
