using System.Globalization;
using System.Text;
using AoBot.Playground.Page.Text;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Page.Blocks;

/// <summary>The words of rich text as HTML: nothing in them is parsed, everything is encoded.</summary>
internal static class RichTextHtml
{
    private const int Deepest = 8;

    public static string Inline(IEnumerable<RichTextInline> elements, Reader reader) =>
        string.Concat(elements.Select(element => Styled(One(element, reader), element.Style)));

    /// <summary>Lists by their indentation, one within the item before it.</summary>
    public static string Lists(IReadOnlyList<RichTextList> lists, Reader reader)
    {
        var html = new StringBuilder();
        var open = new Stack<string>();
        foreach (var list in lists)
        {
            var depth = Math.Clamp(list.Indent ?? 0, 0, Deepest) + 1;
            var tag = list.Style == RichTextListStyle.Ordered ? "ol" : "ul";
            while (open.Count > depth || (open.Count == depth && open.Peek() != tag))
            {
                html.Append("</li></").Append(open.Pop()).Append('>');
            }

            var isFirst = open.Count < depth;
            while (open.Count < depth)
            {
                html.Append('<').Append(tag);
                if (tag == "ol" && list.Offset is > 0 && open.Count + 1 == depth)
                {
                    html.Append(CultureInfo.InvariantCulture, $" start=\"{list.Offset + 1}\"");
                }

                html.Append("><li>");
                open.Push(tag);
            }

            foreach (var item in list.Elements)
            {
                html.Append(isFirst ? "" : "</li><li>").Append(Inline(item.Elements, reader));
                isFirst = false;
            }
        }

        while (open.Count > 0)
        {
            html.Append("</li></").Append(open.Pop()).Append('>');
        }

        return html.ToString();
    }

    private static string One(RichTextInline element, Reader reader) => element switch
    {
        RichTextText text => Html.Encode(text.Text).Replace("\n", "<br>"),
        RichTextLink link when Html.IsSafeAddress(link.Url) => SlackToken.Link(link.Url, link.Text is { Length: > 0 } text ? text : link.Url),
        RichTextLink link => Html.Encode(link.Text ?? link.Url),
        RichTextUser user => SlackToken.Mention(user.UserId, "", reader),
        RichTextUsergroup group => $"<span class=\"mention\">@{Html.Encode(group.UsergroupId)}</span>",
        RichTextChannel channel => SlackToken.Channel(channel.ChannelId, "", reader),
        RichTextTeam team => Html.Encode(team.TeamId),
        RichTextBroadcast broadcast => $"<span class=\"mention broadcast\">@{broadcast.Range.ToString().ToLowerInvariant()}</span>",
        RichTextEmoji emoji => $"<span class=\"emoji\" role=\"img\" aria-label=\"{Html.Encode(emoji.Name.Replace('_', ' '))}\">{Html.Encode(Text.Emoji.Find(emoji.Name) ?? $":{emoji.Name}:")}</span>",
        RichTextDate date => SlackToken.Date(date.Timestamp, date.Format, date.Url, date.Fallback ?? "", reader),
        RichTextColor color => $"<code>{Html.Encode(color.Value)}</code>",
        _ => $"<span class=\"unknown\">({Html.Encode(element.Type)})</span>",
    };

    private static string Styled(string html, RichTextStyle? style)
    {
        if (style is null)
        {
            return html;
        }

        html = style.Code == true ? $"<code>{html}</code>" : html;
        html = style.Bold == true ? $"<b>{html}</b>" : html;
        html = style.Italic == true ? $"<i>{html}</i>" : html;
        html = style.Strike == true ? $"<s>{html}</s>" : html;
        return style.Underline == true ? $"<u>{html}</u>" : html;
    }
}
