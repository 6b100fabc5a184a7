using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace AoBot.Playground.Traffic;

/// <summary>
/// One use within three seconds of real time each. https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses
/// </summary>
public sealed class TriggerIds([FromKeyedServices(ProgramClock.Real)] TimeProvider realTime)
{
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    // Long enough to tell a late use from a made-up id.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Issued> _issued = new(StringComparer.Ordinal);

    public string Issue(string user)
    {
        var now = realTime.GetUtcNow();
        foreach (var (old, _) in _issued.Where(issued => issued.Value.At < now - Remembered))
        {
            _issued.TryRemove(old, out _);
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"{RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue)}.{RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue)}.{RandomNumberGenerator.GetHexString(32, lowercase: true)}");
        _issued[id] = new Issued(user, now);
        return id;
    }

    /// <summary>Whose it was, or Slack's name of what is wrong with it.</summary>
    public (string? User, string? Error) Exchange(string id)
    {
        if (!_issued.TryGetValue(id, out var issued))
        {
            return (null, "invalid_trigger_id");
        }

        if (realTime.GetUtcNow() - issued.At > Life)
        {
            return (null, "expired_trigger_id");
        }

        return issued.TryTake() ? (issued.User, null) : (null, "exchanged_trigger_id");
    }

    private sealed class Issued(string user, DateTimeOffset at)
    {
        private int _taken;

        public string User => user;

        public DateTimeOffset At => at;

        public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;
    }
}
