using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AoBot.Slack.Blocks;

namespace AoBot.Slack.Receiving;

/// <summary>How our small answers are written.</summary>
internal static class JsonWriting
{
    /// <summary>Answers are JSON bodies, never HTML: letters of all languages stay readable.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly JsonTypeInfo<IReadOnlyList<Block>> BlocksInfo =
        (JsonTypeInfo<IReadOnlyList<Block>>)SlackJson.Options.GetTypeInfo(typeof(IReadOnlyList<Block>));

    private static readonly JsonTypeInfo<View> ViewInfo = (JsonTypeInfo<View>)SlackJson.Options.GetTypeInfo(typeof(View));

    public static void Blocks(Utf8JsonWriter json, IReadOnlyList<Block> blocks) => JsonSerializer.Serialize(json, blocks, BlocksInfo);

    public static void View(Utf8JsonWriter json, View view) => JsonSerializer.Serialize(json, view, ViewInfo);

    /// <summary>Cuts plain text to a number of UTF-16 units, never within a surrogate pair.</summary>
    public static string Cut(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[max - 2]) ? max - 2 : max - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
