using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers.Html;
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

        foreach (var task in document.Descendants<TaskList>().ToList())
        {
            task.ReplaceBy(new HtmlInline(task.Checked ? "<span role=\"img\" aria-label=\"Done:\">☑</span>" : "<span role=\"img\" aria-label=\"Open:\">☐</span>"));
        }

        foreach (var table in document.Descendants<Table>())
        {
            Describe(table);
        }

        return new MarkupString(document.ToHtml(Pipeline));
    }

    /// <summary>Columns are named by their heads, and aligned by classes: a style in the page is not let in.</summary>
    private static void Describe(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var (cell, place) in row.OfType<TableCell>().Select((cell, place) => (cell, place)))
            {
                if (row.IsHeader)
                {
                    cell.GetAttributes().AddProperty("scope", "col");
                }

                if (place < table.ColumnDefinitions.Count && table.ColumnDefinitions[place].Alignment is TableColumnAlign.Right or TableColumnAlign.Center)
                {
                    cell.GetAttributes().AddClass(table.ColumnDefinitions[place].Alignment == TableColumnAlign.Right ? "right" : "center");
                }
            }
        }

        foreach (var column in table.ColumnDefinitions)
        {
            column.Alignment = null;
        }
    }
}
