using System.Globalization;
using System.Text;
using AoBot.Slack.Receiving;

namespace AoBot.Benchmarks;

/// <summary>
/// Slash commands as Slack sends them, whole HTTP requests in one piece of memory: each signed with the time of now and with a
/// <c>trigger_id</c> of its own. Made before the clock of a round runs; good for five minutes.
/// </summary>
internal sealed class SignedRequests
{
    public const string Secret = "0123456789abcdef0123456789abcdef";
    public const string UserId = "U2147483697";
    public const string ChannelId = "C2147483705";

    private static long s_trigger;
    private readonly byte[] _all;
    private readonly int _length;
    private readonly int _count;
    private int _next = -1;

    public SignedRequests(string words, int count, int port)
    {
        var first = Make(words, port);
        _length = first.Length;
        _count = count;
        _all = GC.AllocateUninitializedArray<byte>(_length * count);
        for (var i = 0; i < count; i++)
        {
            Make(words, port).CopyTo(_all, i * _length);
        }
    }

    /// <summary>The next one that was not sent yet; empty when all were.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        var index = Interlocked.Increment(ref _next);
        return index < _count ? _all.AsMemory(index * _length, _length) : default;
    }

    private static byte[] Make(string words, int port)
    {
        // As many digits each time, so that all requests are of one length.
        var trigger = Interlocked.Increment(ref s_trigger).ToString("D12", CultureInfo.InvariantCulture);
        var body = $"token=gIkuvaNzQIHg97ATvDxqgjtO&team_id=T0001&team_domain=example&channel_id={ChannelId}&channel_name=alpha-omega"
            + $"&user_id={UserId}&user_name=robin&command=%2Fao&text={Uri.EscapeDataString(words)}&api_app_id=A0123456789&is_enterprise_install=false"
            + $"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT0001%2F{trigger}%2Fabcdefghijklmnopqrstuvwx&trigger_id={trigger}.2147483647.0123456789abcdef0123456789abcdef";
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var bytes = Encoding.ASCII.GetBytes(body);
        var head = $"POST /slack/command HTTP/1.1\r\nHost: 127.0.0.1:{port.ToString("D5", CultureInfo.InvariantCulture)}\r\nUser-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\n"
            + "Accept: application/json,*/*\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + $"{SlackSignature.TimestampHeader}: {timestamp.ToString(CultureInfo.InvariantCulture)}\r\n{SlackSignature.SignatureHeader}: {SlackSignature.Sign(Secret, timestamp, bytes)}\r\n"
            + $"Content-Length: {bytes.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. bytes];
    }
}
