using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AoBot.Playground.Bot;
using AoBot.Playground.Workspace;
using AoBot.Slack.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Playground.Tests;

/// <summary>The stand-in over real HTTP, with a bot of the test's own (<see cref="ToldBot"/>) and a clock that stands still until it is moved.</summary>
public sealed class StandIn : IAsyncLifetime
{
    private readonly string[] _arguments;
    private WebApplication? _app;

    public StandIn()
        : this([])
    {
    }

    /// <param name="arguments">Of the command line, the addresses aside.</param>
    internal StandIn(string[] arguments) => _arguments = arguments;

    public ManualTimeProvider Time { get; } = new();

    public ToldBot Bot { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public PlaygroundWorkspace Workspace => Get<PlaygroundWorkspace>();

    public PlaygroundOptions Options => Get<PlaygroundOptions>();

    public RequestLog Log => Get<RequestLog>();

    public T Get<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        Bot = await ToldBot.Start();
        _app = PlaygroundHost.Build(["--urls", "http://127.0.0.1:0", "--bot", Bot.Url.AbsoluteUri, .. _arguments], Time);
        await PlaygroundHost.Start(_app, CancellationToken.None);
        Http = new HttpClient { BaseAddress = Options.SlackUrl };
        Assert.False(Get<BotHost>().IsOurs);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app!.DisposeAsync();
        await Bot.DisposeAsync();
    }

    /// <summary>Calls a method with the right token and a JSON body.</summary>
    public async Task<Answered> Call(string method, object arguments) => await Answered.Read(await Send(method, JsonContent.Create(arguments), Options.BotToken));

    /// <summary>The same with a form, as Slack's own client sends it.</summary>
    public async Task<Answered> CallByForm(string method, params (string Name, string Value)[] fields) =>
        await Answered.Read(await Send(method, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), Options.BotToken));

    public async Task<HttpResponseMessage> Send(string method, HttpContent content, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/" + method) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await Http.SendAsync(request);
    }

    /// <summary>A scripting route.</summary>
    public async Task<Answered> Script(string route, object body) => await Answered.Read(await Http.PostAsJsonAsync("playground/" + route, body));

    /// <summary>Posts as the bot; the ts.</summary>
    public async Task<string> Post(string text = "hello", string channel = Cast.AlphaOmega) => (await Call("chat.postMessage", new { channel, text })).Ok()["ts"]!.ToString();
}

/// <summary>An answer, read.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Body">As JSON.</param>
/// <param name="Headers">As they came.</param>
public sealed record Answered(int Status, JsonObject Body, HttpResponseHeaders Headers)
{
    public string? Error => Body["error"]?.ToString();

    public static async Task<Answered> Read(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            return new Answered((int)response.StatusCode, JsonNode.Parse(text)!.AsObject(), response.Headers);
        }
    }

    public JsonObject Ok()
    {
        Assert.True(Body["ok"]?.GetValue<bool>(), Body.ToJsonString());
        return Body;
    }
}
