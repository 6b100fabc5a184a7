using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>A card. In messages, modals and Home. At least one of hero image, title, body and actions is set.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/card-block</remarks>
public sealed record CardBlock() : Block("card")
{
    /// <summary>An image across the top.</summary>
    public ImageElement? HeroImage { get; init; }

    /// <summary>A small image beside the title.</summary>
    public ImageElement? Icon { get; init; }

    /// <summary>At most 150 characters.</summary>
    public MrkdwnText? Title { get; init; }

    /// <summary>At most 150 characters.</summary>
    public MrkdwnText? Subtitle { get; init; }

    /// <summary>At most 200 characters.</summary>
    public MrkdwnText? Body { get; init; }

    /// <summary>Buttons at the bottom.</summary>
    public IReadOnlyList<Button>? Actions { get; init; }
}

/// <summary>Cards side by side. In messages and Home.</summary>
/// <param name="Elements">1 to 10 cards.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/carousel-block</remarks>
public sealed record CarouselBlock(IReadOnlyList<CardBlock> Elements) : Block("carousel");

/// <summary>Blocks under one title, which may fold. In messages only. Title or rich text title is set; rich text wins.</summary>
/// <param name="ChildBlocks">
/// 1 to 10 blocks: actions, context, divider, file, header, image, input, rich text, section, table, video.
/// </param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/container-block</remarks>
public sealed record ContainerBlock(IReadOnlyList<Block> ChildBlocks) : Block("container")
{
    /// <summary>At most 150 characters.</summary>
    public PlainText? Title { get; init; }

    /// <summary>A title of rich text, instead of <see cref="Title"/>.</summary>
    public RichTextBlock? RichTextTitle { get; init; }

    /// <summary>At most 150 characters.</summary>
    public TextObject? Subtitle { get; init; }

    /// <summary>How wide it is; null is <see cref="ContainerWidth.Standard"/>.</summary>
    public ContainerWidth? Width { get; init; }

    /// <summary>An image beside the title.</summary>
    public ImageElement? Icon { get; init; }

    /// <summary>Whether readers can fold it; null is no.</summary>
    public bool? IsCollapsible { get; init; }

    /// <summary>Whether it starts folded; needs <see cref="IsCollapsible"/>. Null is no.</summary>
    public bool? DefaultCollapsed { get; init; }

    /// <summary>Whether a line parts title and content, where it cannot fold; null is no.</summary>
    public bool? HasHeaderDivider { get; init; }
}

/// <summary>How wide a <see cref="ContainerBlock"/> is.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/container-block</remarks>
[JsonConverter(typeof(SnakeCaseEnumConverter<ContainerWidth>))]
public enum ContainerWidth
{
    /// <summary>Narrow.</summary>
    Narrow,

    /// <summary>As usual.</summary>
    Standard,

    /// <summary>Wide.</summary>
    Wide,

    /// <summary>All there is.</summary>
    Full,
}

/// <summary>A list of tasks. In messages only.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Tasks">Task cards; null for none.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/plan-block</remarks>
public sealed record PlanBlock(string Title, IReadOnlyList<Block>? Tasks = null) : Block("plan");

/// <summary>One task and how far it is. In messages only.</summary>
/// <param name="TaskId">Names the task.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Status">How far it is.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/task-card-block</remarks>
public sealed record TaskCardBlock(string TaskId, string Title, TaskCardStatus Status) : Block("task_card")
{
    /// <summary>What is being done.</summary>
    public RichTextBlock? Details { get; init; }

    /// <summary>What came of it.</summary>
    public RichTextBlock? Output { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<UrlSource>? Sources { get; init; }
}

/// <summary>How far a task is.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/task-card-block</remarks>
[JsonConverter(typeof(SnakeCaseEnumConverter<TaskCardStatus>))]
public enum TaskCardStatus
{
    /// <summary>Not begun.</summary>
    Pending,

    /// <summary>Begun.</summary>
    InProgress,

    /// <summary>Done.</summary>
    Complete,

    /// <summary>Failed.</summary>
    Error,
}
