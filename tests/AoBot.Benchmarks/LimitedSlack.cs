using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace AoBot.Benchmarks;

/// <summary>
/// A Slack that takes what it takes and no more (https://docs.slack.dev/apis/web-api/rate-limits): a message a second and channel, 300 messages and
/// 50 edits a minute; beyond, 429 with <c>Retry-After</c>. It keeps what was said and when each message was changed, and to what.
/// </summary>
internal sealed class LimitedSlack : IAsyncDisposable
{
    public const int PostsPerMinute = 300;
    private const int EditsPerMinute = 50;

    /// <summary>One message in so many is told to wait for a second, though there is room.</summary>
    private const int OneInWaits = 500;

    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(20);
    private readonly Queue<DateTimeOffset> _edits = [];
    private readonly Queue<DateTimeOffset> _all = [];
    private readonly Lock _counting = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _posts = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private int _ts;
    private int _asked;

    private LimitedSlack(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single() + "/";

    /// <summary>By channel: when its message was changed, and the text it got.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<(DateTimeOffset At, string Text)>> Edits { get; } = new(StringComparer.Ordinal);

    /// <summary>When each message came, where, and by which id it is known.</summary>
    public ConcurrentQueue<(DateTimeOffset At, string Channel, string Id)> Posts { get; } = [];

    /// <summary>A channel in which nothing is ever taken: its callers wait, and then the server fails.</summary>
    public string? DeadChannel { get; init; }

    /// <summary>How often somebody was told to wait.</summary>
    public int Limited { get; private set; }

    /// <summary>Answers to presses.</summary>
    public int Replies { get; private set; }

    public static async Task<LimitedSlack> Start(string? deadChannel = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var slack = new LimitedSlack(builder.Build()) { DeadChannel = deadChannel };
        slack._app.MapPost("/api/{method}", (RequestDelegate)slack.Call);
        slack._app.MapPost("/{method}", (RequestDelegate)slack.Call);
        await slack._app.StartAsync();
        return slack;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Call(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var now = TimeProvider.System.GetUtcNow();
        string Text(string name) => body.RootElement.TryGetProperty(name, out var value) ? value.ToString() : "";
        switch ((string)context.GetRouteValue("method")!)
        {
            case "reply":
                lock (_counting)
                {
                    Replies++;
                }

                await context.Response.WriteAsync("ok");
                return;
            case "auth.test":
                await Answer(context, """{"ok":true,"url":"https://example.slack.com/","team":"Example","user":"aobot","team_id":"T0001","user_id":"U0000000BOT","bot_id":"B0001"}""");
                return;
            case "chat.postMessage" when Text("channel") == DeadChannel:
                await Task.Delay(Hanging, TimeProvider.System, context.RequestAborted);
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case "chat.postMessage" when Interlocked.Increment(ref _asked) % OneInWaits == 0:
            case "chat.postMessage" when _posts.TryGetValue(Text("channel"), out var last) && now - last < TimeSpan.FromSeconds(1):
            case "chat.postMessage" when IsOneTooMany(_all, PostsPerMinute, now):
            case "chat.update" when IsOneTooMany(_edits, EditsPerMinute, now):
                lock (_counting)
                {
                    Limited++;
                }

                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                return;
            case "chat.update":
                Edits.GetOrAdd(Text("channel"), _ => []).Enqueue((now, Text("text")));
                await Answer(context, $$"""{"ok":true,"channel":"{{Text("channel")}}","ts":"{{Text("ts")}}","text":""}""");
                return;
            case "chat.postMessage":
                _posts[Text("channel")] = now;
                Posts.Enqueue((now, Text("channel"), body.RootElement.GetProperty("metadata").GetProperty("event_payload").GetProperty("id").GetString()!));
                await Answer(context, $$"""{"ok":true,"channel":"{{Text("channel")}}","ts":"1700000000.{{Interlocked.Increment(ref _ts).ToString("D6", CultureInfo.InvariantCulture)}}"}""");
                return;
            default:
                await Answer(context, """{"ok":false,"error":"unknown_method"}""");
                return;
        }
    }

    private bool IsOneTooMany(Queue<DateTimeOffset> taken, int perMinute, DateTimeOffset now)
    {
        lock (_counting)
        {
            while (taken.TryPeek(out var first) && now - first > TimeSpan.FromMinutes(1))
            {
                taken.Dequeue();
            }

            if (taken.Count >= perMinute)
            {
                return true;
            }

            taken.Enqueue(now);
            return false;
        }
    }

    private static Task Answer(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json);
    }
}
