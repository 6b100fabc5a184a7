using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>Plain words in the program, escaped in JSON: Slack parses a message's <c>text</c> as mrkdwn.</summary>
internal sealed class EscapedTextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.GetString() ?? "").Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(MrkdwnEscaping.Escape(value));
}
