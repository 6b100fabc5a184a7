using AoBot.Conversations;
using AoBot.Slack.Blocks;

namespace AoBot.Updates;

/// <summary>A table of updates that grows row by row as long as Slack takes it.</summary>
internal sealed class UpdatesTable
{
    private const int LongestCell = 80;
    private readonly List<IReadOnlyList<TableCell>> _rows;
    private int _characters;

    public UpdatesTable(IReadOnlyList<string> head)
    {
        _rows = [[.. head.Select(h => (TableCell)h)]];
        _characters = head.Sum(h => h.Length);
    }

    /// <summary>How many rows there are below the header.</summary>
    public int Count => _rows.Count - 1;

    public TableBlock Block => new(_rows, [new ColumnSetting(IsWrapped: true), new ColumnSetting(IsWrapped: true), new ColumnSetting(IsWrapped: true), new ColumnSetting(), new ColumnSetting()]);

    /// <summary>Adds a row; false where it no longer fits.</summary>
    public bool Add(string name, string state, string date, UpdateLink? link, string? strip = null)
    {
        string[] texts = [PlainText.Truncate(name, LongestCell), PlainText.Truncate(state, LongestCell), date];
        _characters += texts.Sum(t => t.Length) + (link?.Label ?? Parts.NoCell).Length + (strip?.Length ?? 0);
        if (_rows.Count >= BlockLimits.TableRows || _characters > BlockLimits.TableText)
        {
            return false;
        }

        IReadOnlyList<TableCell> cells = [.. texts.Select(t => (TableCell)t), link?.ToCell() ?? Parts.NoCell];
        _rows.Add(strip is null ? cells : [.. cells, strip]);
        return true;
    }
}
