using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using AoBot.Slack.Tests;
using AoBot.Tests.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace AoBot.Tests.Kills;

/// <summary>
/// Slack on a loopback port, for a bot that is a process of its own: it keeps every message that it took, and now and then answers 429 or 500, hangs up
/// before or after it took a message, takes it late, or answers when nobody waits any more. In real time.
/// </summary>
internal sealed class FailingSlack : IAsyncDisposable
{
    // Far below the settling time of 2 s.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(0.7);

    private readonly ConcurrentQueue<TakenMessage> _taken = new();
    private readonly ConcurrentDictionary<string, int> _troubles = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private readonly Random _random;
    private readonly Lock _lock = new();
    private readonly bool _hasHistory;
    private int _numbered;
    private int _isKeptWaiting;

    private FailingSlack(WebApplication app, int seed, bool hasHistory) => (_app, _random, _hasHistory) = (app, new Random(seed), hasHistory);

    public Uri ApiUrl => new(new Uri(_app.Urls.Single()), "/api/");

    /// <summary>Everything that it took, by the time that it can be seen.</summary>
    public IReadOnlyList<TakenMessage> Taken => [.. _taken];

    /// <summary>How often what went wrong.</summary>
    public IReadOnlyDictionary<string, int> Troubles => _troubles;

    public bool IsTroubled { get; set; }

    /// <summary>Is told of each call before anything comes of it.</summary>
    public Action<string>? Called { get; set; }

    /// <summary>Is told of each message that was taken, before it is answered.</summary>
    public Action? Accepted { get; set; }

    public static async Task<FailingSlack> Start(int seed, bool hasHistory)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var slack = new FailingSlack(app, seed, hasHistory);
        app.Run(slack.Serve);
        await app.StartAsync();
        return slack;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task Serve(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var content = await reader.ReadToEndAsync();
        var method = context.Request.Path.Value!.Split('/')[^1];
        var call = new SlackCall(method, "", "", context.Request.HasJsonContentType() ? content : JsonSerializer.Serialize(QueryHelpers.ParseQuery(content).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal)));
        Called?.Invoke(method);
        context.Response.ContentType = "application/json; charset=utf-8";
        await (method switch
        {
            "chat.postMessage" => Post(context, call),
            "conversations.history" => context.Response.WriteAsync(_hasHistory ? History(call["channel"]) : """{"ok":false,"error":"missing_scope","needed":"im:history","provided":"chat:write"}"""),
            "conversations.open" => context.Response.WriteAsync($$"""{"ok":true,"channel":{"id":"D{{call["users"][1..]}}"} }"""),
            "users.info" => context.Response.WriteAsync($$"""{"ok":true,"user":{{RecordedSlack.PersonJson(call["user"])}} }"""),
            "auth.test" => context.Response.WriteAsync($$"""{"ok":true,"team":"Home","team_id":"{{SlackRequest.TeamId}}","user":"aobot","user_id":"{{RecordedSlack.BotUserId}}","bot_id":"B0000BOT1"}"""),
            _ => context.Response.WriteAsync("""{"ok":false,"error":"unknown_method"}"""),
        });
    }

    private async Task Post(HttpContext context, SlackCall call)
    {
        var (channel, token) = ($"D{call["channel"][1..]}", call.Json.GetProperty("metadata").GetProperty("event_payload").GetProperty("id").GetString()!);
        switch (Trouble())
        {
            case 0:
                Count("429");
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                return;
            case 1:
                Count("500");
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case 2:
                Count("500, done");
                Take(channel, token, TimeSpan.Zero);
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case 3:
                Count("dropped");
                context.Abort();
                return;
            case 4:
                Count("dropped, done");
                Take(channel, token, TimeSpan.Zero);
                context.Abort();
                return;
            case 5:
                Count("accepted late");
                Take(channel, token, Late);
                context.Abort();
                return;
            case 6 when Interlocked.Exchange(ref _isKeptWaiting, 1) == 0:
                Count("answered late");
                Take(channel, token, TimeSpan.Zero);
                await Gone(context.RequestAborted);
                Volatile.Write(ref _isKeptWaiting, 0);
                return;
        }

        var ts = Take(channel, token, TimeSpan.Zero);
        Accepted?.Invoke();
        await context.Response.WriteAsync($$"""{"ok":true,"channel":"{{channel}}","ts":"{{ts}}"}""");
    }

    private int Trouble()
    {
        lock (_lock)
        {
            return IsTroubled && _random.Next(3) == 0 ? _random.Next(7) : -1;
        }
    }

    private string Take(string channel, string token, TimeSpan late)
    {
        var ts = string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}.{Interlocked.Increment(ref _numbered):000000}");
        _taken.Enqueue(new TakenMessage(channel, ts, token, TimeProvider.System.GetUtcNow() + late));
        return ts;
    }

    private string History(string channel)
    {
        var shown = Taken.Where(m => m.Channel == channel && m.From <= TimeProvider.System.GetUtcNow());
        return $$"""{"ok":true,"messages":[{{string.Join(',', shown.Select(m => $$$"""{"ts":"{{{m.Ts}}}","metadata":{"event_type":"aobot_notice","event_payload":{"id":"{{{m.Token}}}"} } }"""))}}],"has_more":false}""";
    }

    private void Count(string trouble) => _troubles.AddOrUpdate(trouble, 1, (_, count) => count + 1);

    /// <summary>Until whoever asked has gone.</summary>
    private static async Task Gone(CancellationToken gone)
    {
        var waits = new TaskCompletionSource();
        await using var left = gone.Register(waits.SetResult);
        await waits.Task;
    }
}

/// <param name="Channel">Where it stands.</param>
/// <param name="Ts">Its id there.</param>
/// <param name="Token">The notice's opaque id.</param>
/// <param name="From">Since when it can be seen.</param>
internal sealed record TakenMessage(string Channel, string Ts, string Token, DateTimeOffset From);
