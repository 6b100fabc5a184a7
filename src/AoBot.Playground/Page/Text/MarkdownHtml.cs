using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace AoBot.Playground.Page.Text;

/// <summary>Standard Markdown as the markdown block takes it; HTML in it is text. https://docs.slack.dev/reference/block-kit/blocks/markdown-block</summary>
public static class MarkdownHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseTaskLists().UseEmphasisExtras().Build();

    public static MarkupString Render(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            // Slack shows an image of a markdown block as a link; an address that could run a script leads nowhere.
            link.IsImage = false;
            link.Url = Html.IsSafeAddress(link.Url) ? link.Url : "#";
        }

        foreach (var link in document.Descendants<AutolinkInline>())
        {
            link.Url = link.IsEmail || Html.IsSafeAddress(link.Url) ? link.Url : "#";
        }

        return new MarkupString(document.ToHtml(Pipeline));
    }
}
