using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>Reads and writes text objects by hand: an absent flag must stay absent, and they are most of any payload.</summary>
internal sealed class TextObjectConverter<T> : JsonConverter<T>
    where T : TextObject
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A text object is a JSON object.");
        }

        string? type = null;
        string? text = null;
        bool? emoji = null;
        bool? verbatim = null;
        Dictionary<string, JsonElement>? extra = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "type" when reader.TokenType == JsonTokenType.String:
                    type = reader.GetString();
                    break;
                case "text" when reader.TokenType == JsonTokenType.String:
                    text = reader.GetString();
                    break;
                case "emoji" when reader.TokenType is JsonTokenType.True or JsonTokenType.False:
                    emoji = reader.GetBoolean();
                    break;
                case "verbatim" when reader.TokenType is JsonTokenType.True or JsonTokenType.False:
                    verbatim = reader.GetBoolean();
                    break;
                default:
                    (extra ??= [])[name] = JsonElement.ParseValue(ref reader);
                    break;
            }
        }

        if (text is null)
        {
            throw new JsonException("A text object has a text.");
        }

        // A flag of the other kind is kept too, although it says nothing.
        TextObject value = type switch
        {
            "plain_text" => new PlainText(text, emoji) { Extra = With(extra, "verbatim", verbatim) },
            "mrkdwn" => new MrkdwnText(Mrkdwn.Raw(text), verbatim) { Extra = With(extra, "emoji", emoji) },
            _ => throw new JsonException("A text object is plain_text or mrkdwn."),
        };
        return value as T ?? throw new JsonException($"A text of the kind {type} cannot stand here.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, value.Type);
        writer.WriteString("text"u8, value.Content);
        if (value is PlainText { Emoji: { } emoji })
        {
            writer.WriteBoolean("emoji"u8, emoji);
        }
        else if (value is MrkdwnText { Verbatim: { } verbatim })
        {
            writer.WriteBoolean("verbatim"u8, verbatim);
        }

        foreach (var (name, json) in value.Extra ?? new Dictionary<string, JsonElement>())
        {
            writer.WritePropertyName(name);
            json.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static Dictionary<string, JsonElement>? With(Dictionary<string, JsonElement>? extra, string name, bool? flag)
    {
        if (flag is { } value)
        {
            (extra ??= [])[name] = JsonElement.Parse(value ? "true" : "false");
        }

        return extra;
    }
}
