namespace AoBot.Slack.Blocks;

/// <summary>Where blocks are shown; not every block may stand everywhere.</summary>
/// <remarks>https://docs.slack.dev/surfaces</remarks>
public enum BlockSurface
{
    /// <summary>A message.</summary>
    Message,

    /// <summary>A modal.</summary>
    Modal,

    /// <summary>A Home tab.</summary>
    Home,
}

/// <summary>Something Slack would refuse.</summary>
/// <param name="Path">Where, in the names of the JSON: <c>blocks[3].fields[0]</c>.</param>
/// <param name="Message">What, with the limit and what was found.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit</remarks>
public sealed record BlockProblem(string Path, string Message);

/// <summary>
/// Says before sending what Slack would refuse after it (<c>invalid_blocks</c>): the numbers of <see cref="BlockLimits"/>,
/// ids that are not unique, what is required, and what may stand where. Blocks and elements this library does not know are
/// taken as they are.
/// </summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks</remarks>
public static class BlockValidator
{
    /// <summary>Checks blocks.</summary>
    /// <param name="blocks">The blocks, in order.</param>
    /// <param name="surface">Where they are to be shown.</param>
    /// <returns>The problems in the order of the blocks; empty when there are none.</returns>
    public static IReadOnlyList<BlockProblem> Check(IReadOnlyList<Block> blocks, BlockSurface surface)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var check = new BlockCheck(surface);
        check.All(blocks);
        return check.Problems;
    }

    /// <summary>Checks a message: its text, which must say everything, and its blocks.</summary>
    /// <param name="body">The message.</param>
    /// <returns>The problems; empty when there are none.</returns>
    public static IReadOnlyList<BlockProblem> Check(MessageBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var check = new BlockCheck(BlockSurface.Message);
        check.Length(body.Text, "text", 1, BlockLimits.MessageText, required: true);
        if (body.Blocks is { } blocks)
        {
            check.All(blocks);
        }

        return check.Problems;
    }

    /// <summary>Checks a modal or a Home tab, its size as JSON included. A view of another kind is taken as it is.</summary>
    /// <param name="view">The view.</param>
    /// <returns>The problems; empty when there are none.</returns>
    public static IReadOnlyList<BlockProblem> Check(View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view is UnknownView)
        {
            return [];
        }

        var check = new BlockCheck(view is ModalView ? BlockSurface.Modal : BlockSurface.Home);
        if (view is ModalView modal)
        {
            check.Text(modal.Title, "title", BlockLimits.ViewTitle, required: true);
            check.Text(modal.Submit, "submit", BlockLimits.ViewTitle);
            check.Text(modal.Close, "close", BlockLimits.ViewTitle);
        }

        check.Length(view.CallbackId, "callback_id", 0, BlockLimits.Id);
        check.Length(view.ExternalId, "external_id", 0, BlockLimits.Id);
        check.Length(view.PrivateMetadata, "private_metadata", 0, BlockLimits.PrivateMetadata);
        check.All(view.Blocks);
        if (view is ModalView { Submit: null } && check.HasInput)
        {
            check.Add("submit", "A modal with an input block needs a submit button; there is none.");
        }

        var bytes = SlackJson.SerializeToUtf8Bytes(view).Length;
        if (bytes > BlockLimits.ViewBytes)
        {
            check.Add("", $"The view has {bytes:N0} bytes of JSON; the limit is {BlockLimits.ViewBytes:N0}.");
        }

        return check.Problems;
    }
}
