using AoBot.Slack.Blocks;

namespace AoBot.Conversations;

/// <summary>An answer where Slack draws no tables and no charts: in a window, and on Home. A table becomes a line for each row; what a chart shows is told in words beside it.</summary>
public static class InWindow
{
    private const int LinesOfSection = 8;

    public static IReadOnlyList<Block> Of(IEnumerable<Block> blocks) => [.. blocks.Where(b => b is not DataVisualizationBlock).SelectMany(b => b is TableBlock table ? Lines(table) : [b])];

    private static IEnumerable<Block> Lines(TableBlock table) =>
        table.Rows.Skip(1)
            .Select(row => Mrkdwn.Of($"• *{Words(row[0])}*: {Mrkdwn.Join(" · ", row.Skip(1).Select(Words).Where(w => !w.IsEmpty && w.ToString() != Parts.NoCell))}"))
            .Chunk(LinesOfSection)
            .Select(lines => Parts.Section(Mrkdwn.Join("\n", lines)));

    private static Mrkdwn Words(TableCell cell) => cell switch
    {
        TextCell text => Mrkdwn.Escape(text.Raw.Text),
        NumberCell number => Mrkdwn.Escape(number.Raw.Text),
        RichTextCell rich => Mrkdwn.Join("", rich.Block.Elements.OfType<RichTextSection>().SelectMany(s => s.Elements).Select(Words)),
        _ => Mrkdwn.Empty,
    };

    private static Mrkdwn Words(RichTextInline inline) => inline switch
    {
        RichTextText text => Mrkdwn.Escape(text.Text),
        RichTextLink link => Mrkdwn.Link(new Uri(link.Url), link.Text ?? ""),
        _ => Mrkdwn.Empty,
    };
}
