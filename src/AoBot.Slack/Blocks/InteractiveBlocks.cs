namespace AoBot.Slack.Blocks;

/// <summary>Buttons, menus and pickers in a row. In messages, modals and Home.</summary>
/// <param name="Elements">1 to 25 elements; their action ids are unique in the block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/actions-block</remarks>
public sealed record ActionsBlock(IReadOnlyList<BlockElement> Elements) : Block("actions");

/// <summary>A labelled field to fill in. In modals (which then need a submit button), messages and Home.</summary>
/// <param name="Label">1 to 2,000 characters.</param>
/// <param name="Element">An input, menu, picker, checkboxes or radio buttons.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/input-block</remarks>
public sealed record InputBlock(PlainText Label, BlockElement Element) : Block("input")
{
    /// <summary>Grey help under the field; at most 2,000 characters.</summary>
    public PlainText? Hint { get; init; }

    /// <summary>Whether the field may stay empty; null is no.</summary>
    public bool? Optional { get; init; }

    /// <summary>Whether using the field sends a block action at once; null is no.</summary>
    public bool? DispatchAction { get; init; }
}
