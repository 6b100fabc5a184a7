using AoBot.Slack.Blocks;

namespace AoBot.Conversations;

/// <summary>What answers are made of. Each part keeps Slack's limits by itself, whatever a report holds.</summary>
public static class Parts
{
    /// <summary>How many blocks an answer may have beside its buttons and the line that names who shared it.</summary>
    public const int MostBlocks = BlockLimits.BlocksInMessage - 3;

    /// <summary>What stands in a table's cell that has nothing to say: a cell is never empty.</summary>
    public const string NoCell = "–";

    public static HeaderBlock Header(string words) => new(PlainText.Truncated(words, BlockLimits.HeaderText));

    /// <summary>A paragraph or a list; shown whole, not folded behind "See more".</summary>
    public static SectionBlock Section(Mrkdwn words) => new(new MrkdwnText(words.Truncate(BlockLimits.SectionText))) { Expand = true };

    /// <summary>Somebody's words as they are: nothing in them is formatting.</summary>
    public static SectionBlock Plain(string words) => new(PlainText.Truncated(words, BlockLimits.SectionText)) { Expand = true };

    /// <summary>Small and grey.</summary>
    public static ContextBlock Note(Mrkdwn words) => new([new MrkdwnText(words.Truncate(BlockLimits.ContextText))]);

    /// <summary>One line that is not worth sharing; what stands in backticks is code in the blocks and plain in the text.</summary>
    public static Answer Short(string words) =>
        new(words.Replace("`", "", StringComparison.Ordinal), [Section(Mrkdwn.Of($"{words}"))]) { IsShareable = false };

    /// <summary>A title and what stands below it, line by line.</summary>
    public static SectionBlock List(string title, IEnumerable<Mrkdwn> lines) => Section(Mrkdwn.Join("\n", [Mrkdwn.Of($"*{title}*"), .. lines]));
}
