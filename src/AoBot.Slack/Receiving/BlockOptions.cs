using System.Buffers;
using System.Text.Json;

namespace AoBot.Slack.Receiving;

/// <summary>A person types into an external select. See https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload.</summary>
public sealed record BlockOptionsRequest : InteractionRequest
{
    internal BlockOptionsRequest(JsonElement raw)
        : base(raw)
    {
        ActionId = raw.Text("action_id") ?? "";
        BlockId = raw.Text("block_id") ?? "";
        Value = raw.Text("value") ?? "";
    }

    /// <summary>The select's id.</summary>
    public string ActionId { get; }

    /// <summary>The id of its block.</summary>
    public string BlockId { get; }

    /// <summary>What was typed so far; may be empty.</summary>
    public string Value { get; }
}

/// <summary>One option to choose.</summary>
/// <param name="Text">What the person sees, plain; at most 75 characters, longer is cut.</param>
/// <param name="Value">What the app gets; at most 150 characters, kept unique by the app.</param>
public sealed record OfferedOption(string Text, string Value);

/// <summary>The options offered. See https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select.</summary>
public sealed class BlockOptionsResponse
{
    /// <summary>How many options Slack takes.</summary>
    public const int MaxOptions = 100;

    private const int MaxText = 75;

    private BlockOptionsResponse(ReadOnlyMemory<byte> json) => Utf8Json = json;

    /// <summary>Nothing fits.</summary>
    public static BlockOptionsResponse None { get; } = Of([]);

    internal ReadOnlyMemory<byte> Utf8Json { get; }

    /// <summary>Offers these, in this order; what comes after the hundredth is left out.</summary>
    /// <param name="options">The options. Slack refuses empty texts, so those are left out.</param>
    public static BlockOptionsResponse Of(IEnumerable<OfferedOption> options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonWriting.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("options"u8);
            foreach (var option in options.Where(static option => option.Text.Length > 0).Take(MaxOptions))
            {
                json.WriteStartObject();
                json.WriteStartObject("text"u8);
                json.WriteString("type"u8, "plain_text"u8);
                json.WriteString("text"u8, JsonWriting.Cut(option.Text, MaxText));
                json.WriteEndObject();
                json.WriteString("value"u8, option.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new(buffer.WrittenMemory);
    }
}
