using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>
/// Text with structure: what people write in Slack arrives so, and a person's words in it are never parsed.
/// In messages, modals and Home.
/// </summary>
/// <param name="Elements">Sections, lists, quotes and preformatted text.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block</remarks>
public sealed record RichTextBlock(IReadOnlyList<RichTextElement> Elements) : Block("rich_text");

/// <summary>A part of a <see cref="RichTextBlock"/>.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#element-types</remarks>
[JsonConverter(typeof(RichTextElementConverter))]
public abstract record RichTextElement : TypedSlackObject
{
    private protected RichTextElement(string type)
        : base(type)
    {
    }
}

/// <summary>A paragraph, or one item of a list.</summary>
/// <param name="Elements">Its pieces, in order; a line break is a <c>\n</c> in a text.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#rich_text_section</remarks>
public sealed record RichTextSection(IReadOnlyList<RichTextInline> Elements) : RichTextElement("rich_text_section");

/// <summary>A list.</summary>
/// <param name="Style">Points or numbers.</param>
/// <param name="Elements">Its items.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#rich_text_list</remarks>
public sealed record RichTextList(RichTextListStyle Style, IReadOnlyList<RichTextSection> Elements)
    : RichTextElement("rich_text_list")
{
    /// <summary>How far it stands in, 0 to 8; null is 0.</summary>
    public int? Indent { get; init; }

    /// <summary>The number the first item follows, in ordered lists; null is 0.</summary>
    public int? Offset { get; init; }

    /// <summary>1 draws a bar at the side, 0 or null none.</summary>
    public int? Border { get; init; }
}

/// <summary>Points or numbers.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#rich_text_list</remarks>
[JsonConverter(typeof(SnakeCaseEnumConverter<RichTextListStyle>))]
public enum RichTextListStyle
{
    /// <summary>Points.</summary>
    Bullet,

    /// <summary>Numbers.</summary>
    Ordered,
}

/// <summary>A quotation.</summary>
/// <param name="Elements">Its pieces, in order.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#rich_text_quote</remarks>
public sealed record RichTextQuote(IReadOnlyList<RichTextInline> Elements) : RichTextElement("rich_text_quote")
{
    /// <summary>1 draws a second bar at the side, 0 or null none.</summary>
    public int? Border { get; init; }
}

/// <summary>Text of fixed width.</summary>
/// <param name="Elements">Texts and links, in order.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#rich_text_preformatted</remarks>
public sealed record RichTextPreformatted(IReadOnlyList<RichTextInline> Elements)
    : RichTextElement("rich_text_preformatted")
{
    /// <summary>1 draws a bar at the side, 0 or null none.</summary>
    public int? Border { get; init; }
}

/// <summary>A part of a kind this library does not know, written back as read.</summary>
/// <param name="Json">The whole part, a JSON object.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#element-types</remarks>
public sealed record UnknownRichTextElement(JsonElement Json) : RichTextElement(JsonKind.Of(Json));

/// <summary>Reads and writes the parts of rich text.</summary>
internal sealed class RichTextElementConverter() : KindConverter<RichTextElement>(new()
{
    ["rich_text_section"] = typeof(RichTextSection),
    ["rich_text_list"] = typeof(RichTextList),
    ["rich_text_quote"] = typeof(RichTextQuote),
    ["rich_text_preformatted"] = typeof(RichTextPreformatted),
})
{
    protected override RichTextElement Unknown(JsonElement json) => new UnknownRichTextElement(json);

    protected override JsonElement? Raw(RichTextElement value) => (value as UnknownRichTextElement)?.Json;
}
