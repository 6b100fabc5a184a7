using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AoBot.Slack.Receiving;

/// <summary>
/// What every request passes before anything of it is read as words: size, freshness, signature, content type, in this order.
/// </summary>
internal sealed partial class SlackDoor(IOptions<SlackReceivingOptions> options, ILogger<SlackDoor> logger)
{
    public const string Form = "application/x-www-form-urlencoded";
    public const string Json = "application/json";

    private const int MaxTimestampDigits = 12;

    private readonly SlackReceivingOptions _options = options.Value;
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.Value.SigningSecret);

    /// <summary>Reads and verifies. Null when the request has been answered already. Who gets a body disposes it.</summary>
    public async ValueTask<RequestBody?> Open(HttpContext context, string contentType)
    {
        var body = new RequestBody();
        try
        {
            var refusal = await Read(context, body);
            refusal ??= Verify(context.Request, body);
            if (refusal is null && IsContentType(context.Request.ContentType, contentType))
            {
                return body;
            }

            if (refusal == Refusal.Unsigned && IsCertificateCheck(context.Request, body))
            {
                body.Dispose();
                return null;
            }

            body.Dispose();
            await Refuse(context, refusal ?? (contentType == Json ? Refusal.NotJson : Refusal.NotAForm));
            return null;
        }
        catch (BadHttpRequestException broken)
        {
            body.Dispose();
            await Refuse(context, new(broken.StatusCode, "The request ended early or is no well-formed HTTP."));
            return null;
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            body.Dispose();
            LogHungUp(logger, context.Request.Path);
            return null;
        }
    }

    /// <summary>Is it meant for this app and workspace? What a request does not say is not held against it: the signature is the app's own.</summary>
    public Refusal? Admits(string? appId, string? receivingTeamId)
    {
        if (IsOther(_options.AppId, appId))
        {
            return Refusal.OtherApp;
        }

        return IsOther(_options.TeamId, receivingTeamId) ? Refusal.OtherTeam : null;
    }

    /// <summary>The same for an event, which may name several workspaces.</summary>
    public Refusal? Admits(EventCallback envelope)
    {
        if (IsOther(_options.AppId, envelope.ApiAppId))
        {
            return Refusal.OtherApp;
        }

        return string.IsNullOrEmpty(_options.TeamId) || envelope.IsFor(_options.TeamId) ? null : Refusal.OtherTeam;
    }

    public async Task Refuse(HttpContext context, Refusal refusal)
    {
        LogRefused(logger, context.Request.Path, refusal.Status, refusal.Words);
        if (refusal == Refusal.TooLarge)
        {
            // The rest of the body is not worth reading.
            context.Response.Headers.Connection = "close";
        }

        await Answers.Words(context, refusal.Status, refusal.Words);
    }

    private static bool IsOther(string? expected, string? named) =>
        !string.IsNullOrEmpty(expected) && !string.IsNullOrEmpty(named) && !string.Equals(expected, named, StringComparison.Ordinal);

    private static async ValueTask<Refusal?> Read(HttpContext context, RequestBody body) =>
        context.Request.ContentLength > RequestBody.MaxBytes || !await body.ReadFrom(context.Request.BodyReader, context.RequestAborted)
            ? Refusal.TooLarge
            : null;

    private Refusal? Verify(HttpRequest request, RequestBody body)
    {
        if (Single(request.Headers[SlackSignature.SignatureHeader]) is not { } signature
            || Single(request.Headers[SlackSignature.TimestampHeader]) is not { } timestamp)
        {
            return Refusal.Unsigned;
        }

        if (timestamp.Length is 0 or > MaxTimestampDigits
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return Refusal.Unsigned;
        }

        // In milliseconds, so that 300.5 seconds are more than 300 in both directions.
        var age = _options.Time.GetUtcNow().ToUnixTimeMilliseconds() - (seconds * 1000);
        if (Math.Abs(age) > SlackSignature.MaxAgeSeconds * 1000L)
        {
            LogStale(logger, request.Path, age / 1000);
            return Refusal.Stale;
        }

        return SlackSignature.Matches(_secret, body.SignedWith(timestamp), signature) ? null : Refusal.BadSignature;
    }

    private static string? Single(StringValues header) => header.Count == 1 ? header[0] : null;

    /// <summary>
    /// Slack checks certificates with an unsigned <c>ssl_check=1</c>. It is answered with an empty 200 and reaches nothing, and only when
    /// there is nothing else in it that could be meant for a handler.
    /// </summary>
    private static bool IsCertificateCheck(HttpRequest request, RequestBody body)
    {
        if (request.Headers.ContainsKey(SlackSignature.SignatureHeader) || !IsContentType(request.ContentType, Form))
        {
            return false;
        }

        var isCheck = false;
        var fields = new FormFields(body.Bytes);
        while (fields.MoveNext())
        {
            if (fields.Name.SequenceEqual("ssl_check"u8) && fields.Value.SequenceEqual("1"u8))
            {
                isCheck = true;
            }
            else if (!fields.Name.SequenceEqual("token"u8))
            {
                return false;
            }
        }

        return isCheck && !fields.IsMalformed;
    }

    private static bool IsContentType(string? given, string expected)
    {
        if (string.Equals(given, expected, StringComparison.Ordinal))
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(given, out var type)
            && type.MediaType.Equals(expected, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Refused a request to {Path} with {Status}: {Reason}")]
    private static partial void LogRefused(ILogger logger, string path, int status, string reason);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "A request to {Path} was signed {Seconds} seconds ago by this server's clock")]
    private static partial void LogStale(ILogger logger, string path, long seconds);

    [LoggerMessage(EventId = 3, Level = LogLevel.Debug, Message = "The caller of {Path} hung up while sending")]
    private static partial void LogHungUp(ILogger logger, string path);
}
