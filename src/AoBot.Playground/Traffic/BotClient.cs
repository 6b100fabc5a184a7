using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AoBot.Playground.Workspace;
using AoBot.Slack.Receiving;

namespace AoBot.Playground.Traffic;

/// <summary>What became of a request to the bot.</summary>
/// <param name="Status">None where there was no answer.</param>
/// <param name="Body">As it came.</param>
/// <param name="Problem">Slack's word for it where there was no good answer: <c>http_timeout</c>, <c>http_error</c>, <c>connection_failed</c>.</param>
public sealed record BotReply(int? Status, string Body, string? Problem)
{
    public bool IsGood => Problem is null;

    /// <summary>The bot asks not to be sent the event again.</summary>
    public bool WantsNoRetry { get; init; }
}

/// <summary>Sends signed requests to the bot, as Slack does, and waits three seconds of real time. https://docs.slack.dev/authentication/verifying-requests-from-slack</summary>
public sealed class BotClient : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly HttpClient _http;
    private readonly PlaygroundOptions _options;
    private readonly RequestLog _log;
    private readonly TimeProvider _realTime;
    private readonly TimeProvider _programTime;

    public BotClient(PlaygroundOptions options, RequestLog log, [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime, TimeProvider programTime)
    {
        (_options, _log, _realTime, _programTime) = (options, log, realTime, programTime);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public void Dispose() => _http.Dispose();

    /// <summary>A form, as commands are sent.</summary>
    public Task<BotReply> SendForm(string path, IEnumerable<KeyValuePair<string, string>> fields, string subject, CancellationToken cancellationToken)
    {
        var body = string.Join('&', fields.Select(field => $"{Encode(field.Key)}={Encode(field.Value)}"));
        var shown = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value)));
        return Send(path, body, "application/x-www-form-urlencoded", shown, subject, retry: null, cancellationToken);
    }

    /// <summary>A form with one field <c>payload</c>, as interactions are sent.</summary>
    public Task<BotReply> SendPayload(string path, JsonObject payload, string subject, CancellationToken cancellationToken) =>
        Send(path, "payload=" + Encode(Json.Write(payload)), "application/x-www-form-urlencoded", payload, subject, retry: null, cancellationToken);

    /// <summary>JSON, as events are sent.</summary>
    /// <param name="path">Where.</param>
    /// <param name="envelope">What.</param>
    /// <param name="subject">For the log.</param>
    /// <param name="retry">How often it was sent before, and why it is sent again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<BotReply> SendJson(string path, JsonObject envelope, string subject, (int Number, string Reason)? retry, CancellationToken cancellationToken) =>
        Send(path, Json.Write(envelope), "application/json", envelope, subject, retry, cancellationToken);

    private static string Encode(string text) => System.Net.WebUtility.UrlEncode(text);

    private async Task<BotReply> Send(string path, string body, string contentType, JsonObject shown, string subject, (int Number, string Reason)? retry, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var timestamp = _realTime.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_options.BotUrl, path)) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.TryAddWithoutValidation("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        request.Headers.Add(SlackSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(SlackSignature.SignatureHeader, SlackSignature.Sign(_options.SigningSecret, timestamp, bytes));
        if (retry is { } again)
        {
            request.Headers.Add("X-Slack-Retry-Num", again.Number.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("X-Slack-Retry-Reason", again.Reason);
        }

        var at = _programTime.GetUtcNow();
        var started = Stopwatch.GetTimestamp();
        var reply = await Receive(request, cancellationToken);
        _log.Add(new LoggedRequest
        {
            Direction = RequestDirection.ToBot,
            At = at,
            Method = "POST",
            Path = "/" + path,
            Subject = subject,
            Request = Json.Pretty(shown),
            Status = reply.Status,
            Response = Json.TryParse(reply.Body) is { } json ? Json.Pretty(json) : reply.Body,
            Duration = Stopwatch.GetElapsedTime(started),
            IsSignatureGood = reply.Status is null ? null : reply.Status is not (400 or 401 or 403),
            Retry = retry?.Number,
            Note = reply.Problem,
        });
        return reply;
    }

    private async Task<BotReply> Receive(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _realTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            var body = await response.Content.ReadAsStringAsync(either.Token);
            return new BotReply((int)response.StatusCode, body, response.IsSuccessStatusCode ? null : "http_error")
            {
                WantsNoRetry = response.Headers.TryGetValues("X-Slack-No-Retry", out var values) && values.Contains("1"),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new BotReply(null, "", "http_timeout");
        }
        catch (HttpRequestException)
        {
            // What it was stands in the log as the note; Slack tells the bot's people no more either.
            return new BotReply(null, "", "connection_failed");
        }
    }
}
