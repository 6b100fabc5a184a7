using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using AoBot.Slack.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace AoBot.Playground.Tests;

/// <param name="Path">Where it came.</param>
/// <param name="Headers">As they came.</param>
/// <param name="Body">Raw.</param>
public sealed record Got(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The fields of a form.</summary>
    public IReadOnlyDictionary<string, string> Form => QueryHelpers.ParseQuery(Body).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);

    /// <summary>The payload of an interaction, or the body of an event.</summary>
    public JsonObject Json => JsonNode.Parse(Body.StartsWith('{') ? Body : Form["payload"])!.AsObject();

    public bool IsSigned(string secret) =>
        Headers[SlackSignature.SignatureHeader] == SlackSignature.Sign(secret, long.Parse(Headers[SlackSignature.TimestampHeader]), Encoding.UTF8.GetBytes(Body));
}

/// <summary>A bot that answers as it is told, and remembers what it got.</summary>
public sealed class ToldBot : IAsyncDisposable
{
    private readonly Channel<Got> _got = Channel.CreateUnbounded<Got>();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();
    private readonly WebApplication _app;

    private ToldBot(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    public static async Task<ToldBot> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var bot = new ToldBot(app);
        app.Run(bot.Serve);
        await app.StartAsync();
        return bot;
    }

    /// <summary>Answers the next request so; otherwise with an empty 200.</summary>
    public void Answer(string body, int status = 200, params (string Name, string Value)[] headers) => _answers.Enqueue(context =>
    {
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    });

    /// <summary>Does not answer the next request at all, until whoever asks gives up.</summary>
    public void KeepSilent() => _answers.Enqueue(async context =>
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
        await gone.Task;
    });

    /// <summary>The next request, as soon as it is there.</summary>
    public async Task<Got> Next() => await _got.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Serve(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        _got.Writer.TryWrite(new Got(context.Request.Path, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body));
        if (_answers.TryDequeue(out var answer))
        {
            await answer(context);
        }
    }
}
