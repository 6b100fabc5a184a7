using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AoBot.Playground.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Playground.Tests;

/// <summary>The whole Playground with the real bot behind it, as "dotnet run" starts it with the launch profile's environment, on the real clock.</summary>
public sealed class RealBot : IAsyncLifetime
{
    private readonly string[] _arguments;
    private WebApplication? _app;

    public RealBot()
        : this([])
    {
    }

    /// <param name="arguments">Of the command line, the address aside.</param>
    internal RealBot(string[] arguments) => _arguments = arguments;

    public HttpClient Http { get; private set; } = null!;

    public PlaygroundWorkspace Workspace => Get<PlaygroundWorkspace>();

    public T Get<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        _app = PlaygroundHost.Build(["--urls", "http://127.0.0.1:0", "--environment=Development", .. _arguments], TimeProvider.System);
        await PlaygroundHost.Start(_app, CancellationToken.None);
        Http = new HttpClient { BaseAddress = Get<PlaygroundOptions>().SlackUrl, Timeout = TimeSpan.FromMinutes(6) };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app!.DisposeAsync();
    }

    /// <summary>As Ctrl+C does.</summary>
    public async Task Stop()
    {
        await _app!.StopAsync();
        await DisposeAsync();
    }

    public async Task<Answered> Script(string route, object body) => await Answered.Read(await Http.PostAsJsonAsync("playground/" + route, body));

    /// <summary>The one message that came of it.</summary>
    public async Task<JsonNode> Message(string route, object body)
    {
        var answer = await Script(route, body);
        Assert.True(answer.Status == 200, answer.Body.ToJsonString());
        return answer.Body["messages"]!.AsArray().Single()!;
    }
}
