using System.Collections.Concurrent;
using System.Net;
using System.Text;
using AoBot.Slack.Api;
using AoBot.Slack.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AoBot.Slack.Tests.Receiving;

/// <summary>A real Kestrel on loopback with handlers that do what the test says, and everything that goes to Slack recorded.</summary>
internal sealed class ReceivingHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2024, 6, 28, 13, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;

    private ReceivingHost(WebApplication app, ManualTime time, RecordedSlack slack, RecordedLog log, Behaviour behaviour)
    {
        _app = app;
        Time = time;
        Slack = slack;
        Log = log;
        Handlers = behaviour;
        Address = new Uri(app.Urls.First());
        // As a stranger would: header values that are no ASCII leave the client.
        Client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8 }) { BaseAddress = Address };
    }

    public ManualTime Time { get; }

    public RecordedSlack Slack { get; }

    public RecordedLog Log { get; }

    public Behaviour Handlers { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<ReceivingHost> Start(Action<SlackReceivingOptions>? configure = null, Action<SlackReceivingBuilder>? register = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var time = new ManualTime(Now);
        var slack = new RecordedSlack();
        var log = new RecordedLog();
        var behaviour = new Behaviour();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        builder.Services.AddSingleton(behaviour);
        builder.Services.AddSlackApi(options => options.BotToken = "xoxb-test");
        builder.Services.AddHttpClient("slack").ConfigurePrimaryHttpMessageHandler(() => slack);
        builder.Services.AddSlackReceiving(
            options =>
            {
                options.SigningSecret = SlackRequest.Secret;
                options.Time = time;
                configure?.Invoke(options);
            },
            receiving =>
            {
                receiving
                    .RegisterSlashCommandHandler<TestCommand>("/ao")
                    .RegisterBlockActionHandler<TestAction>("act")
                    .RegisterBlockActionHandler<TestAction>("act.", ActionIdMatch.Prefix)
                    .IgnoreBlockAction("link.", ActionIdMatch.Prefix)
                    .RegisterViewSubmissionHandler<TestView>("form")
                    .RegisterMessageShortcutHandler<TestShortcut>("message-shortcut")
                    .RegisterGlobalShortcutHandler<TestShortcut>("global-shortcut")
                    .RegisterBlockOptionProvider<TestOptions>("pick")
                    .RegisterEventHandler<AppMention, TestMention>();
                register?.Invoke(receiving);
            });
        var app = builder.Build();
        app.MapSlack();
        await app.StartAsync();
        return new(app, time, slack, log, behaviour);
    }

    public Task<HttpResponseMessage> Send(SlackRequest request) => Client.SendAsync(request.Sign(Time.GetUtcNow()));

    /// <summary>Sends and gives the status and the body.</summary>
    public async Task<(int Status, string Body)> Ask(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<(int Status, string Body)> Ask(SlackRequest request) => Ask(request.Sign(Time.GetUtcNow()));

    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Slack.Dispose();
    }
}

/// <summary>What the handlers do; the test sets it.</summary>
internal sealed class Behaviour
{
    public Func<SlashCommand, CancellationToken, Task<SlashCommandResponse>> OnCommand { get; set; } =
        static (command, _) => Task.FromResult(SlashCommandResponse.Ephemeral(new($"heard {command.Text}")));

    public Func<SlashCommand, SlashCommandResponse?> AtOnce { get; set; } = static _ => null;

    public Func<BlockActionRequest, CancellationToken, Task> OnAction { get; set; } = static (_, _) => Task.CompletedTask;

    public Func<ViewSubmission, Task<ViewSubmissionResponse>> OnSubmission { get; set; } = static _ => Task.FromResult(ViewSubmissionResponse.Close);

    public Func<ViewClosed, Task> OnClosed { get; set; } = static _ => Task.CompletedTask;

    public Func<InteractionRequest, Task> OnShortcut { get; set; } = static _ => Task.CompletedTask;

    public Func<BlockOptionsRequest, CancellationToken, Task<BlockOptionsResponse>> OnOptions { get; set; } = static (_, _) => Task.FromResult(BlockOptionsResponse.None);

    public Func<AppMention, EventCallback, Task> OnMention { get; set; } = static (_, _) => Task.CompletedTask;

    public Func<EventCallback, byte[], ValueTask<bool>> OnEvent { get; set; } = static (_, _) => ValueTask.FromResult(true);
}

internal sealed class TestCommand(Behaviour behaviour) : ISlashCommandHandler
{
    public SlashCommandResponse? AnswerAtOnce(SlashCommand command) => behaviour.AtOnce(command);

    public ValueTask<SlashCommandResponse> Handle(SlashCommand command, CancellationToken cancellationToken) => new(behaviour.OnCommand(command, cancellationToken));
}

internal sealed class TestAction(Behaviour behaviour) : IBlockActionHandler
{
    public Task Handle(BlockActionRequest request, CancellationToken cancellationToken) => behaviour.OnAction(request, cancellationToken);
}

internal sealed class TestView(Behaviour behaviour) : IViewSubmissionHandler
{
    public ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken) => new(behaviour.OnSubmission(submission));

    public Task HandleClose(ViewClosed closed, CancellationToken cancellationToken) => behaviour.OnClosed(closed);
}

internal sealed class TestShortcut(Behaviour behaviour) : IMessageShortcutHandler, IGlobalShortcutHandler
{
    public Task Handle(MessageShortcut request, CancellationToken cancellationToken) => behaviour.OnShortcut(request);

    public Task Handle(GlobalShortcut request, CancellationToken cancellationToken) => behaviour.OnShortcut(request);
}

internal sealed class TestOptions(Behaviour behaviour) : IBlockOptionProvider
{
    public ValueTask<BlockOptionsResponse> GetOptions(BlockOptionsRequest request, CancellationToken cancellationToken) => new(behaviour.OnOptions(request, cancellationToken));
}

internal sealed class TestMention(Behaviour behaviour) : IEventHandler<AppMention>
{
    public Task Handle(AppMention slackEvent, EventCallback envelope, CancellationToken cancellationToken) => behaviour.OnMention(slackEvent, envelope);
}

internal sealed class TestInbox(Behaviour behaviour) : IEventInbox
{
    public ValueTask<bool> Accept(EventCallback envelope, ReadOnlyMemory<byte> rawJson, CancellationToken cancellationToken) =>
        behaviour.OnEvent(envelope, rawJson.ToArray());
}

/// <summary>Answers "ok" to everything that goes to Slack, and keeps it.</summary>
internal sealed class RecordedSlack : HttpMessageHandler
{
    private readonly System.Threading.Channels.Channel<(Uri Url, string Body)> _sent = System.Threading.Channels.Channel.CreateUnbounded<(Uri, string)>();

    /// <summary>The next that was sent, waiting for it.</summary>
    public async Task<(Uri Url, string Body)> Next() => await _sent.Reader.ReadAsync(Patience.Token);

    public bool SentNothing => _sent.Reader.Count == 0;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await _sent.Writer.WriteAsync((request.RequestUri!, await request.Content!.ReadAsStringAsync(cancellationToken)), cancellationToken);
        return new(HttpStatusCode.OK) { Content = new StringContent("ok", Encoding.UTF8) };
    }
}

/// <summary>Keeps what is logged.</summary>
internal sealed class RecordedLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Message, Exception? Exception)> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((logLevel, formatter(state, exception), exception));

    public void Dispose()
    {
    }
}

/// <summary>How long a test waits for something that must happen before it fails: never what a test passes by.</summary>
internal static class Patience
{
    public static CancellationToken Token => new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token;

    public static Task<T> For<T>(Task<T> task) => task.WaitAsync(TimeSpan.FromMinutes(1));

    public static Task For(Task task) => task.WaitAsync(TimeSpan.FromMinutes(1));
}
