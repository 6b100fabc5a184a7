using System.Text.Json;
using System.Text.Json.Nodes;

namespace AoBot.Playground.Bot;

/// <summary>What an app's manifest asks of Slack; the stand-in grants it. https://docs.slack.dev/reference/app-manifest</summary>
/// <param name="Commands">Slash commands.</param>
/// <param name="Shortcuts">What stands in the menus of messages and of the message box.</param>
/// <param name="Events">Events it subscribes to.</param>
/// <param name="Scopes">What its token may do, optional scopes included.</param>
public sealed record AppManifest(IReadOnlyList<string> Commands, IReadOnlyList<AppShortcut> Shortcuts, IReadOnlyList<string> Events, IReadOnlyList<string> Scopes)
{
    /// <exception cref="ConfigurationException">There is no such file, or it is no JSON.</exception>
    public static AppManifest Read(string path)
    {
        try
        {
            return Read(JsonNode.Parse(File.ReadAllText(path)));
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException("--manifest", $"names {path}, which cannot be read ({problem.Message})", "name an app manifest as JSON, or leave it out");
        }
    }

    private static AppManifest Read(JsonNode? manifest)
    {
        var scopes = manifest?["oauth_config"]?["scopes"];
        return new AppManifest(
            [.. Items(manifest?["features"]?["slash_commands"]).Select(command => command.Text("command")).OfType<string>()],
            [.. Items(manifest?["features"]?["shortcuts"]).Select(Shortcut).OfType<AppShortcut>()],
            [.. Texts(manifest?["settings"]?["event_subscriptions"]?["bot_events"])],
            [.. Texts(scopes?["bot"]), .. Texts(scopes?["bot_optional"])]);
    }

    private static AppShortcut? Shortcut(JsonObject shortcut) =>
        shortcut.Text("name") is { } name && shortcut.Text("callback_id") is { } callback ? new AppShortcut(name, callback, shortcut.Text("type") == "message") : null;

    private static IEnumerable<JsonObject> Items(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonNode>().Select(item => item.ToString());
}

/// <param name="Name">What people read.</param>
/// <param name="CallbackId">What the bot is told.</param>
/// <param name="IsForMessages">It stands in the menu of each message, not of the message box.</param>
public sealed record AppShortcut(string Name, string CallbackId, bool IsForMessages);
