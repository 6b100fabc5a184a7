using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace AoBot.Simulation;

/// <summary>In Slack's place: it takes every message and every edit, and counts them. Nothing leaves the process.</summary>
public sealed class RecordingSlack : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, string> _messages = new(StringComparer.Ordinal);
    private int _posted;
    private int _edits;

    /// <summary>How many messages stand there, and how often one was changed.</summary>
    public int Heard => Volatile.Read(ref _posted) + Volatile.Read(ref _edits);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await JsonDocument.ParseAsync(await request.Content!.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        var json = request.RequestUri!.Segments[^1] switch
        {
            "chat.postMessage" => Post(Text("channel")),
            "chat.update" => Edit(Text("channel"), Text("ts")),
            var other => throw new InvalidOperationException($"{other} is not what a simulation asks of Slack."),
        };
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

        string Text(string name) => body.RootElement.GetProperty(name).GetString()!;
    }

    private string Post(string channel)
    {
        var ts = string.Create(CultureInfo.InvariantCulture, $"1.{Interlocked.Increment(ref _posted):000000}");
        _messages[ts] = channel;
        return Told(channel, ts);
    }

    private string Edit(string channel, string ts)
    {
        if (_messages.GetValueOrDefault(ts) != channel)
        {
            return """{"ok":false,"error":"message_not_found"}""";
        }

        Interlocked.Increment(ref _edits);
        return Told(channel, ts);
    }

    private static string Told(string channel, string ts) => $$"""{"ok":true,"channel":"{{JsonEncodedText.Encode(channel)}}","ts":"{{ts}}"}""";
}
