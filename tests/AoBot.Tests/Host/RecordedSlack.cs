using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using AoBot.Slack.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace AoBot.Tests.Host;

/// <summary>
/// Slack's side on a real loopback port: the Web API and the response_url. Every call is kept until the test takes it; one that no test
/// took is a call that nobody expected. Only people may be asked for at any time.
/// </summary>
public sealed class RecordedSlack : IAsyncDisposable
{
    public const string ResponseUrl = "response_url";
    public const string BotUserId = "U0000BOT1";
    public const string AllScopes = "commands,chat:write,users:read,app_mentions:read,channels:read";

    private readonly ConcurrentDictionary<string, Channel<SlackCall>> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<RequestDelegate>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RequestDelegate> _always = new(StringComparer.Ordinal);

    private readonly ManualTimeProvider _clock;
    private readonly WebApplication _app;
    private int _count;
    private int _posted;

    private RecordedSlack(WebApplication app, ManualTimeProvider clock) => (_app, _clock) = (app, clock);

    public Uri Origin => new(_app.Urls.Single());

    public Uri ApiUrl => new(Origin, "/api/");

    /// <summary>What <c>users.info</c> says of people; they are full members unless set.</summary>
    public ConcurrentDictionary<string, string> People { get; } = new(StringComparer.Ordinal);

    /// <summary>How many calls there were.</summary>
    public int Calls => Volatile.Read(ref _count);

    /// <summary>Calls that the test did not take; who staff are is asked at every start.</summary>
    public IReadOnlyList<SlackCall> Unexpected =>
        [.. _calls.Where(calls => calls.Key is not ("users.info" or "auth.test")).SelectMany(calls => Rest(calls.Value.Reader))];

    public static async Task<RecordedSlack> Start(ManualTimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var slack = new RecordedSlack(app, clock);
        app.Run(slack.Answer);
        await app.StartAsync();
        return slack;
    }

    public Uri NewResponseUrl() => new(Origin, $"/response/{Guid.NewGuid():N}");

    /// <summary>The next call of this method that no one took yet; waits for it.</summary>
    public async Task<SlackCall> Next(string method) => await Of(method).Reader.ReadAsync(Patience.Token);

    /// <summary>How many calls of this method are there to be taken.</summary>
    public int Waiting(string method) => Of(method).Reader.Count;

    /// <summary>The next call of the method is answered so; then it is as before.</summary>
    public void Answer(string method, RequestDelegate answer) => _answers.GetOrAdd(method, _ => new()).Enqueue(answer);

    /// <summary>Every call of the method is answered so, until told otherwise.</summary>
    public void AnswerAlways(string method, RequestDelegate? answer)
    {
        if (answer is null)
        {
            _always.TryRemove(method, out _);
        }
        else
        {
            _always[method] = answer;
        }
    }

    /// <param name="id">Who.</param>
    /// <param name="name">The name that people see.</param>
    /// <param name="more">Other members, for instance <c>,"is_restricted":true</c>.</param>
    public static string PersonJson(string id, string name = "Anna", string more = "") =>
        $$"""{"id":"{{id}}","team_id":"{{SlackRequest.TeamId}}","name":"anna","profile":{"display_name":{{JsonSerializer.Serialize(name)}} }{{more}} }""";

    public static RequestDelegate Error(string code) => Json($$"""{"ok":false,"error":"{{code}}"}""");

    public static RequestDelegate Status(HttpStatusCode status, string body = "", params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = (int)status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(body);
    };

    public static RequestDelegate RateLimited(int seconds) => Status(HttpStatusCode.TooManyRequests, """{"ok":false,"error":"ratelimited"}""", ("Retry-After", $"{seconds}"));

    /// <summary>Takes the request and hangs up without a word: it may have been done or not.</summary>
    public static RequestDelegate Drop { get; } = static context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    public static RequestDelegate Json(string json) => context =>
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json);
    };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static IEnumerable<SlackCall> Rest(ChannelReader<SlackCall> calls)
    {
        while (calls.TryRead(out var call))
        {
            yield return call;
        }
    }

    private Channel<SlackCall> Of(string method) => _calls.GetOrAdd(method, _ => Channel.CreateUnbounded<SlackCall>());

    private async Task Answer(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var content = await reader.ReadToEndAsync();
        var isApi = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal, out var rest);
        var method = isApi ? rest.Value!.TrimStart('/') : ResponseUrl;
        var body = context.Request.HasJsonContentType() ? content : JsonSerializer.Serialize(QueryHelpers.ParseQuery(content).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal));
        var call = new SlackCall(method, context.Request.Path, context.Request.Headers.Authorization.ToString(), body);
        Interlocked.Increment(ref _count);
        await Of(method).Writer.WriteAsync(call);
        context.Response.Headers.Date = _clock.GetUtcNow().ToString("r");
        if (_answers.TryGetValue(method, out var queue) && queue.TryDequeue(out var answer))
        {
            await answer(context);
        }
        else if (_always.TryGetValue(method, out var always))
        {
            await always(context);
        }
        else
        {
            await Usual(context, call);
        }
    }

    private string Person(string id) => People.GetValueOrDefault(id, PersonJson(id));

    private Task Usual(HttpContext context, SlackCall call)
    {
        if (call.Method == "auth.test")
        {
            context.Response.Headers["x-oauth-scopes"] = AllScopes;
        }

        return call.Method == ResponseUrl ? context.Response.WriteAsync("ok") : Json(call.Method switch
        {
            "auth.test" => $$"""{"ok":true,"team":"Home","team_id":"{{SlackRequest.TeamId}}","user":"aobot","user_id":"{{BotUserId}}","bot_id":"B0000BOT1"}""",
            "users.info" => $$"""{"ok":true,"user":{{Person(call["user"])}} }""",
            "conversations.info" => $$"""{"ok":true,"channel":{"id":"{{call["channel"]}}","name":"fund","is_member":true} }""",
            "chat.postMessage" => $$"""{"ok":true,"channel":"{{call["channel"]}}","ts":"1772442000.{{Interlocked.Increment(ref _posted):000000}}"}""",
            "chat.update" => $$"""{"ok":true,"channel":"{{call["channel"]}}","ts":"{{call["ts"]}}"}""",
            "conversations.history" or "conversations.replies" => """{"ok":true,"messages":[],"has_more":false}""",
            "chat.postEphemeral" => """{"ok":true,"message_ts":"1772442000.000100"}""",
            "views.publish" or "views.open" => """{"ok":true,"view":{"id":"V1","hash":"1.a"}}""",
            _ => """{"ok":false,"error":"unknown_method"}""",
        })(context);
    }
}

/// <summary>One call that AoBot made.</summary>
/// <param name="Method">Slack's name for it, or <see cref="RecordedSlack.ResponseUrl"/>.</param>
/// <param name="Path">Where it went.</param>
/// <param name="Authorization">With which token.</param>
/// <param name="Body">As JSON, whatever it came as.</param>
public sealed record SlackCall(string Method, string Path, string Authorization, string Body)
{
    public JsonElement Json { get; } = JsonDocument.Parse(Body).RootElement;

    /// <summary>A member as text; empty where it is missing.</summary>
    public string this[string name] => Json.TryGetProperty(name, out var value) ? value.ToString() : "";

    /// <summary>What it says, if it says something to people.</summary>
    public SpokenAnswer Spoken => SpokenAnswer.Read(Body);

    public override string ToString() => $"{Method} {Body}";
}
