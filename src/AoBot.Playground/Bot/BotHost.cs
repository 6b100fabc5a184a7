using System.Globalization;
using AoBot.Playground.Api;
using AoBot.Playground.Clock;
using AoBot.Playground.Repository;
using AoBot.Playground.Workspace;
using AoBot.Slack.Api;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AoBot.Playground.Bot;

/// <summary>
/// The real product, whole, in this process: on a loopback port of its own, with settings that name the stand-in as Slack,
/// and with the program's clock that can be moved.
/// </summary>
public sealed class BotHost(PlaygroundOptions options, BotSettings settings, MovableTimeProvider clock, PlaygroundRepository repository) : IHostedLifecycleService, IAsyncDisposable
{
    /// <summary>Where the stand-in of GitHub is reached.</summary>
    public const string GitHubPath = "/github";

    private readonly SemaphoreSlim _one = new(1, 1);
    private TaskCompletionSource<WebApplication?> _running = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _folder;
    private volatile bool _isStopping;

    /// <summary>Whether the bot is AoBot, in this process; else it is one that somebody runs elsewhere (<c>--bot URL</c>).</summary>
    public bool IsOurs => settings.OtherBot is null;

    /// <summary>The bot's services, as soon as it can answer; none of a bot that runs elsewhere.</summary>
    public async Task<IServiceProvider?> Services(CancellationToken cancellationToken) => (await _running.Task.WaitAsync(cancellationToken))?.Services;

    /// <summary>Waits until the bot can answer.</summary>
    public Task Ready(CancellationToken cancellationToken) => _running.Task.WaitAsync(cancellationToken);

    /// <summary>Whether the bot ends, or begins anew: nothing of it can be asked then.</summary>
    public bool IsStopping => _isStopping;

    /// <summary>Whether the bot's database is a file that somebody named.</summary>
    public bool KeepsData => settings.DataFile is not null;

    public async Task Start(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await StartOne(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The bot stops before the stand-in does, so that its last calls arrive.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await StopOne();
        }
        finally
        {
            _one.Release();
        }
    }

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The stand-in's address must be known first: whoever starts the stand-in starts the bot.
    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stops the bot, lets <paramref name="meanwhile"/> put everything back, and starts it with a new database.</summary>
    public async Task Restart(Action meanwhile, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await StopOne();
            meanwhile();
            await StartOne(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopOne();
        _one.Dispose();
    }

    private async Task StartOne(CancellationToken cancellationToken)
    {
        if (settings.OtherBot is { } other)
        {
            options.BotUrl = other;
            _isStopping = false;
            _running.SetResult(null);
            return;
        }

        var app = Build();
        app.Services.GetRequiredService<Settings>().CheckForServing();
        app.UseAoBot();
        await Prepare(app, cancellationToken);
        await FirstDay.Prepare(app.Services, repository.Roster, cancellationToken);
        await app.StartAsync(cancellationToken);
        options.BotUrl = new Uri(app.Urls.First());
        _isStopping = false;
        _running.SetResult(app);
    }

    private async Task Prepare(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.Services.GetRequiredService<Startup>().Prepare(cancellationToken);
        }
        catch (ConfigurationException problem) when (KeepsData && problem.Setting == "ConnectionStrings:AoBot")
        {
            // Here the file has another name than in the product's settings.
            throw new ConfigurationException("--data", problem.Problem, problem.Cure);
        }
    }

    private async Task StopOne()
    {
        if (!_running.Task.IsCompletedSuccessfully)
        {
            return;
        }

        _isStopping = true;
        var app = await _running.Task;
        _running = new TaskCompletionSource<WebApplication?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (app is null)
        {
            return;
        }

        await app.StopAsync();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_folder is { } folder)
        {
            Directory.Delete(folder, recursive: true);
            _folder = null;
        }
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = AppContext.BaseDirectory });

        // Nothing of the machine's own settings: a real workspace's token in the environment must not reach this bot.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(Configuration());
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddAoBot();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.PostConfigure<SlackApiOptions>(slack => (slack.Time, slack.MessagesPerSecondBurst) = (new PacingTime(clock), RateLimits.Burst));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, QuietLifetime>());
        return builder.Build();
    }

    private Dictionary<string, string?> Configuration()
    {
        var values = new Dictionary<string, string?>(settings.Program, StringComparer.OrdinalIgnoreCase)
        {
            ["Slack:ApiUrl"] = new Uri(options.SlackUrl, "api/").AbsoluteUri,
            ["Slack:SigningSecret"] = options.SigningSecret,
            ["Slack:BotToken"] = options.BotToken,
            ["Slack:TeamId"] = Cast.TeamId,
            ["Slack:AppId"] = Cast.AppId,
            ["Updates:GitHub:ApiUrl"] = new Uri(options.SlackUrl, GitHubPath).AbsoluteUri,
            ["Updates:GitHub:Repository"] = PlaygroundRepository.FullName,
            ["Updates:GitHub:Token"] = options.GitHubToken,
            ["Updates:GitHub:WebhookSecret"] = options.WebhookSecret,
            ["Program:ChannelId"] = Cast.AlphaOmega,
            ["Program:PublicUrl"] = options.SlackUrl.AbsoluteUri,
            ["ConnectionStrings:AoBot"] = "Data Source=" + (settings.DataFile ?? NewFile()),
            ["Logging:LogLevel:Default"] = "Warning",

            // A file that cannot be opened is told of at the start, in words.
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "None",
        };
        foreach (var (place, user) in Cast.Staff.Index())
        {
            values[string.Create(CultureInfo.InvariantCulture, $"Program:StaffUserIds:{place}")] = user;
        }

        return values;
    }

    private string NewFile()
    {
        _folder = Directory.CreateTempSubdirectory("aobot-playground-").FullName;
        return Path.Combine(_folder, "aobot.db");
    }

    /// <summary>The Playground listens for Ctrl+C, for both.</summary>
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>What somebody chose for the bot.</summary>
/// <param name="DataFile">The database; none for one that ends with the Playground.</param>
/// <param name="Start">Where the program's clock begins.</param>
/// <param name="Program">Settings of the program: <c>Program:TimeZone</c> and its like.</param>
/// <param name="OtherBot">Where a bot of somebody else listens; none for AoBot.</param>
public sealed record BotSettings(string? DataFile, DateTimeOffset Start, IReadOnlyDictionary<string, string?> Program, Uri? OtherBot);
