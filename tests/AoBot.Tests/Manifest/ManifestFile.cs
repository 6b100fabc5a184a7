using System.Text.Json;
using AoBot.CommandLine;

namespace AoBot.Tests.Manifest;

/// <summary><c>manifest.json</c>, read for the tests.</summary>
internal static class ManifestFile
{
    public static JsonElement Root { get; } = JsonDocument.Parse(Repository.Read("manifest.json")).RootElement;

    public static JsonElement At(string path) => path.Split('/').Aggregate(Root, (element, name) => element.GetProperty(name));

    public static IReadOnlyList<string> Texts(string path) => [.. At(path).EnumerateArray().Select(item => item.GetString()!)];

    public static IReadOnlyList<string> BotScopes => Texts("oauth_config/scopes/bot");

    public static IReadOnlyList<string> OptionalScopes => Texts("oauth_config/scopes/bot_optional");

    /// <summary>The path behind the placeholder host.</summary>
    public static string Route(string path) => Route(At(path));

    public static string Route(JsonElement url)
    {
        Assert.StartsWith(ManifestVerb.Placeholder + "/", url.GetString(), StringComparison.Ordinal);
        return url.GetString()![ManifestVerb.Placeholder.Length..];
    }
}
