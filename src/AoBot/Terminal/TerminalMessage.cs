using AoBot.Slack.Blocks;
using NodaTime;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AoBot.Terminal;

/// <summary>Draws blocks in a terminal: colours and links where it can, plain lines where it cannot or where the output goes to a file.</summary>
public static class TerminalMessage
{
    private const int PlainWidth = 100;
    private const int WidestRead = 100;

    public static void Draw(TextWriter output, IReadOnlyList<Block> blocks, DateTimeZone zone)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = isTerminal ? Math.Min(console.Profile.Width, WidestRead) : PlainWidth;
        foreach (var line in blocks.SelectMany(b => Lines(b, zone)))
        {
            console.Write(line);
        }
    }

    private static IEnumerable<IRenderable> Lines(Block block, DateTimeZone zone) => block switch
    {
        HeaderBlock header => [new Markup($"[bold underline]{Markup.Escape(header.Text.Text)}[/]\n\n")],
        SectionBlock section => Section(section, zone),
        ContextBlock context => [.. context.Elements.OfType<ContextText>().Select(e => new Markup($"[grey]{Words(e.Text, zone)}[/]\n")), Text.NewLine],
        DividerBlock => [new Rule { Style = Style.Parse("grey") }, Text.NewLine],
        TableBlock table => [Table(table.Rows), Text.NewLine],
        DataTableBlock table => [new Markup($"[bold]{Markup.Escape(table.Caption)}[/]\n"), Table(table.Rows), Text.NewLine],
        ActionsBlock actions => [new Markup($"[grey]{string.Join("  ", actions.Elements.OfType<Button>().Select(b => $"[[ {Markup.Escape(b.Text.Text)} ]]"))}[/]\n")],
        _ => [],
    };

    private static IEnumerable<IRenderable> Section(SectionBlock section, DateTimeZone zone)
    {
        var texts = (section.Text is { } text ? [text] : Array.Empty<TextObject>()).Concat(section.Fields ?? []);
        return [.. texts.SelectMany(t => Words(t, zone).Split('\n')).Select(Line), Text.NewLine];
    }

    /// <summary>A bullet's second line stands below its words, not below the bullet.</summary>
    private static IRenderable Line(string markup)
    {
        if (!markup.StartsWith("• ", StringComparison.Ordinal))
        {
            return new Rows(new Markup(markup));
        }

        var bullet = new Grid { Expand = false };
        bullet.AddColumn(new GridColumn { Width = 1, Padding = new Padding(0, 0, 1, 0) });
        bullet.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        bullet.AddRow(new Markup("•"), new Markup(markup[2..]));
        return bullet;
    }

    private static Table Table(IReadOnlyList<IReadOnlyList<TableCell>> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var head in rows[0])
        {
            table.AddColumn(new TableColumn(new Markup($"[bold]{Cell(head)}[/]")));
        }

        foreach (var row in rows.Skip(1))
        {
            table.AddRow(row.Select(c => new Markup(Cell(c))));
        }

        return table;
    }

    private static string Cell(TableCell cell) => cell switch
    {
        TextCell text => Markup.Escape(text.Raw.Text),
        NumberCell number => Markup.Escape(number.Raw.Text),
        RichTextCell rich => string.Concat(rich.Block.Elements.OfType<RichTextSection>().SelectMany(s => s.Elements).Select(Inline)),
        _ => "",
    };

    private static string Inline(RichTextInline inline) => inline switch
    {
        RichTextText text => Markup.Escape(text.Text),
        RichTextLink link => MrkdwnMarkup.Link(link.Url, link.Text ?? link.Url),
        _ => "",
    };

    private static string Words(TextObject text, DateTimeZone zone) =>
        text is MrkdwnText mrkdwn ? MrkdwnMarkup.Of(mrkdwn.Text, zone) : Markup.Escape(text.Content);
}
