using AoBot.Slack.Blocks;

namespace AoBot.Playground.Page.Blocks;

/// <summary>A part of rich text: lists that follow each other are one list whose items are indented, everything else stands alone.</summary>
internal sealed record RichTextGroups(RichTextElement? Element, IReadOnlyList<RichTextList>? Lists)
{
    public static IEnumerable<RichTextGroups> Of(IReadOnlyList<RichTextElement> elements)
    {
        List<RichTextList> lists = [];
        foreach (var element in elements)
        {
            if (element is RichTextList list && (lists.Count == 0 || (list.Indent ?? 0) > 0 || list.Style == lists[0].Style))
            {
                lists.Add(list);
                continue;
            }

            if (lists.Count > 0)
            {
                yield return new RichTextGroups(null, lists);
                lists = [];
            }

            if (element is RichTextList other)
            {
                lists.Add(other);
            }
            else
            {
                yield return new RichTextGroups(element, null);
            }
        }

        if (lists.Count > 0)
        {
            yield return new RichTextGroups(null, lists);
        }
    }
}
