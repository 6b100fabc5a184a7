using System.Globalization;

namespace AoBot.Playground.Workspace;

/// <summary>
/// Slack's <c>ts</c>: seconds and microseconds by the real clock, each later than the one before. Real, because the bot
/// reckons the age of a message (and of its response_url) by it; what people read is the message's program time.
/// </summary>
/// <param name="realTime">The real clock.</param>
public sealed class Timestamps(TimeProvider realTime)
{
    private readonly Lock _lock = new();
    private long _last;

    public string Next()
    {
        lock (_lock)
        {
            var now = (realTime.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
            _last = Math.Max(now, _last + 1);
            return Write(_last);
        }
    }

    /// <summary>Every later one is later than this, also where the real clock was set back.</summary>
    public void StayAfter(string ts)
    {
        if (long.TryParse(ts.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var microseconds))
        {
            lock (_lock)
            {
                _last = Math.Max(_last, microseconds);
            }
        }
    }

    private static string Write(long microseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000_000:0000000000}.{microseconds % 1_000_000:000000}");
}
