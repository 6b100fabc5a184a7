using System.Security.Cryptography;
using AoBot.Playground.Bot;

namespace AoBot.Playground;

/// <summary>What the stand-in and the bot agree on. Secrets are made up at each start and leave the process never.</summary>
public sealed class PlaygroundOptions
{
    public string SigningSecret { get; init; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public string BotToken { get; init; } = "xoxb-playground-" + RandomNumberGenerator.GetHexString(24);

    /// <summary>With which the bot reads the repository.</summary>
    public string GitHubToken { get; } = "ghp_playground_" + RandomNumberGenerator.GetHexString(24);

    /// <summary>By which the bot knows what the repository tells it.</summary>
    public string WebhookSecret { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The bot's slash commands.</summary>
    public IReadOnlyList<string> Commands { get; init; } = ["/ao"];

    /// <summary>What stands in the menus of messages and of the message box.</summary>
    public IReadOnlyList<AppShortcut> Shortcuts { get; init; } = [];

    /// <summary>Which events the bot subscribes to.</summary>
    public IReadOnlyList<string> Events { get; init; } = ["app_mention", "member_joined_channel", "app_home_opened"];

    /// <summary>What the token may do.</summary>
    public IReadOnlyList<string> Scopes { get; set; } = ["commands", "chat:write", "users:read", "app_mentions:read", "channels:read"];

    /// <summary>Where the stand-in is reached by the bot, once it listens; ends with a slash.</summary>
    public Uri SlackUrl { get; set; } = new("http://127.0.0.1/");

    /// <summary>Where the bot is reached, once it listens; ends with a slash.</summary>
    public Uri BotUrl { get; set; } = new("http://127.0.0.1/");
}
