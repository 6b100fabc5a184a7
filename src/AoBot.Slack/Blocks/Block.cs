using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>
/// A block: one row of a message (at most 50), a modal or a Home tab (at most 100). Read and written by its <c>type</c>;
/// one this library does not know is an <see cref="UnknownBlock"/>.
/// </summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks</remarks>
[JsonConverter(typeof(BlockConverter))]
public abstract record Block : TypedSlackObject
{
    private protected Block(string type)
        : base(type)
    {
    }

    /// <summary>
    /// Names the block in what Slack sends back; at most 255 characters, unique in the message or view. Slack makes one up
    /// when it is null. Use another when a message is edited.
    /// </summary>
    [JsonPropertyOrder(-2)]
    public string? BlockId { get; init; }
}

/// <summary>A block of a kind or in a shape this library does not know, written back as it was read.</summary>
/// <param name="Json">The whole block, a JSON object.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks</remarks>
public sealed record UnknownBlock(JsonElement Json) : Block(JsonKind.Of(Json));

/// <summary>Reads and writes any block.</summary>
internal sealed class BlockConverter() : KindConverter<Block>(new()
{
    ["section"] = typeof(SectionBlock),
    ["header"] = typeof(HeaderBlock),
    ["divider"] = typeof(DividerBlock),
    ["context"] = typeof(ContextBlock),
    ["context_actions"] = typeof(ContextActionsBlock),
    ["actions"] = typeof(ActionsBlock),
    ["input"] = typeof(InputBlock),
    ["image"] = typeof(ImageBlock),
    ["video"] = typeof(VideoBlock),
    ["file"] = typeof(FileBlock),
    ["call"] = typeof(CallBlock),
    ["rich_text"] = typeof(RichTextBlock),
    ["markdown"] = typeof(MarkdownBlock),
    ["table"] = typeof(TableBlock),
    ["data_table"] = typeof(DataTableBlock),
    ["data_visualization"] = typeof(DataVisualizationBlock),
    ["alert"] = typeof(AlertBlock),
    ["card"] = typeof(CardBlock),
    ["carousel"] = typeof(CarouselBlock),
    ["container"] = typeof(ContainerBlock),
    ["plan"] = typeof(PlanBlock),
    ["task_card"] = typeof(TaskCardBlock),
})
{
    protected override Block Unknown(JsonElement json) => new UnknownBlock(json);

    protected override JsonElement? Raw(Block value) => (value as UnknownBlock)?.Json;
}
