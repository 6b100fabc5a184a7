using System.Globalization;
using AoBot.Playground.Api;
using AoBot.Playground.Bot;
using AoBot.Playground.Clock;
using AoBot.Playground.GitHub;
using AoBot.Playground.Page;
using AoBot.Playground.Repository;
using AoBot.Playground.Scripting;
using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;

namespace AoBot.Playground;

/// <summary>The table of contents: what the Playground is made of.</summary>
public static class PlaygroundApp
{
    /// <summary>Zones and calendars are known for these years.</summary>
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero), Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>09:00 in New York on the Friday before the first monthly report of the seed is due.</summary>
    public const string DefaultStart = "2024-06-28T13:00:00Z";

    /// <param name="builder">With the arguments of the command line.</param>
    /// <param name="realTime">The real clock, or a test's.</param>
    /// <exception cref="ConfigurationException">A setting cannot be used.</exception>
    public static void AddPlayground(this WebApplicationBuilder builder, TimeProvider realTime)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        var bot = BotSettings(configuration);
        var file = bot.DataFile is null ? null : new WorkspaceFile(bot.DataFile);
        var kept = file?.Read();
        var clock = new MovableTimeProvider(realTime, Start(configuration, bot, kept));

        services.AddKeyedSingleton(ProgramClock.Real, realTime);
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        var options = Options(configuration);
        services.AddSingleton(options);
        services.AddSingleton(bot);

        var workspace = new PlaygroundWorkspace(realTime, clock);
        services.AddSingleton(workspace);
        if (kept is not null)
        {
            workspace.Restore(kept);
        }

        if (file is not null)
        {
            services.AddSingleton(file);
            services.AddHostedService<WorkspaceKeeper>();
        }

        var gitHub = new GitHubStandIn(clock, realTime) { Token = options.GitHubToken };
        services.AddSingleton(gitHub);
        services.AddSingleton(new PlaygroundRepository(clock, gitHub, kept?.Repository));
        services.AddSingleton<RepositoryWebhook>();

        services.AddSingleton(provider => provider.GetRequiredService<PlaygroundWorkspace>().Feed);
        services.AddSingleton<RequestLog>();
        services.AddSingleton(new Timestamps(realTime));

        services.AddSingleton<SlackShapes>();
        services.AddSingleton<TriggerIds>();
        services.AddSingleton<ResponseUrls>();
        services.AddSingleton<OfferedOptions>();
        services.AddSingleton<Delivery>();
        services.AddSingleton<BotClient>();
        services.AddSingleton<EventSender>();
        services.AddSingleton<SlackTraffic>();

        services.AddSingleton<Faults>();
        services.AddSingleton<RateLimits>();
        services.AddSingleton<ChatMethods>();
        services.AddSingleton<ConversationMethods>();
        services.AddSingleton<UserMethods>();
        services.AddSingleton<ViewMethods>();
        services.AddSingleton<ApiMethods>();
        services.AddSingleton<ApiEndpoint>();

        services.AddSingleton<BotHost>();
        services.AddHostedService(provider => provider.GetRequiredService<BotHost>());
        services.AddSingleton<BotCalendars>();
        services.AddSingleton<BotIdle>();
        services.AddSingleton<TimePlayer>();
        services.AddSingleton<Doings>();
        services.AddSingleton<Beginning>();
        services.AddPage();
    }

    public static void UsePlayground(this WebApplication app)
    {
        var api = app.Services.GetRequiredService<ApiEndpoint>();
        app.Map("/api/{method}", api.Call);
        app.MapPost("/" + ResponseUrls.Path + "{token}", api.Respond);
        app.MapGet("/calendar.ics", app.Services.GetRequiredService<BotCalendars>().Read);
        app.MapGet("/calendar/{**address}", app.Services.GetRequiredService<BotCalendars>().Read);
        app.UseRepository();
        app.MapScripting();
        app.MapPage();
    }

    /// <summary>The stand-in of GitHub, which shows the repository as of the clock.</summary>
    private static void UseRepository(this WebApplication app)
    {
        var repository = app.Services.GetRequiredService<PlaygroundRepository>();
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(BotHost.GitHubPath, StringComparison.Ordinal))
            {
                repository.PlayToNow();
            }

            return next(context);
        });
        app.Services.GetRequiredService<GitHubStandIn>().Map(app, BotHost.GitHubPath);
    }

    /// <summary>A kept workspace goes on where it stopped, unless a later start is asked for: what was sent already cannot come again.</summary>
    private static DateTimeOffset Start(ConfigurationManager configuration, BotSettings bot, WorkspaceState? kept)
    {
        if (kept is null)
        {
            return bot.Start;
        }

        if (configuration["Clock:Start"] is not { Length: > 0 })
        {
            return kept.ProgramTime;
        }

        return bot.Start >= kept.ProgramTime
            ? bot.Start
            : throw new ConfigurationException("Clock:Start", $"is before {kept.ProgramTime:u}, where the clock of this --data stands", "leave Clock:Start out to go on from there, or name another file");
    }

    private static PlaygroundOptions Options(ConfigurationManager configuration)
    {
        var manifest = AppManifest.Read(configuration["manifest"] is { Length: > 0 } named ? Path.GetFullPath(named) : Path.Combine(AppContext.BaseDirectory, "manifest.json"));
        var plain = new PlaygroundOptions();
        string Chosen(string key, string otherwise) => configuration[key] is { Length: > 0 } chosen ? chosen : otherwise;
        var scopes = configuration["scopes"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new PlaygroundOptions
        {
            SigningSecret = Chosen("signing-secret", plain.SigningSecret),
            BotToken = Chosen("token", plain.BotToken),
            Commands = manifest.Commands.Count > 0 ? manifest.Commands : plain.Commands,
            Shortcuts = manifest.Shortcuts,
            Events = manifest.Events.Count > 0 ? manifest.Events : plain.Events,
            Scopes = scopes ?? (manifest.Scopes.Count > 0 ? manifest.Scopes : plain.Scopes),
        };
    }

    /// <summary>Of the bot's settings, those that say what the program is may be chosen; those that name a real workspace may not.</summary>
    private static BotSettings BotSettings(ConfigurationManager configuration)
    {
        var start = configuration["Clock:Start"] is { Length: > 0 } chosen ? chosen : DefaultStart;
        if (!DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            throw new ConfigurationException("Clock:Start", $"is \"{start}\", which is no instant", $"write for instance \"{DefaultStart}\"");
        }

        if (instant < Earliest || instant > Latest)
        {
            throw new ConfigurationException("Clock:Start", $"is \"{start}\", which is not between {Earliest.Year} and {Latest.Year}", $"write for instance \"{DefaultStart}\"");
        }

        string[] program = ["Program:TimeZone", "Program:Holidays", "Program:CalendarLink", "Program:SeedFile"];
        var data = configuration["data"] is { Length: > 0 } file ? Path.GetFullPath(file) : null;
        if (Directory.Exists(data))
        {
            throw new ConfigurationException("--data", $"is \"{data}\", which is a folder", "name a file in it, for instance --data playground.db");
        }

        var bot = configuration["bot"];
        if (bot is { Length: > 0 } && !(Uri.TryCreate(bot, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            throw new ConfigurationException("--bot", $"is \"{bot}\", which is no web address", "name where your bot listens, for instance --bot http://localhost:3000");
        }

        return new BotSettings(data, instant, program.Where(key => configuration[key] is not null).ToDictionary(key => key, key => configuration[key], StringComparer.OrdinalIgnoreCase), bot is { Length: > 0 } ? new Uri(bot.TrimEnd('/') + "/") : null);
    }
}
