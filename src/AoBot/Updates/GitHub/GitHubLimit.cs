using System.Globalization;
using System.Net.Http.Headers;
using NodaTime;

namespace AoBot.Updates.GitHub;

/// <param name="Limit">Requests in an hour.</param>
/// <param name="Remaining">Of them, left.</param>
/// <param name="Reset">When they are all there again.</param>
public sealed record GitHubLimit(int Limit, int Remaining, Instant Reset)
{
    /// <summary>What GitHub allows in an hour to who has no token.</summary>
    public const int WithoutToken = 60;

    internal static GitHubLimit? Read(HttpResponseHeaders headers)
    {
        long? Number(string name) => headers.TryGetValues(name, out var values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return Number("x-ratelimit-limit") is { } limit and <= int.MaxValue && Number("x-ratelimit-remaining") is { } remaining and <= int.MaxValue && Number("x-ratelimit-reset") is { } reset and <= 253_402_300_799
            ? new GitHubLimit((int)limit, (int)remaining, Instant.FromUnixTimeSeconds(reset))
            : null;
    }
}
