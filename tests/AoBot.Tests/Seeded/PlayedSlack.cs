using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AoBot.Tests.Host;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace AoBot.Tests.Seeded;

/// <summary>
/// Slack without a network: it keeps every message that it took, whatever it said to whoever sent it, and answers as badly as the seed wants: too many
/// requests, 500, hanging up, an answer that comes too late, a message that arrives long after the call was cut off.
/// </summary>
/// <param name="random">What goes wrong.</param>
/// <param name="seen">Counts what happened.</param>
/// <param name="hasHistory">Whether AoBot may read the history.</param>
/// <param name="now">The program's clock.</param>
/// <param name="realNow">The real one, by which requests live and messages are numbered.</param>
internal sealed class PlayedSlack(Random random, Happenings seen, bool hasHistory, Func<Instant> now, Func<Instant> realNow)
{
    private const double TroublePerCall = 0.25;

    private readonly List<PlayedMessage> _messages = [];
    private readonly List<(Instant At, PlayedMessage Message)> _onTheWay = [];
    private int _numbered;
    private bool _isKeptWaiting;

    /// <summary>Everything that arrived, in its order.</summary>
    public IReadOnlyList<PlayedMessage> Messages => _messages;

    /// <summary>What people are, as <c>users.info</c> tells it.</summary>
    public Dictionary<string, string> People { get; } = new(StringComparer.Ordinal);

    /// <summary>Whose account is no longer active.</summary>
    public HashSet<string> Gone { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether anything goes wrong.</summary>
    public bool IsTroubled { get; set; }

    /// <summary>What was said in answer to a press, the last time.</summary>
    public string LastReply { get; private set; } = "";

    /// <summary>The window that was opened last.</summary>
    public SlackCall? LastWindow { get; private set; }

    /// <summary>Is told of each message that AoBot says.</summary>
    public Action<PlayedMessage>? Heard { get; set; }

    /// <summary>Is told of each message that arrived.</summary>
    public Action<PlayedMessage>? Arrived { get; set; }

    /// <summary>Is asked before a message is taken, and after it: whether the bot is killed at this moment.</summary>
    public Func<BotLife, bool, bool>? IsMomentToDie { get; set; }

    /// <summary>The way of one run of the bot to Slack.</summary>
    public HttpMessageHandler For(BotLife life) => new Way(this, life);

    /// <summary>What was cut off and still on its way arrives.</summary>
    public void TimePasses()
    {
        foreach (var late in _onTheWay.Where(l => l.At <= realNow()).ToList())
        {
            _onTheWay.Remove(late);
            Take(late.Message);
        }
    }

    private async Task<HttpResponseMessage> Answer(BotLife life, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (life.IsOver)
        {
            return await Never(life, CancellationToken.None).ConfigureAwait(false);
        }

        TimePasses();
        var address = request.RequestUri!;
        var isTroubled = IsTroubled && SynchronizationContext.Current == life.Turns;
        if (address.AbsolutePath.Contains("/response/", StringComparison.Ordinal))
        {
            LastReply = JsonNode.Parse(await request.Content!.ReadAsStringAsync(CancellationToken.None))!["text"]!.GetValue<string>();
            return Json("ok");
        }

        var method = address.Segments[^1];
        if (method == "chat.postMessage" && isTroubled && Meets(TroublePerCall / 8))
        {
            seen.Add(Happening.Unreachable);
            throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        }

        var call = Read(method, address.AbsolutePath, await request.Content!.ReadAsStringAsync(CancellationToken.None), request.Content.Headers.ContentType);
        return method switch
        {
            "chat.postMessage" => await Post(life, call, isTroubled, cancellationToken).ConfigureAwait(false),
            "chat.update" => Edit(call, isTroubled),
            "conversations.history" => hasHistory ? (isTroubled && Meets(TroublePerCall) ? Refuse(Happening.HistoryRefused) : Json(History(call))) : Json("""{"ok":false,"error":"missing_scope","needed":"im:history","provided":"chat:write"}"""),
            "conversations.open" => Json($$"""{"ok":true,"channel":{"id":"{{Direct(call["users"])}}"} }"""),
            "users.info" => Json($$"""{"ok":true,"user":{{People.GetValueOrDefault(call["user"], RecordedSlack.PersonJson(call["user"]))}} }"""),
            "auth.test" => Json($$"""{"ok":true,"team":"Home","team_id":"{{Slack.Tests.SlackRequest.TeamId}}","user":"aobot","user_id":"{{RecordedSlack.BotUserId}}","bot_id":"B0000BOT1"}"""),
            "views.open" => Open(call),
            _ => Json("""{"ok":false,"error":"unknown_method"}"""),
        };
    }

    private async Task<HttpResponseMessage> Post(BotLife life, SlackCall call, bool isTroubled, CancellationToken cancellationToken)
    {
        if (IsMomentToDie?.Invoke(life, false) == true)
        {
            return await Never(life, CancellationToken.None).ConfigureAwait(false);
        }

        if (Gone.Contains(call["channel"]))
        {
            return Json("""{"ok":false,"error":"user_disabled"}""");
        }

        var message = new PlayedMessage(Direct(call["channel"]), call["channel"], Token(call), now(), realNow(), call.Body);
        Heard?.Invoke(message);
        var trouble = isTroubled && Meets(TroublePerCall) ? random.Next(9) : -1;
        switch (trouble)
        {
            case 0 or 1:
                return Refuse(Happening.TooMany);
            case 2:
                seen.Add(Happening.FailedUndone);
                return new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent("") };
            case 3:
                seen.Add(Happening.DroppedUndone);
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "hung up");
            case 4:
                // Cut off here, and carried out there when nobody waits for it any more; but before the settling time has passed.
                seen.Add(Happening.LateAccepted);
                _onTheWay.Add((realNow() + Duration.FromSeconds(random.Next(5, 80)), message));
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "hung up");
        }

        var ts = Take(message);
        if (IsMomentToDie?.Invoke(life, true) == true)
        {
            return await Never(life, CancellationToken.None).ConfigureAwait(false);
        }

        switch (trouble)
        {
            case 5:
                seen.Add(Happening.FailedDone);
                return new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent("") };
            case 6:
                seen.Add(Happening.DroppedDone);
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "hung up");
            case 7:
                seen.Add(Happening.SaysUncertain);
                return Json("""{"ok":false,"error":"internal_error"}""");
            case 8 when !_isKeptWaiting:
                seen.Add(Happening.LateAnswered);
                _isKeptWaiting = true;
                return await Never(life, cancellationToken).ConfigureAwait(false);
            default:
                return Json($$"""{"ok":true,"channel":"{{message.Channel}}","ts":"{{ts}}"}""");
        }
    }

    private HttpResponseMessage Edit(SlackCall call, bool isTroubled)
    {
        switch (isTroubled && Meets(TroublePerCall) ? random.Next(3) : -1)
        {
            case 0:
                return Refuse(Happening.TooMany);
            case 1:
                seen.Add(Happening.FailedUndone);
                return new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent("") };
        }

        if (_messages.Find(m => m.Channel == call["channel"] && m.Ts == call["ts"]) is not { } message)
        {
            return Json("""{"ok":false,"error":"message_not_found"}""");
        }

        message.Body = call.Body;
        seen.Add(Happening.Edit);
        return Json($$"""{"ok":true,"channel":"{{message.Channel}}","ts":"{{message.Ts}}"}""");
    }

    private HttpResponseMessage Open(SlackCall call)
    {
        LastWindow = call;
        return Json("""{"ok":true,"view":{"id":"V1","hash":"1.a"}}""");
    }

    private string Take(PlayedMessage message)
    {
        message.Ts = string.Create(CultureInfo.InvariantCulture, $"{realNow().ToUnixTimeSeconds()}.{++_numbered:000000}");
        _messages.Add(message);
        Arrived?.Invoke(message);
        return message.Ts;
    }

    private string History(SlackCall call)
    {
        var oldest = decimal.Parse(call["oldest"] is { Length: > 0 } given ? given : "0", CultureInfo.InvariantCulture);
        var shown = _messages.Where(m => m.Channel == call["channel"] && decimal.Parse(m.Ts, CultureInfo.InvariantCulture) >= oldest);
        return $$"""{"ok":true,"messages":[{{string.Join(',', shown.Reverse().Select(m => $$$"""{"ts":"{{{m.Ts}}}","metadata":{"event_type":"aobot_notice","event_payload":{"id":"{{{m.Token}}}"} } }"""))}}],"has_more":false}""";
    }

    private HttpResponseMessage Refuse(Happening why)
    {
        seen.Add(why);
        var answer = Json("""{"ok":false,"error":"ratelimited"}""");
        answer.StatusCode = HttpStatusCode.TooManyRequests;
        answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(random.Next(1, 25)));
        return answer;
    }

    private bool Meets(double chance) => random.NextDouble() < chance;

    /// <summary>No answer; who waits for one gives up by the clock, on another thread.</summary>
    private Task<HttpResponseMessage> Never(BotLife life, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        cancellationToken.Register(() =>
        {
            _isKeptWaiting = false;
            life.Turns.GoesElsewhere();
            answer.TrySetCanceled(cancellationToken);
        });
        return answer.Task;
    }

    private static string Direct(string recipient) => recipient[0] == 'U' ? $"D{recipient[1..]}" : recipient;

    private static string Token(SlackCall call) => call.Json.TryGetProperty("metadata", out var metadata) ? metadata.GetProperty("event_payload").GetProperty("id").GetString()! : "";

    private static SlackCall Read(string method, string path, string content, MediaTypeHeaderValue? type) => new(
        method,
        path,
        "",
        type?.MediaType == "application/json" ? content : JsonSerializer.Serialize(QueryHelpers.ParseQuery(content).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal)));

    private static HttpResponseMessage Json(string json) => new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private sealed class Way(PlayedSlack slack, BotLife life) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => slack.Answer(life, request, cancellationToken);
    }
}

/// <summary>A message that stands in Slack.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Recipient">Whom it was sent to.</param>
/// <param name="Token">The notice's opaque id.</param>
/// <param name="At">When it was sent, by the program's clock.</param>
/// <param name="RealAt">The same, by the real one.</param>
/// <param name="First">What it said when it came, as it was sent.</param>
internal sealed record PlayedMessage(string Channel, string Recipient, string Token, Instant At, Instant RealAt, string First)
{
    public string Ts { get; set; } = "";

    /// <summary>What it says now.</summary>
    public string Body { get; set; } = First;
}
