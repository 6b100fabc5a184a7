using System.Globalization;
using System.Text.Json.Nodes;

namespace AoBot.Playground.Api;

/// <summary>The arguments of a call, from a form, the query or JSON. In a form, what is not a text is written as JSON.</summary>
/// <param name="values">As they came.</param>
public sealed class ApiArguments(JsonObject values)
{
    public JsonObject Values => values;

    /// <summary>None where it is absent or empty.</summary>
    public string? Text(string name) => values[name] is JsonValue value && value.ToString() is { Length: > 0 } text ? text : null;

    public bool Has(string name) => values[name] is not null;

    public bool Flag(string name) => Text(name) is "true" or "1";

    public int Number(string name, int otherwise) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>An array or object, given as such or as a text. None where it is absent; <paramref name="isBroken"/> where it is no JSON.</summary>
    public JsonNode? Structure(string name, out bool isBroken)
    {
        isBroken = false;
        if (values[name] is not { } node)
        {
            return null;
        }

        if (node is not JsonValue)
        {
            return node;
        }

        var text = node.ToString();
        var parsed = Json.TryParse(text);
        isBroken = text.Length > 0 && parsed is null or JsonValue;
        return isBroken ? null : parsed;
    }
}
