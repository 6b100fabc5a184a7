using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AoBot.Slack.Api;

/// <summary>
/// The body of one attempt. It knows whether anyone began to write it to a connection: until then Slack cannot have
/// acted on the call, whatever went wrong; from then on it may have.
/// </summary>
internal sealed class SlackContent : HttpContent
{
    private readonly byte[] _bytes;
    private volatile bool _begun;

    private SlackContent(byte[] bytes, string mediaType, string? charset)
    {
        _bytes = bytes;
        Headers.ContentType = new MediaTypeHeaderValue(mediaType, charset);
    }

    /// <summary>Whether the request may have reached the other side.</summary>
    public bool Begun => _begun;

    /// <summary>For methods that write, and for response URLs.</summary>
    public static SlackContent Json<T>(T value, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json", "utf-8");

    /// <summary>For methods that read: Slack does not look into a JSON body there and answers as if no argument had been given
    /// (https://docs.slack.dev/apis/web-api: "most write methods" take JSON).</summary>
    public static SlackContent Form<T>(T value, JsonTypeInfo<T> type)
    {
        var fields = JsonSerializer.SerializeToElement(value, type).EnumerateObject()
            .Select(field => WebUtility.UrlEncode(field.Name) + "=" + WebUtility.UrlEncode(field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : field.Value.GetRawText()));
        return new(Encoding.UTF8.GetBytes(string.Join('&', fields)), "application/x-www-form-urlencoded", charset: null);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _begun = true;
        await stream.WriteAsync(_bytes, cancellationToken);
    }
}
