namespace AoBot.Slack.Blocks;

/// <summary>
/// Text, short fields in two columns, or both, with an element beside them. In messages, modals and Home.
/// </summary>
/// <param name="Text">1 to 3,000 characters; may be null when there are fields.</param>
/// <param name="Fields">1 to 10 texts of 1 to 2,000 characters, shown in two columns; may be null when there is a text.</param>
/// <param name="Accessory">
/// A button, image, menu, picker, checkboxes, radio buttons, overflow or workflow button; null for none.
/// </param>
/// <param name="Expand">True shows a long text whole, without "see more".</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/section-block</remarks>
public sealed record SectionBlock(
    TextObject? Text = null,
    IReadOnlyList<TextObject>? Fields = null,
    BlockElement? Accessory = null,
    bool? Expand = null) : Block("section");

/// <summary>A large line of plain text. In messages, modals and Home. Date tokens do not work here.</summary>
/// <param name="Text">1 to 150 characters.</param>
/// <param name="Level">Size, 1 (largest) to 4; null is Slack's usual size. Not in <c>@slack/types</c> 3.2.0.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/header-block</remarks>
public sealed record HeaderBlock(PlainText Text, int? Level = null) : Block("header");

/// <summary>A line between blocks. In messages, modals and Home.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/divider-block</remarks>
public sealed record DividerBlock() : Block("divider");

/// <summary>
/// Standard Markdown, which Slack translates into blocks; one block may become several. In messages only.
/// The text is not mrkdwn: <see cref="Mrkdwn"/> does not protect it.
/// </summary>
/// <param name="Text">1 character at least; all such blocks of a message have at most 12,000 together.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/markdown-block</remarks>
public sealed record MarkdownBlock(string Text) : Block("markdown");

/// <summary>A text that stands out, with a level. In modals only.</summary>
/// <param name="Text">1 to 200 characters.</param>
/// <param name="Level">How grave it is; null is <see cref="AlertLevel.Default"/>.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/alert-block</remarks>
public sealed record AlertBlock(TextObject Text, AlertLevel? Level = null) : Block("alert");

/// <summary>How grave an <see cref="AlertBlock"/> is.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/alert-block</remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(SnakeCaseEnumConverter<AlertLevel>))]
public enum AlertLevel
{
    /// <summary>No colour.</summary>
    Default,

    /// <summary>Something to know.</summary>
    Info,

    /// <summary>Something to mind.</summary>
    Warning,

    /// <summary>Something went wrong.</summary>
    Error,

    /// <summary>Something went well.</summary>
    Success,
}
