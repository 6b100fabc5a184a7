using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;

namespace AoBot.Slack.Api;

/// <summary>
/// Answers a command or interaction by its <c>response_url</c>: five uses within 30 minutes, no token, no scope.
/// See https://docs.slack.dev/interactivity/handling-user-interaction#message_responses.
/// </summary>
/// <remarks>
/// The address arrives in a request, so it is called only when it is https at exactly <c>hooks.slack.com</c>, port 443,
/// or at the origin of <see cref="SlackApiOptions.ApiUrl"/> (a stand-in for Slack). It is a secret: it is never logged.
/// </remarks>
public sealed partial class ResponseUrlClient
{
    private const string Ok = "ok";
    private const string Unreadable = "";

    private readonly SlackTransport _transport;
    private readonly SlackApiOptions _options;
    private readonly ILogger<ResponseUrlClient> _logger;

    internal ResponseUrlClient(SlackTransport transport, SlackApiOptions options, ILogger<ResponseUrlClient> logger)
    {
        _transport = transport;
        _options = options;
        _logger = logger;
    }

    /// <summary>
    /// Sends one answer, once: of what may have arrived nothing is repeated, and a person who waits is better told by
    /// another way than late.
    /// </summary>
    /// <param name="responseUrl">As it came in the request.</param>
    /// <param name="message">What to say, to whom, in whose place.</param>
    /// <param name="ct">Before the request is under way: <see cref="OperationCanceledException"/>; after:
    /// <see cref="SlackOutcome{T}.Unknown"/> <c>cancelled</c>.</param>
    /// <returns>Errors: <see cref="ResponseUrlNotAllowed"/> (not called), <see cref="ResponseUrlExpired"/> (30 minutes or
    /// five uses are over), <see cref="RateLimited"/>, <see cref="InvalidBlocks"/>, <see cref="InvalidArguments"/>,
    /// <see cref="Unreachable"/>, <see cref="OtherError"/>.</returns>
    public async Task<SlackOutcome<ResponseUrlAccepted>> Send(Uri responseUrl, ResponseUrlMessage message, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(responseUrl);
        ArgumentNullException.ThrowIfNull(message);
        if (!IsAllowed(responseUrl))
        {
            return Logged(new SlackOutcome<ResponseUrlAccepted>.Refused(new ResponseUrlNotAllowed()), 0);
        }

        using var content = SlackContent.Json(Request(message), SlackApiJson.Default.ResponseUrlRequest);
        var started = _options.Time.GetTimestamp();
        SlackOutcome<ResponseUrlAccepted> outcome = await _transport.Send(responseUrl, content, authorization: null, ct) switch
        {
            Attempt.NotSent nothing => new SlackOutcome<ResponseUrlAccepted>.Refused(new Unreachable(nothing.Reason)),
            Attempt.Lost lost => new SlackOutcome<ResponseUrlAccepted>.Unknown(lost.Reason),
            Attempt.Answered answer => Read(answer),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return Logged(outcome, (long)_options.Time.GetElapsedTime(started).TotalMilliseconds);
    }

    private bool IsAllowed(Uri url) =>
        url.IsAbsoluteUri
        && url.UserInfo.Length == 0
        && (url is { Scheme: "https", IdnHost: "hooks.slack.com", Port: 443 }
            || (url.Scheme == _options.ApiUrl.Scheme && url.IdnHost == _options.ApiUrl.IdnHost && url.Port == _options.ApiUrl.Port));

    private static ResponseUrlRequest Request(ResponseUrlMessage message) => new(
        message.ResponseType == ResponseType.InChannel ? "in_channel" : "ephemeral",
        message.Body?.EscapedText,
        message.Body?.Blocks,
        message.ReplaceOriginal,
        message.DeleteOriginal ? true : null,
        message.ThreadTs);

    private SlackOutcome<ResponseUrlAccepted> Read(Attempt.Answered answer)
    {
        var status = (int)answer.Status;
        var said = Word(answer.Body);
        if (answer.Status == HttpStatusCode.TooManyRequests || SlackErrorCodes.IsRateLimit(said))
        {
            return Refused(new RateLimited(_transport.RetryAfter(answer.Headers)));
        }

        return status switch
        {
            >= 500 or 408 => Unclear($"http_{status}"),
            404 or 410 => Refused(new ResponseUrlExpired(said is Ok or Unreadable ? $"http_{status}" : said)),
            _ when SlackErrorCodes.IsUncertain(said) => Unclear(said),
            _ when said is not (Ok or Unreadable) => Refused(SlackErrorCodes.Read(said, needed: null, provided: null, messages: [])),
            >= 300 => Refused(new OtherError($"http_{status}")),
            _ when said is Ok => new SlackOutcome<ResponseUrlAccepted>.Sent(new ResponseUrlAccepted()),
            _ => Unclear("unreadable_answer"),
        };
    }

    private static SlackOutcome<ResponseUrlAccepted> Refused(SlackError error) => new SlackOutcome<ResponseUrlAccepted>.Refused(error);

    private static SlackOutcome<ResponseUrlAccepted> Unclear(string reason) => new SlackOutcome<ResponseUrlAccepted>.Unknown(reason);

    /// <summary>What the hooks host said: it answers nothing, <c>ok</c>, JSON, or a bare error code such as
    /// <c>expired_url</c>; anything else (a page) is unreadable.</summary>
    private static string Word(byte[] body)
    {
        const int longestCode = 64;
        var text = Encoding.UTF8.GetString(body).Trim();
        if (text.StartsWith('{'))
        {
            return SlackAnswers.Parse(body, SlackApiJson.Default.SlackEnvelope) switch
            {
                { Ok: true } => Ok,
                { Error.Length: > 0 } refusal => refusal.Error,
                _ => Unreadable,
            };
        }

        var isCode = text.Length <= longestCode && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
        return (isCode, text.Length) switch
        {
            (true, 0) => Ok,
            (true, _) => text,
            _ => Unreadable,
        };
    }

    private SlackOutcome<ResponseUrlAccepted> Logged(SlackOutcome<ResponseUrlAccepted> outcome, long milliseconds)
    {
        switch (outcome)
        {
            case SlackOutcome<ResponseUrlAccepted>.Refused refused:
                LogFailure("refused", refused.Error.Code, milliseconds);
                break;
            case SlackOutcome<ResponseUrlAccepted>.Unknown unknown:
                LogFailure("unknown", unknown.Reason, milliseconds);
                break;
            default:
                LogSent(milliseconds);
                break;
        }

        return outcome;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack response_url: sent in {Milliseconds} ms")]
    private partial void LogSent(long milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack response_url: {Outcome} ({Code}) in {Milliseconds} ms")]
    private partial void LogFailure(string outcome, string code, long milliseconds);
}
