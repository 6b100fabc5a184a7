using AoBot.Slack.Api;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AoBot.Slack.Tests.Api;

/// <summary>The client as a host registers it, a stand-in for Slack, and a clock that stands still.</summary>
public sealed class SlackApiFixture : IAsyncDisposable
{
    public const string Token = "xoxb-a-token-nobody-may-see";

    private readonly ServiceProvider _services;

    private SlackApiFixture(SlackStandIn slack, ManualTimeProvider time, Action<SlackApiOptions>? configure, Func<HttpMessageHandler>? handler)
    {
        Slack = slack;
        Time = time;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddSlackApi(options =>
        {
            options.ApiUrl = new Uri(slack.Origin, "/api/");
            options.BotToken = Token;
            options.Time = time;
            configure?.Invoke(options);
        });
        if (handler is not null)
        {
            services.AddHttpClient("slack").ConfigurePrimaryHttpMessageHandler(handler);
        }

        _services = services.BuildServiceProvider();
    }

    public SlackStandIn Slack { get; }

    public ManualTimeProvider Time { get; }

    public RecordedLogs Logs { get; } = new();

    public ISlackApiClient Api => _services.GetRequiredService<ISlackApiClient>();

    public ResponseUrlClient ResponseUrls => _services.GetRequiredService<ResponseUrlClient>();

    public static async Task<SlackApiFixture> Start(Action<SlackApiOptions>? configure = null, Func<HttpMessageHandler>? handler = null)
    {
        var time = new ManualTimeProvider();
        return new SlackApiFixture(await SlackStandIn.Start(time), time, configure, handler);
    }

    public static Message Hello(string channel = "C1", string text = "hello") => new(channel, new(text));

    /// <summary>Moves the clock over the waits between attempts until the call has ended.</summary>
    public async Task<T> ThroughBackoff<T>(Task<T> call, params double[] waits)
    {
        foreach (var wait in waits)
        {
            await await Task.WhenAny(call, Time.TimerDueIn(TimeSpan.FromSeconds(wait)));
            Assert.False(call.IsCompleted, "The call ended before its next attempt.");
            Time.Advance(TimeSpan.FromSeconds(wait));
        }

        return await call.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Slack.DisposeAsync();
    }
}

/// <summary>Every line that was logged, with its values.</summary>
public sealed class RecordedLogs : ILoggerProvider
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public string All => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => new Recorder(_lines);

    public void Dispose()
    {
    }

    private sealed class Recorder(System.Collections.Concurrent.ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);
    }
}
