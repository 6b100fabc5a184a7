using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>A piece of rich text. A string converts to a text.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#element-types</remarks>
[JsonConverter(typeof(RichTextInlineConverter))]
public abstract record RichTextInline : TypedSlackObject
{
    private protected RichTextInline(string type)
        : base(type)
    {
    }

    /// <summary>How it is shown; null is plain.</summary>
    public RichTextStyle? Style { get; init; }

    /// <summary>A text.</summary>
    /// <param name="text">Any text.</param>
    public static implicit operator RichTextInline(string text) => new RichTextText(text);
}

/// <summary>How a piece of rich text is shown.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#element-types</remarks>
public sealed record RichTextStyle : SlackObject
{
    /// <summary>Bold.</summary>
    public bool? Bold { get; init; }

    /// <summary>Italic.</summary>
    public bool? Italic { get; init; }

    /// <summary>Struck through.</summary>
    public bool? Strike { get; init; }

    /// <summary>As code.</summary>
    public bool? Code { get; init; }

    /// <summary>Underlined.</summary>
    public bool? Underline { get; init; }
}

/// <summary>A text; Slack does not parse it.</summary>
/// <param name="Text">At least 1 character.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#text-element-type</remarks>
public sealed record RichTextText(string Text) : RichTextInline("text");

/// <summary>A link.</summary>
/// <param name="Url">An absolute address: http, https or mailto.</param>
/// <param name="Text">What is read; null shows the address.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#link-element-type</remarks>
public sealed record RichTextLink(string Url, string? Text = null) : RichTextInline("link")
{
    /// <summary>Whether Slack found the address unsafe.</summary>
    public bool? Unsafe { get; init; }
}

/// <summary>A mention of a person, who is notified.</summary>
/// <param name="UserId">Their id, <c>U…</c> or <c>W…</c>.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#user-element-type</remarks>
public sealed record RichTextUser(string UserId) : RichTextInline("user");

/// <summary>A mention of a user group, whose members are notified.</summary>
/// <param name="UsergroupId">Its id, <c>S…</c>.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#usergroup-element-type</remarks>
public sealed record RichTextUsergroup(string UsergroupId) : RichTextInline("usergroup");

/// <summary>A link to a channel.</summary>
/// <param name="ChannelId">Its id, <c>C…</c>.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#channel-element-type</remarks>
public sealed record RichTextChannel(string ChannelId) : RichTextInline("channel");

/// <summary>A workspace's name.</summary>
/// <param name="TeamId">Its id, <c>T…</c>.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#element-types</remarks>
public sealed record RichTextTeam(string TeamId) : RichTextInline("team");

/// <summary>A call to everybody in the channel or workspace.</summary>
/// <param name="Range">Who is called.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#broadcast-element-type</remarks>
public sealed record RichTextBroadcast(BroadcastRange Range) : RichTextInline("broadcast");

/// <summary>Who is called by a broadcast.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#broadcast-element-type</remarks>
[JsonConverter(typeof(SnakeCaseEnumConverter<BroadcastRange>))]
public enum BroadcastRange
{
    /// <summary>The active members of the channel.</summary>
    Here,

    /// <summary>All members of the channel.</summary>
    Channel,

    /// <summary>All members of the workspace.</summary>
    Everyone,
}

/// <summary>An emoji.</summary>
/// <param name="Name">Its name without colons, such as <c>wave</c>.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#emoji-element-type</remarks>
public sealed record RichTextEmoji(string Name) : RichTextInline("emoji")
{
    /// <summary>Its code points in lower-case hexadecimal, of standard emoji.</summary>
    public string? Unicode { get; init; }

    /// <summary>Address of its picture, of custom emoji from another workspace.</summary>
    public string? Url { get; init; }
}

/// <summary>A date in the reader's own zone.</summary>
/// <param name="Timestamp">Seconds since 1970-01-01T00:00:00Z.</param>
/// <param name="Format">Words with at least one token, as in <see cref="SlackDate"/>.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#date-element-type</remarks>
public sealed record RichTextDate(long Timestamp, string Format) : RichTextInline("date")
{
    /// <summary>Where the date leads.</summary>
    public string? Url { get; init; }

    /// <summary>What is read where the date cannot be shown; name the zone in it.</summary>
    public string? Fallback { get; init; }
}

/// <summary>A colour sample.</summary>
/// <param name="Value">The colour, such as <c>#F405B3</c>.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#color-element-type</remarks>
public sealed record RichTextColor(string Value) : RichTextInline("color");

/// <summary>A piece of a kind this library does not know, written back as read.</summary>
/// <param name="Json">The whole piece, a JSON object.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#element-types</remarks>
public sealed record UnknownRichTextInline(JsonElement Json) : RichTextInline(JsonKind.Of(Json));

/// <summary>Reads and writes the pieces of rich text.</summary>
internal sealed class RichTextInlineConverter() : KindConverter<RichTextInline>(new()
{
    ["text"] = typeof(RichTextText),
    ["link"] = typeof(RichTextLink),
    ["user"] = typeof(RichTextUser),
    ["usergroup"] = typeof(RichTextUsergroup),
    ["channel"] = typeof(RichTextChannel),
    ["team"] = typeof(RichTextTeam),
    ["broadcast"] = typeof(RichTextBroadcast),
    ["emoji"] = typeof(RichTextEmoji),
    ["date"] = typeof(RichTextDate),
    ["color"] = typeof(RichTextColor),
})
{
    protected override RichTextInline Unknown(JsonElement json) => new UnknownRichTextInline(json);

    protected override JsonElement? Raw(RichTextInline value) => (value as UnknownRichTextInline)?.Json;
}
