using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AoBot.Slack.Blocks;

namespace AoBot.Playground;

/// <summary>JSON as this stand-in writes it: for programs and for people's eyes, never into a page unescaped.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Plain) { WriteIndented = true };

    public static string Write(JsonNode? node) => node?.ToJsonString(Plain) ?? "null";

    public static string Pretty(JsonNode? node) => node?.ToJsonString(Indented) ?? "null";

    /// <summary>None where it is no JSON.</summary>
    public static JsonNode? TryParse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // Whoever asks says what no JSON means to them.
            return null;
        }
    }

    public static JsonNode Node(IReadOnlyList<Block> blocks) => JsonNode.Parse(SlackJson.Serialize(blocks))!;

    public static JsonObject Node(View view) => JsonNode.Parse(SlackJson.Serialize(view))!.AsObject();

    public static JsonNode Node(JsonElement element) => JsonNode.Parse(element.GetRawText())!;

    public static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    public static string? Text(this JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static bool Flag(this JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;
}
