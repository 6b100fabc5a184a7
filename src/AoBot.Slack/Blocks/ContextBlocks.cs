using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>Small grey text and images. In messages, modals and Home.</summary>
/// <param name="Elements">1 to 10 texts and images.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/context-block</remarks>
public sealed record ContextBlock(IReadOnlyList<ContextElement> Elements) : Block("context");

/// <summary>What stands in a <see cref="ContextBlock"/>. Texts, mrkdwn, strings and images convert to it.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/context-block</remarks>
[JsonConverter(typeof(ContextElementConverter))]
public abstract record ContextElement
{
    private protected ContextElement()
    {
    }

    /// <summary>Plain text.</summary>
    /// <param name="text">Any text.</param>
    public static implicit operator ContextElement(string text) => new ContextText(text);

    /// <summary>Mrkdwn.</summary>
    /// <param name="text">The mrkdwn.</param>
    public static implicit operator ContextElement(Mrkdwn text) => new ContextText(text);

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ContextElement(TextObject text) => new ContextText(text);

    /// <summary>An image.</summary>
    /// <param name="image">The image.</param>
    public static implicit operator ContextElement(ImageElement image) => new ContextImage(image);
}

/// <summary>A text in a context block.</summary>
/// <param name="Text">1 to 2,000 characters: Slack's page names no limit of its own, so this library keeps to that of fields.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/context-block</remarks>
public sealed record ContextText(TextObject Text) : ContextElement;

/// <summary>An image in a context block.</summary>
/// <param name="Image">The image.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/context-block</remarks>
public sealed record ContextImage(ImageElement Image) : ContextElement;

/// <summary>An element of a context block that this library does not know, written back as read.</summary>
/// <param name="Json">The whole element, a JSON object.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/context-block</remarks>
public sealed record UnknownContextElement(JsonElement Json) : ContextElement;

/// <summary>Feedback and icon buttons under an answer. In messages only.</summary>
/// <param name="Elements">1 to 5 <see cref="FeedbackButtons"/> and <see cref="IconButton"/>s.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/context-actions-block</remarks>
public sealed record ContextActionsBlock(IReadOnlyList<BlockElement> Elements) : Block("context_actions");

/// <summary>Reads and writes what stands in a context block.</summary>
internal sealed class ContextElementConverter() : KindConverter<ContextElement>(new()
{
    ["plain_text"] = typeof(PlainText),
    ["mrkdwn"] = typeof(MrkdwnText),
    ["image"] = typeof(ImageElement),
})
{
    protected override ContextElement Unknown(JsonElement json) => new UnknownContextElement(json);

    protected override JsonElement? Raw(ContextElement value) => (value as UnknownContextElement)?.Json;

    protected override ContextElement Wrap(object read) => read is ImageElement image ? image : (TextObject)read;

    // The cast matters: without it the implicit conversions would wrap the value again.
    protected override object Unwrap(ContextElement value) => value switch
    {
        ContextText text => (object)text.Text,
        ContextImage image => image.Image,
        _ => value,
    };
}
