using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace AoBot.Reports.Reading;

/// <summary>The Markdown of a report, flattened: what stands in which section and line, in order.</summary>
internal sealed class ReportDocument
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().UsePreciseSourceLocation().Build();

    private readonly List<Piece> _pieces = [];
    private readonly List<Section> _sections = [];
    private Section _section = new("", 0, 1, SectionKind.Other, null);

    private ReportDocument()
    {
    }

    public IReadOnlyList<Piece> Pieces => _pieces;

    public IReadOnlyList<Section> Sections => _sections;

    /// <summary>The lines between the two <c>---</c> at the top.</summary>
    public IReadOnlyList<(string Text, int Line)> FrontMatter { get; private set; } = [];

    /// <summary>Where the template's instructions still stand.</summary>
    public int? InstructionsLine { get; private set; }

    /// <summary>None where the nesting is so deep that the Markdown parser gives up; it says so by an exception only.</summary>
    public static ReportDocument? Parse(string markdown)
    {
        MarkdownDocument parsed;
        try
        {
            parsed = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }

        var document = new ReportDocument();
        document.Add(parsed, null, null);
        foreach (var paragraph in document._pieces.OfType<Paragraph>().Where(p => p.Text.HadInstructions).Take(1))
        {
            document.InstructionsLine = Math.Min(document.InstructionsLine ?? int.MaxValue, paragraph.Text.Line);
        }

        return document;
    }

    private void Add(ContainerBlock blocks, Item? parent, RichText? intro)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case YamlFrontMatterBlock yaml:
                    FrontMatter = [.. yaml.Lines.Lines.Take(yaml.Lines.Count).Select((l, i) => (l.Slice.ToString(), yaml.Line + i + 2))];
                    break;
                case HeadingBlock heading:
                    var text = RichText.Of(heading.Inline, heading.Line + 1);
                    _section = Section.Under(_section, text.Text.Trim(), heading.Level, text.Line);
                    _sections.Add(_section);
                    _pieces.Add(new Heading(_section, text));
                    intro = null;
                    break;
                case Table table:
                    _pieces.Add(new TableRows(_section, [.. table.OfType<TableRow>().Select(Row)]));
                    break;
                case ParagraphBlock paragraph:
                    intro = RichText.Of(paragraph.Inline, paragraph.Line + 1);
                    _pieces.Add(new Paragraph(_section, intro, i + 1 < blocks.Count && blocks[i + 1] is ListBlock));
                    break;
                case ListBlock list:
                    foreach (var item in list.OfType<ListItemBlock>())
                    {
                        AddItem(item, parent, intro);
                    }

                    break;
                case HtmlBlock html:
                    if (html.Lines.ToString().Contains("<mark", StringComparison.OrdinalIgnoreCase))
                    {
                        InstructionsLine ??= html.Line + 1;
                    }

                    break;
                case ContainerBlock other:
                    Add(other, parent, intro);
                    break;
            }
        }
    }

    private void AddItem(ListItemBlock block, Item? parent, RichText? intro)
    {
        var text = RichText.None;
        var rest = 0;
        for (; rest < block.Count && block[rest] is ParagraphBlock paragraph; rest++)
        {
            var more = RichText.Of(paragraph.Inline, paragraph.Line + 1);
            text = rest == 0 ? more : text.Followed(more);
        }

        var item = new Item(_section, text, intro, parent);
        if (rest > 0)
        {
            _pieces.Add(item);
        }

        for (; rest < block.Count; rest++)
        {
            switch (block[rest])
            {
                case ListBlock list:
                    foreach (var inner in list.OfType<ListItemBlock>())
                    {
                        AddItem(inner, item, intro);
                    }

                    break;
                case Table table:
                    _pieces.Add(new TableRows(_section, [.. table.OfType<TableRow>().Select(Row)]));
                    break;
                case ParagraphBlock paragraph:
                    _pieces.Add(new Paragraph(_section, RichText.Of(paragraph.Inline, paragraph.Line + 1), false));
                    break;
                case ContainerBlock other:
                    Add(other, item, intro);
                    break;
            }
        }
    }

    private static Row Row(TableRow row) => new(
        [.. row.OfType<TableCell>().Select(c => c.Count > 0 && c[0] is ParagraphBlock p ? RichText.Of(p.Inline, row.Line + 1) : RichText.None)],
        row.Line + 1,
        row.IsHeader);
}

internal abstract record Piece(Section Section);

internal sealed record Heading(Section Section, RichText Text) : Piece(Section);

/// <param name="Section">Where it stands.</param>
/// <param name="Text">What it says.</param>
/// <param name="LeadsIn">Whether a list follows it.</param>
internal sealed record Paragraph(Section Section, RichText Text, bool LeadsIn) : Piece(Section);

/// <param name="Section">Where it stands.</param>
/// <param name="Text">Its own paragraphs, without the lists in it.</param>
/// <param name="Intro">The paragraph before its list.</param>
/// <param name="Parent">The item that its list is part of.</param>
internal sealed record Item(Section Section, RichText Text, RichText? Intro, Item? Parent) : Piece(Section);

internal sealed record TableRows(Section Section, IReadOnlyList<Row> Rows) : Piece(Section);

internal sealed record Row(IReadOnlyList<RichText> Cells, int Line, bool IsHeader);
