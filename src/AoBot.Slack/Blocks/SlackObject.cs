using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>An object of Block Kit. What it holds beyond what this library knows is kept and written back.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit</remarks>
public abstract record SlackObject
{
    private protected SlackObject()
    {
    }

    /// <summary>Fields that this library does not know, kept as read; null when there are none.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement>? Extra => UnknownFields;

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement>? UnknownFields { get; set; }
}

/// <summary>An object that says its kind in <c>type</c>.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit</remarks>
public abstract record TypedSlackObject : SlackObject
{
    private protected TypedSlackObject(string type) => Type = type;

    /// <summary>Slack's name of the kind, such as <c>section</c> or <c>button</c>.</summary>
    [JsonInclude, JsonPropertyOrder(-3)]
    public string Type { get; internal init => field = JsonKind.Same(field, value); }
}
