using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace AoBot.Playground.Traffic;

/// <summary>What a response_url belongs to.</summary>
/// <param name="User">Who acted.</param>
/// <param name="Channel">Where.</param>
/// <param name="MessageTs">The message that was acted on; none for a command.</param>
/// <param name="ThreadTs">The thread it stands in.</param>
public sealed record ResponseUrlContext(string User, string Channel, string? MessageTs = null, string? ThreadTs = null);

/// <summary>
/// Five uses within thirty minutes of real time each.
/// https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
/// </summary>
public sealed class ResponseUrls(PlaygroundOptions options, [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime)
{
    public const string Path = "hooks/";
    public const int Uses = 5;
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, Issued> _issued = new(StringComparer.Ordinal);

    public Uri Issue(ResponseUrlContext context)
    {
        var now = realTime.GetUtcNow();
        foreach (var (old, _) in _issued.Where(issued => issued.Value.At < now - (2 * Life)))
        {
            _issued.TryRemove(old, out _);
        }

        var token = RandomNumberGenerator.GetHexString(24);
        _issued[token] = new Issued(context, now);
        return new Uri(options.SlackUrl, Path + token);
    }

    /// <summary>What it belongs to, or Slack's name of what is wrong with it.</summary>
    public (ResponseUrlContext? Context, string? Error) Use(string token)
    {
        if (!_issued.TryGetValue(token, out var issued))
        {
            return (null, "invalid_url");
        }

        if (realTime.GetUtcNow() - issued.At > Life)
        {
            return (null, "expired_url");
        }

        return issued.Count() > Uses ? (null, "used_url") : (issued.Context, null);
    }

    private sealed class Issued(ResponseUrlContext context, DateTimeOffset at)
    {
        private int _uses;

        public ResponseUrlContext Context => context;

        public DateTimeOffset At => at;

        public int Count() => Interlocked.Increment(ref _uses);
    }
}
