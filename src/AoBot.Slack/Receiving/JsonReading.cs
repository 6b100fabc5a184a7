using System.Text.Json;
using System.Text.Unicode;

namespace AoBot.Slack.Receiving;

/// <summary>
/// Reads foreign JSON forgivingly: what is absent, null or of another kind than expected reads as nothing, so that a payload of a newer
/// Slack is still read. Only what is no JSON object at all is refused.
/// </summary>
internal static class JsonReading
{
    /// <summary>Reads one object. The element does not depend on the bytes afterwards.</summary>
    /// <exception cref="JsonException">Not UTF-8, not JSON, nested deeper than 64, or not an object.</exception>
    public static JsonElement ParseObject(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw new JsonException("The JSON is not valid UTF-8.");
        }

        var reader = new Utf8JsonReader(utf8);
        using var document = JsonDocument.ParseValue(ref reader);
        if (reader.Read())
        {
            throw new JsonException("Something follows the JSON object.");
        }

        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.Clone()
            : throw new JsonException("The JSON is not an object.");
    }

    public static JsonElement? Object(this JsonElement element, string name) => element.Get(name, JsonValueKind.Object);

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Get(name, JsonValueKind.Array) is { } array ? array.EnumerateArray() : [];

    /// <summary>The members of an object; none of anything else.</summary>
    public static IEnumerable<(string Name, JsonElement Value)> Members(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var member in element.EnumerateObject())
        {
            yield return (NameOf(member), member.Value);
        }
    }

    /// <summary>A text, or null: an empty one counts as absent, as Slack uses both.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.TextOrEmpty(name) is { Length: > 0 } text ? text : null;

    /// <summary>A text that may be empty, or null when there is none.</summary>
    public static string? TextOrEmpty(this JsonElement element, string name) =>
        element.Get(name, JsonValueKind.String) is { } value ? value.AsText() : null;

    public static bool Flag(this JsonElement element, string name) => element.Get(name, JsonValueKind.True) is not null;

    public static long? Number(this JsonElement element, string name) =>
        element.Get(name, JsonValueKind.Number) is { } value && value.TryGetInt64(out var number) ? number : null;

    public static Uri? Address(this JsonElement element, string name) =>
        Uri.TryCreate(element.Text(name), UriKind.Absolute, out var url) ? url : null;

    public static List<string> Texts(this JsonElement element, string name) =>
        [.. element.Items(name).Where(static item => item.ValueKind == JsonValueKind.String).Select(AsText)];

    private static JsonElement? Get(this JsonElement element, string name, JsonValueKind kind)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : null;
        }
        catch (InvalidOperationException lonelySurrogate)
        {
            throw new JsonException("A name holds half of a surrogate pair.", lonelySurrogate);
        }
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException lonelySurrogate)
        {
            throw new JsonException("A name holds half of a surrogate pair.", lonelySurrogate);
        }
    }

    private static string AsText(this JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException lonelySurrogate)
        {
            // "\ud800" is JSON by its grammar but no text.
            throw new JsonException("A text holds half of a surrogate pair.", lonelySurrogate);
        }
    }
}
