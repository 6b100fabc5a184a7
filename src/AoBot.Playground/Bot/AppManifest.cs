using System.Text.Json.Nodes;

namespace AoBot.Playground.Bot;

/// <summary>What the product's manifest asks of Slack; the stand-in grants it. https://docs.slack.dev/reference/app-manifest</summary>
/// <param name="Commands">Slash commands.</param>
/// <param name="Events">Events it subscribes to.</param>
/// <param name="Scopes">What its token may do, optional scopes included.</param>
public sealed record AppManifest(IReadOnlyList<string> Commands, IReadOnlyList<string> Events, IReadOnlyList<string> Scopes)
{
    public static AppManifest Read(string path)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(path));
        var scopes = manifest?["oauth_config"]?["scopes"];
        return new AppManifest(
            [.. Items(manifest?["features"]?["slash_commands"]).OfType<JsonObject>().Select(command => command.Text("command")).OfType<string>()],
            [.. Texts(manifest?["settings"]?["event_subscriptions"]?["bot_events"])],
            [.. Texts(scopes?["bot"]), .. Texts(scopes?["bot_optional"])]);
    }

    private static IEnumerable<JsonNode?> Items(JsonNode? list) => list as JsonArray ?? [];

    private static IEnumerable<string> Texts(JsonNode? list) => Items(list).OfType<JsonNode>().Select(item => item.ToString());
}
