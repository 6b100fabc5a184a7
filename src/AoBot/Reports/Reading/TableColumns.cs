using AoBot.KeyResults;

namespace AoBot.Reports.Reading;

/// <summary>Which column of a table of key results holds what.</summary>
/// <param name="Text">The wording, where a heading says so.</param>
/// <param name="Status">By its heading, else by what it holds; none where no column is one.</param>
/// <param name="Deadline">Only by its heading.</param>
/// <param name="HeadingLine">The row with the names of the columns.</param>
internal sealed record TableColumns(int? Text, int? Status, int? Deadline, int? HeadingLine)
{
    public static bool NamesKeyResults(string heading) =>
        Is(heading, "key result", "key results", "kr", "krs", "id", "key result id", "objective", "objectives", "okr", "okrs", "objective / key result", "objectives & key results", "objectives and key results");

    public static TableColumns Of(IReadOnlyList<Row> rows)
    {
        var heading = rows.FirstOrDefault(r => r.Cells.Any(c => NamesKeyResults(c.Text) || Is(c.Text, "status")));
        var width = rows.Max(r => r.Cells.Count);
        return new TableColumns(
            Find(heading, "key result", "key results", "description", "text", "what", "goal", "target", "wording") ?? Find(heading, "objective", "objectives", "kr"),
            Find(heading, "status", "current status", "state", "progress") ?? ByContent(rows, width),
            Find(heading, "deadline", "due", "due date", "target date", "date", "end date", "by", "when", "by when"),
            heading?.Line);
    }

    public bool IsHeading(Row row) => row.Line == HeadingLine;

    /// <summary>The column with the most statuses; of a table in which no word is known, the one beside the text.</summary>
    private static int? ByContent(IReadOnlyList<Row> rows, int width)
    {
        var keyResults = rows.Where(r => r.Cells.Any(c => KeyResultWords.KeyResult(c.Text, true) is not null)).ToList();
        var best = Enumerable.Range(0, width)
            .Select(column => (column, Count: keyResults.Count(r => column < r.Cells.Count && KeyResultStatuses.Parse(r.Cells[column].Text) != KeyResultStatus.Unknown)))
            .MaxBy(c => c.Count);
        return best.Count > 0 ? best.column : width == 2 ? 1 : null;
    }

    private static int? Find(Row? heading, params string[] names)
    {
        for (var i = 0; heading is not null && i < heading.Cells.Count; i++)
        {
            if (Is(heading.Cells[i].Text, names))
            {
                return i;
            }
        }

        return null;
    }

    private static bool Is(string text, params string[] names) => names.Contains(text.Trim().TrimEnd(':'), StringComparer.OrdinalIgnoreCase);
}
