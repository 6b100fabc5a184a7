using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>
/// Reads an object by its <c>type</c>. What has an unknown type, or a known one in a shape this library does not know,
/// is kept whole and written back as read: Slack adds fields and kinds without notice.
/// </summary>
/// <remarks>
/// The contracts of the kinds come from <see cref="SlackJson"/> whatever options are in use, so that these types can
/// stand in payloads that other serialiser contexts read.
/// </remarks>
internal abstract class KindConverter<TBase>(Dictionary<string, Type> kinds) : JsonConverter<TBase>
    where TBase : class
{
    private readonly FrozenDictionary<string, Type> _kinds = kinds.ToFrozenDictionary(StringComparer.Ordinal);

    public sealed override TBase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"A {typeof(TBase).Name} is a JSON object.");
        }

        var json = JsonElement.ParseValue(ref reader);
        if (_kinds.TryGetValue(JsonKind.Of(json), out var kind) && !BrokenUnicode.In(json))
        {
            try
            {
                return Wrap(json.Deserialize(SlackJson.Options.GetTypeInfo(kind))!);
            }
            catch (JsonException)
            {
                // Not an error: a shape we do not know. It is kept as it is, below.
            }
        }

        return Unknown(json);
    }

    public sealed override void Write(Utf8JsonWriter writer, TBase value, JsonSerializerOptions options)
    {
        if (Raw(value) is { } json)
        {
            // As it was read, to the letter: it may hold what no writer would write.
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(json));
            return;
        }

        var known = Unwrap(value);
        JsonSerializer.Serialize(writer, known, SlackJson.Options.GetTypeInfo(known.GetType()));
    }

    /// <summary>The value kept for JSON whose type or shape is not known.</summary>
    protected abstract TBase Unknown(JsonElement json);

    /// <summary>The JSON of such a value; null of any other.</summary>
    protected abstract JsonElement? Raw(TBase value);

    /// <summary>The value for what was read; differs where the value only wraps it.</summary>
    protected virtual TBase Wrap(object read) => (TBase)read;

    /// <summary>What is written for a value.</summary>
    protected virtual object Unwrap(TBase value) => value;
}

/// <summary>What the <c>type</c> of an object must be.</summary>
internal static class JsonKind
{
    /// <summary>Refuses JSON of another kind where one kind alone can stand.</summary>
    internal static string Same(string? known, string? read) =>
        known is null || known == read ? read! : throw new JsonException($"Expected the type {known}.");

    /// <summary>The <c>type</c> of a JSON object; "" when it has none that is text.</summary>
    internal static string Of(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("type"u8, out var type)
        && type.ValueKind == JsonValueKind.String
        && !BrokenUnicode.In(type)
            ? type.GetString()!
            : "";
}
