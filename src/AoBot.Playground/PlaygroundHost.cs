using System.Net.Sockets;
using AoBot.Playground.Bot;
using Microsoft.AspNetCore.Connections;

namespace AoBot.Playground;

/// <summary>Starts the stand-in, then the bot, and stops both. Exit codes as of the product: 0 good, 1 the configuration is bad, 2 wrong usage.</summary>
public static class PlaygroundHost
{
    public const string DefaultUrl = "http://localhost:5080";

    /// <param name="arguments">As <see cref="PlaygroundArguments.Usage"/> says.</param>
    public static async Task<int> Run(string[] arguments)
    {
        if (arguments is ["--help" or "-h" or "-?" or "help", ..])
        {
            await Console.Out.WriteLineAsync(PlaygroundArguments.Usage);
            return 0;
        }

        if (PlaygroundArguments.Unknown(arguments) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"\"{unknown}\" means nothing here.\n\n{PlaygroundArguments.Usage}");
            return 2;
        }

        try
        {
            await using var app = Build(arguments, TimeProvider.System);
            await Start(app, CancellationToken.None);
            await Console.Out.WriteLineAsync($"The Playground is open at {app.Urls.First()} (Ctrl+C ends it).");
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (ConfigurationException problem)
        {
            await Console.Error.WriteLineAsync($"The Playground cannot start. {problem.Message}");
            return 1;
        }
    }

    /// <exception cref="ConfigurationException">A setting cannot be used.</exception>
    public static WebApplication Build(string[] arguments, TimeProvider realTime)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = arguments,
            ContentRootPath = AppContext.BaseDirectory,

            // By its name the page's files are found, also where a test is what was started.
            ApplicationName = typeof(PlaygroundHost).Assembly.GetName().Name,
        });

        // What the product's own settings say of logging is for its operators; here one line says where to look. A start that fails says why itself.
        builder.Configuration.AddInMemoryCollection(
        [
            new("Logging:LogLevel:Default", "Warning"),
            new("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning"),
            new("Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host", "None"),
        ]);
        builder.Configuration.AddCommandLine(arguments);
        builder.WebHost.UseStaticWebAssets();
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        PlaygroundArguments.CheckUrls(builder.Configuration["urls"] ?? DefaultUrl);
        builder.AddPlayground(realTime);
        var app = builder.Build();
        app.UsePlayground();
        return app;
    }

    /// <summary>First the stand-in, whose address the bot must know, then the bot.</summary>
    /// <exception cref="ConfigurationException">The port is taken or not ours, or the bot cannot start.</exception>
    public static async Task Start(WebApplication app, CancellationToken cancellationToken)
    {
        const string cure = "name another address, for instance --urls http://localhost:5081";
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            throw new ConfigurationException("--urls", $"names an address that is taken ({problem.Message})", "stop what listens there (another Playground?), or " + cure);
        }
        catch (SocketException problem)
        {
            throw new ConfigurationException("--urls", $"names an address where this machine cannot listen ({problem.Message})", cure);
        }

        app.Services.GetRequiredService<PlaygroundOptions>().SlackUrl = Loopback(app.Urls.First());
        await app.Services.GetRequiredService<BotHost>().Start(cancellationToken);
    }

    /// <summary>An address of all interfaces is reached by loopback from inside.</summary>
    private static Uri Loopback(string url)
    {
        var address = BindingAddress.Parse(url);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return new Uri($"{address.Scheme}://{host}:{address.Port}/");
    }
}
