using AoBot.Slack.Blocks;

namespace AoBot.Playground.Workspace;

/// <summary>Gives each block a <c>block_id</c> where the bot gave none, as Slack does.</summary>
public static class BlockIds
{
    public static IReadOnlyList<Block> Complete(IReadOnlyList<Block> blocks)
    {
        var taken = blocks.Select(block => block.BlockId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var next = 0;
        string Fresh()
        {
            string id;
            do
            {
                id = $"b{++next:00}";
            }
            while (!taken.Add(id));
            return id;
        }

        return [.. blocks.Select(block => block is UnknownBlock || block.BlockId is { Length: > 0 } ? block : block with { BlockId = Fresh() })];
    }

    public static View Complete(View view) => view switch
    {
        ModalView modal => modal with { Blocks = Complete(modal.Blocks) },
        HomeView home => home with { Blocks = Complete(home.Blocks) },
        _ => view,
    };
}
