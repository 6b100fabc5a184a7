using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AoBot.Slack.Api;

/// <summary>Registration of the Web API client.</summary>
public static class SlackApiServices
{
    /// <summary>The name of the HTTP client, for a host that wants to change how it calls.</summary>
    public const string HttpClientName = "slack";

    /// <summary>
    /// Registers <see cref="ISlackApiClient"/> and <see cref="ResponseUrlClient"/>, one of each for the whole process, because pace and
    /// pauses are shared. Wrong settings stop the start.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Token, address and the rest.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddSlackApi(this IServiceCollection services, Action<SlackApiOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<SlackApiOptions>()
            .Configure(configure)
            .PostConfigure(options => options.ApiUrl = WithLastSlash(options.ApiUrl))
            .Validate(options => options.ApiUrl is { IsAbsoluteUri: true, Scheme: "https" or "http" }, "SlackApiOptions.ApiUrl must be an absolute http or https address.")
            .Validate(options => options.BotToken.All(c => c is > ' ' and <= '~'), "SlackApiOptions.BotToken holds a space, a line break or another character that no token has.")
            .Validate(options => options.Timeout > TimeSpan.Zero, "SlackApiOptions.Timeout must be more than nothing.")
            .Validate(options => options.MaxAttempts >= 1, "SlackApiOptions.MaxAttempts must be at least 1.")
            .Validate(options => options.MessagesPerMinute >= 1, "SlackApiOptions.MessagesPerMinute must be at least 1.")
            .Validate(options => options.MessagesPerSecondBurst >= 1, "SlackApiOptions.MessagesPerSecondBurst must be at least 1.")
            .ValidateOnStart();
        services.AddHttpClient(HttpClientName, http => http.MaxResponseContentBufferSize = 16 * 1024 * 1024)
            // Each attempt has a timeout of its own, on the clock of the options.
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            // The factory's own loggers write addresses, and a response URL is a secret.
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SlackApiOptions>>().Value);
        services.AddSingleton<SlackTransport>();
        services.AddSingleton<SlackCaller>();
        services.AddSingleton<ISlackApiClient, SlackApiClient>();
        services.AddSingleton(provider => new ResponseUrlClient(
            provider.GetRequiredService<SlackTransport>(),
            provider.GetRequiredService<SlackApiOptions>(),
            provider.GetRequiredService<ILogger<ResponseUrlClient>>()));
        return services;
    }

    private static Uri WithLastSlash(Uri url) =>
        !url.IsAbsoluteUri || url.AbsolutePath.EndsWith('/') ? url : new Uri(url.GetLeftPart(UriPartial.Path) + "/");
}
