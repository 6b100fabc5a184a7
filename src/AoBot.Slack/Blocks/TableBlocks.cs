using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>A table. In messages only, one a message.</summary>
/// <param name="Rows">1 to 100 rows of 1 to 20 cells; at most 10,000 characters in all cells together.</param>
/// <param name="ColumnSettings">At most 20, for the first columns in order; null leaves all columns as usual.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/table-block</remarks>
public sealed record TableBlock(
    IReadOnlyList<IReadOnlyList<TableCell>> Rows,
    IReadOnlyList<ColumnSetting?>? ColumnSettings = null) : Block("table");

/// <summary>A table that readers can page through, sort and filter. In messages only, one a message.</summary>
/// <param name="Caption">What the table is; required, screen readers say it.</param>
/// <param name="Rows">
/// 2 to 101 rows of the same number of cells, 1 to 20, the first of them the header (no rich text there); at most 10,000
/// characters in all cells together.
/// </param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-table-block</remarks>
public sealed record DataTableBlock(string Caption, IReadOnlyList<IReadOnlyList<TableCell>> Rows) : Block("data_table")
{
    /// <summary>Rows a page, 1 to 100; null is 5.</summary>
    public int? PageSize { get; init; }

    /// <summary>The column, counted from 0, that names a row to screen readers; null is 0.</summary>
    public int? RowHeaderColumnIndex { get; init; }
}

/// <summary>How a column of a <see cref="TableBlock"/> is shown.</summary>
/// <param name="Align">Where its text stands; null is left.</param>
/// <param name="IsWrapped">Whether its text wraps; null is no.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/table-block</remarks>
public sealed record ColumnSetting(ColumnAlign? Align = null, bool? IsWrapped = null) : SlackObject;

/// <summary>Where the text of a column stands.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/table-block</remarks>
[JsonConverter(typeof(SnakeCaseEnumConverter<ColumnAlign>))]
public enum ColumnAlign
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right.</summary>
    Right,
}

/// <summary>A cell of a table. Strings and rich text convert to it.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/table-block</remarks>
[JsonConverter(typeof(TableCellConverter))]
public abstract record TableCell
{
    private protected TableCell()
    {
    }

    /// <summary>A cell of plain text.</summary>
    /// <param name="text">The text; at least 1 character.</param>
    public static implicit operator TableCell(string text) => new TextCell(new RawText(text));

    /// <summary>A cell of rich text.</summary>
    /// <param name="block">The rich text.</param>
    public static implicit operator TableCell(RichTextBlock block) => new RichTextCell(block);

    /// <summary>A cell holding a number, which a data table sorts as a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="text">How it is written; at least 1 character.</param>
    public static TableCell Number(decimal value, string text) => new NumberCell(new RawNumber(value, text));
}

/// <summary>A cell of plain text.</summary>
/// <param name="Raw">The text.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/table-block</remarks>
public sealed record TextCell(RawText Raw) : TableCell;

/// <summary>A cell holding a number.</summary>
/// <param name="Raw">The number.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-table-block</remarks>
public sealed record NumberCell(RawNumber Raw) : TableCell;

/// <summary>A cell of rich text.</summary>
/// <param name="Block">The rich text.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/table-block</remarks>
public sealed record RichTextCell(RichTextBlock Block) : TableCell;

/// <summary>A cell that this library does not know, written back as read.</summary>
/// <param name="Json">The whole cell, a JSON object.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-table-block</remarks>
public sealed record UnknownCell(JsonElement Json) : TableCell;

/// <summary>Text that is not parsed, in a table's cell.</summary>
/// <param name="Text">At least 1 character.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/table-block</remarks>
public sealed record RawText(string Text) : TypedSlackObject("raw_text");

/// <summary>A number in a table's cell.</summary>
/// <param name="Value">The number.</param>
/// <param name="Text">How it is written; at least 1 character.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-table-block</remarks>
public sealed record RawNumber(decimal Value, string Text) : TypedSlackObject("raw_number");

/// <summary>Reads and writes cells.</summary>
internal sealed class TableCellConverter() : KindConverter<TableCell>(new()
{
    ["raw_text"] = typeof(RawText),
    ["raw_number"] = typeof(RawNumber),
    ["rich_text"] = typeof(RichTextBlock),
})
{
    protected override TableCell Unknown(JsonElement json) => new UnknownCell(json);

    protected override JsonElement? Raw(TableCell value) => (value as UnknownCell)?.Json;

    protected override TableCell Wrap(object read) => read switch
    {
        RawText text => new TextCell(text),
        RawNumber number => new NumberCell(number),
        _ => new RichTextCell((RichTextBlock)read),
    };

    // The cast matters: without it the implicit conversions would wrap the value again.
    protected override object Unwrap(TableCell value) => value switch
    {
        TextCell text => (object)text.Raw,
        NumberCell number => number.Raw,
        RichTextCell rich => rich.Block,
        _ => value,
    };
}
