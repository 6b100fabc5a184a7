using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AoBot.People;

/// <summary>A person by one of the two names that AoBot keeps: a Slack id or an e-mail address.</summary>
public sealed partial class NamedPerson
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Regex _named;

    private NamedPerson(Regex named) => _named = named;

    /// <summary>None if it is neither.</summary>
    public static NamedPerson? Parse(string written)
    {
        // Other ids and addresses that only hold this one are other people's.
        var name = Regex.Escape(written.Trim());
        return IsSlackId(written.Trim()) ? new(new Regex($"(?<![A-Za-z0-9]){name}(?![A-Za-z0-9])"))
            : IsEmail(written.Trim()) ? new(new Regex($@"(?<![\p{{L}}\p{{N}}._%+'-]){name}(?![\p{{L}}\p{{N}}@]|[.-][\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))
            : null;
    }

    public static bool IsSlackId(string written) => SlackId().IsMatch(written);

    public static bool IsEmail(string written) => written.Length <= 254 && Email().IsMatch(written);

    /// <summary>The text with <see cref="Person.Former"/> in the person's place, within JSON as within words; null where they are not named.</summary>
    public string? ReplaceIn(string text)
    {
        if (text.Length > 0 && text[0] is '{' or '[' && Parsed(text) is { } json)
        {
            return Replace(json) ? json.ToJsonString(AsWritten) : null;
        }

        return _named.IsMatch(text) ? _named.Replace(text, Person.Former) : null;
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool Replace(JsonNode node)
    {
        var replaced = false;
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    var key = name;
                    if (ReplaceIn(name) is { } renamed)
                    {
                        members.Remove(name);
                        members[key = renamed] = value;
                        replaced = true;
                    }

                    replaced |= ReplaceAt(value, put => members[key] = put);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    var at = i;
                    replaced |= ReplaceAt(items[i], put => items[at] = put);
                }

                break;
        }

        return replaced;
    }

    private bool ReplaceAt(JsonNode? value, Action<JsonNode> put)
    {
        if (value is JsonValue leaf && leaf.TryGetValue<string>(out var text))
        {
            if (ReplaceIn(text) is not { } changed)
            {
                return false;
            }

            put(JsonValue.Create(changed));
            return true;
        }

        return value is not null && Replace(value);
    }

    [GeneratedRegex("^[UW][A-Z0-9]{1,31}$", RegexOptions.NonBacktracking)]
    private static partial Regex SlackId();

    [GeneratedRegex("""^[^\s\p{C}@;,<>"]+@[^\s\p{C}@;,<>"/]+\.[^\s\p{C}@;,<>"/.]+$""", RegexOptions.NonBacktracking)]
    private static partial Regex Email();
}
