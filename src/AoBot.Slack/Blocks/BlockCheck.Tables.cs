namespace AoBot.Slack.Blocks;

/// <summary>The rules of tables, charts and rich text.</summary>
internal sealed partial class BlockCheck
{
    private void Table(TableBlock table, string path)
    {
        OnlyIn(path, table.Type, BlockSurface.Message);
        InMessage(ref _tables, BlockLimits.TablesInMessage, path, "tables");
        Rows(table.Rows, path, 1, BlockLimits.TableRows);
        if (table.ColumnSettings is { Count: > BlockLimits.TableColumns and var count })
        {
            Add($"{path}.column_settings", $"Has {count:N0} items; the limit is {BlockLimits.TableColumns:N0}.");
        }
    }

    private void DataTable(DataTableBlock table, string path)
    {
        OnlyIn(path, table.Type, BlockSurface.Message);
        InMessage(ref _dataTables, BlockLimits.TablesInMessage, path, "data tables");
        Length(table.Caption, $"{path}.caption", 1, int.MaxValue, required: true);
        Rows(table.Rows, path, BlockLimits.DataTableMinRows, BlockLimits.DataTableRows);
        Between(table.PageSize, $"{path}.page_size", 1, BlockLimits.DataTablePage);
        if (table.Rows is not [{ } header, ..])
        {
            return;
        }

        Between(table.RowHeaderColumnIndex, $"{path}.row_header_column_index", 0, Math.Max(header.Count - 1, 0));
        for (var column = 0; column < header.Count; column++)
        {
            if (header[column] is RichTextCell)
            {
                Add($"{path}.rows[0][{column}]", "A header cell cannot be rich text.");
            }
        }

        for (var row = 1; row < table.Rows.Count; row++)
        {
            if (table.Rows[row] is { } cells && cells.Count != header.Count)
            {
                Add($"{path}.rows[{row}]", $"Has {cells.Count:N0} cells; the header has {header.Count:N0}.");
            }
        }
    }

    private void Rows(IReadOnlyList<IReadOnlyList<TableCell>> rows, string path, int least, int most)
    {
        var total = 0L;
        Each(rows, $"{path}.rows", least, most, (row, at) =>
            Each(row, at, 1, BlockLimits.TableColumns, (cell, inRow) => total += Cell(cell, inRow)));
        if (total > BlockLimits.TableText)
        {
            Add($"{path}.rows", $"The cells have {total:N0} characters together; the limit is {BlockLimits.TableText:N0}.");
        }
    }

    private int Cell(TableCell cell, string path)
    {
        switch (cell)
        {
            case TextCell { Raw.Text: var text }:
                NotEmpty(text, $"{path}.text");
                return text.Length;
            case NumberCell { Raw.Text: var text }:
                NotEmpty(text, $"{path}.text");
                return text.Length;
            case RichTextCell { Block: var rich }:
                RichText(rich, path);
                return rich.Elements.Sum(Characters);
            default:
                return 0;
        }
    }

    private static int Characters(RichTextElement? element) => element switch
    {
        RichTextSection section => section.Elements.Sum(Characters),
        RichTextQuote quote => quote.Elements.Sum(Characters),
        RichTextPreformatted code => code.Elements.Sum(Characters),
        RichTextList list => list.Elements.Sum(Characters),
        _ => 0,
    };

    private static int Characters(RichTextInline? inline) => inline switch
    {
        RichTextText text => text.Text.Length,
        RichTextLink link => (link.Text ?? link.Url).Length,
        _ => 1,
    };

    private void RichText(RichTextBlock? block, string path)
    {
        if (block is not null)
        {
            Each(block.Elements, $"{path}.elements", 1, int.MaxValue, RichTextElement);
        }
    }

    private void RichTextElement(RichTextElement element, string path)
    {
        var elements = $"{path}.elements";
        switch (element)
        {
            case RichTextSection section:
                Each(section.Elements, elements, 0, int.MaxValue, Inline);
                break;
            case RichTextQuote quote:
                Between(quote.Border, $"{path}.border", 0, 1);
                Each(quote.Elements, elements, 0, int.MaxValue, Inline);
                break;
            case RichTextPreformatted code:
                Between(code.Border, $"{path}.border", 0, 1);
                Each(code.Elements, elements, 0, int.MaxValue, (inline, at) =>
                {
                    OneOf(inline is RichTextText or RichTextLink or UnknownRichTextInline, at, inline.Type, "preformatted text");
                    Inline(inline, at);
                });
                break;
            case RichTextList list:
                Between(list.Border, $"{path}.border", 0, 1);
                Between(list.Indent, $"{path}.indent", 0, BlockLimits.ListIndent);
                Between(list.Offset, $"{path}.offset", 0, int.MaxValue);
                Each(list.Elements, elements, 1, int.MaxValue, RichTextElement);
                break;
        }
    }

    private void Inline(RichTextInline inline, string path)
    {
        switch (inline)
        {
            case RichTextText text:
                NotEmpty(text.Text, $"{path}.text");
                break;
            case RichTextLink link:
                Url(link.Url, $"{path}.url", required: true, mail: true);
                break;
            case RichTextDate date:
                Url(date.Url, $"{path}.url");
                Length(date.Format, $"{path}.format", 1, int.MaxValue, required: true);
                break;
            case RichTextEmoji emoji:
                Length(emoji.Name, $"{path}.name", 1, int.MaxValue, required: true);
                break;
        }
    }

    /// <summary>A space is how a cell is left empty, and what stands between two links; an empty text is refused.</summary>
    private void NotEmpty(string text, string path)
    {
        if (text.Length == 0)
        {
            Add(path, "Required, and empty.");
        }
    }

    private void DataVisualization(DataVisualizationBlock block, string path)
    {
        OnlyIn(path, block.Type, BlockSurface.Message);
        InMessage(ref _charts, BlockLimits.ChartsInMessage, path, "charts");
        Length(block.Title, $"{path}.title", 1, BlockLimits.ChartTitle, required: true);
        switch (block.Chart)
        {
            case PieChart pie:
                Each(pie.Segments, $"{path}.chart.segments", 1, BlockLimits.ChartSeries, (segment, at) =>
                {
                    Length(segment.Label, $"{at}.label", 1, BlockLimits.ChartLabel, required: true);
                    if (segment.Value <= 0)
                    {
                        Add($"{at}.value", $"Is {segment.Value}; a slice must be greater than 0.");
                    }
                });
                break;
            case AxisChart chart:
                Axes(chart, $"{path}.chart");
                break;
        }
    }

    private void Axes(AxisChart chart, string path)
    {
        var axis = chart.AxisConfig;
        Each(axis.Categories, $"{path}.axis_config.categories", 1, BlockLimits.ChartPoints, (category, at) =>
            Length(category, at, 1, BlockLimits.ChartLabel, required: true));
        Length(axis.XLabel, $"{path}.axis_config.x_label", 0, BlockLimits.ChartTitle);
        Length(axis.YLabel, $"{path}.axis_config.y_label", 0, BlockLimits.ChartTitle);
        var names = new HashSet<string>(StringComparer.Ordinal);
        Each(chart.Series, $"{path}.series", 1, BlockLimits.ChartSeries, (series, at) =>
        {
            Length(series.Name, $"{at}.name", 1, BlockLimits.ChartLabel, required: true);
            if (!names.Add(series.Name))
            {
                Add($"{at}.name", $"'{series.Name}' stands twice in one chart.");
            }

            Each(series.Data, $"{at}.data", 1, BlockLimits.ChartPoints, (point, inData) =>
                Length(point.Label, $"{inData}.label", 1, BlockLimits.ChartLabel, required: true));
            if (!series.Data.Where(point => point is not null).Select(point => point.Label).Order(StringComparer.Ordinal)
                .SequenceEqual(axis.Categories.Order(StringComparer.Ordinal)))
            {
                Add($"{at}.data", "Needs exactly one value for each category.");
            }
        });
    }
}
