using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AoBot.Slack.Tests.Api;

/// <summary>What reached the stand-in, and where the test's clock stood then.</summary>
public sealed record SeenRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body, TimeSpan At);

/// <summary>A server on a loopback port that records what it is sent and answers as told, one answer per request and path.</summary>
public sealed class SlackStandIn : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, Task>>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SeenRequest> _seen = new();
    private readonly Channel<SeenRequest> _arrivals = Channel.CreateUnbounded<SeenRequest>();
    private readonly WebApplication _app;
    private readonly ManualTimeProvider _time;

    private SlackStandIn(WebApplication app, ManualTimeProvider time) => (_app, _time) = (app, time);

    public Uri Origin => new(_app.Urls.Single());

    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    public static async Task<SlackStandIn> Start(ManualTimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var standIn = new SlackStandIn(app, time);
        app.Run(standIn.Serve);
        await app.StartAsync();
        return standIn;
    }

    /// <summary>Answers the next request to this method (<c>chat.postMessage</c>) or path (<c>/hook</c>) so.</summary>
    public void Answer(string methodOrPath, Func<HttpContext, Task> answer) =>
        _answers.GetOrAdd(methodOrPath.StartsWith('/') ? methodOrPath : "/api/" + methodOrPath, _ => new()).Enqueue(answer);

    public void Answer(string methodOrPath, string json, int status = 200, params (string Name, string Value)[] headers) =>
        Answer(methodOrPath, context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            context.Response.ContentType = "application/json; charset=utf-8";
            return context.Response.WriteAsync(json);
        });

    /// <summary>The next request, as soon as it has arrived.</summary>
    public async Task<SeenRequest> Next() => await _arrivals.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Serve(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var request = new SeenRequest(context.Request.Path, headers, body, _time.Elapsed);
        _seen.Enqueue(request);
        _arrivals.Writer.TryWrite(request);
        if (_answers.TryGetValue(request.Path, out var queue) && queue.TryDequeue(out var answer))
        {
            await answer(context);
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(Ok(request.Path));
    }

    private static string Ok(string path) => path switch
    {
        "/api/chat.postMessage" or "/api/chat.update" => """{"ok":true,"channel":"C1","ts":"1700000000.000100","message":{"text":"x"}}""",
        "/api/chat.postEphemeral" => """{"ok":true,"message_ts":"1700000000.000200"}""",
        "/api/users.info" => """{"ok":true,"user":{"id":"U1","name":"ada","tz":"Europe/London"}}""",
        "/api/conversations.info" => """{"ok":true,"channel":{"id":"C1","name":"general","is_member":true}}""",
        "/api/auth.test" => """{"ok":true,"team_id":"T1","user_id":"U0","bot_id":"B0"}""",
        _ => """{"ok":true,"view":{"id":"V1","hash":"156772938.1827394"}}""",
    };
}
