using AoBot.KeyResults;

namespace AoBot.Reports.Reading;

/// <summary>
/// Objectives and key results from tables, in whatever form, and only where there is none in a table, from lists and paragraphs.
/// Of a key result that stands twice the first counts: nothing that was read is replaced silently, and the finding names both lines.
/// </summary>
internal sealed class KeyResultReader(int reportYear, Findings findings)
{
    private readonly DeadlineWords _deadlines = new(reportYear);
    private readonly List<ObjectiveFact> _objectives = [];
    private readonly List<KeyResultFact> _keyResults = [];
    private int? _objective;

    public IReadOnlyList<ObjectiveFact> Objectives => _objectives;

    public IReadOnlyList<KeyResultFact> KeyResults => _keyResults;

    public void Read(ReportDocument document)
    {
        var tables = document.Pieces.Select(Rows).ToList();
        var inTables = tables.Any(t => t is not null && IsKeyResultTable(t));
        foreach (var (piece, rows) in document.Pieces.Zip(tables))
        {
            switch (piece)
            {
                case Heading { Text: var text } heading:
                    if (heading.Section.Level > 1 && KeyResultWords.Objective(text.Text) is { Rest.Length: > 0 } id)
                    {
                        Add(id, text.Line);
                    }

                    break;
                case var _ when rows is not null:
                    ReadTable(rows, piece.Section);
                    break;
                case Item { Text: var text }:
                    ReadText(text, inTables, true);
                    break;
                case Paragraph { Text: var text }:
                    ReadText(text, inTables, false);
                    break;
            }
        }

        var known = _objectives.Select(o => o.Number).ToHashSet();
        foreach (var orphan in _keyResults.Where(k => !known.Contains(k.Objective)).DistinctBy(k => k.Objective))
        {
            findings.Warn(orphan.Line, $"KR {orphan.Id} belongs to objective {orphan.Objective}, which the report does not state.");
        }

        foreach (var keyResult in _keyResults.Where(k => k.Status == KeyResultStatus.Unknown))
        {
            findings.Warn(
                keyResult.Line,
                keyResult.StatusAsWritten.Length == 0
                    ? $"KR {keyResult.Id} has no status."
                    : $"The status of KR {keyResult.Id} is kept as written but not understood: {Findings.Quote(keyResult.StatusAsWritten)}.");
        }
    }

    /// <summary>The rows of a table; also of one that Markdown does not see as such, because the line under its heading is missing.</summary>
    private static IReadOnlyList<Row>? Rows(Piece piece) => piece switch
    {
        TableRows table => table.Rows,
        Paragraph { Text: var text } when text.Text.TrimStart().StartsWith('|') && text.Text.Contains("KR", StringComparison.OrdinalIgnoreCase) =>
            [.. text.Lines().Select(l => new Row([.. l.Text.Trim('|').Split('|').Select(c => new RichText(c.Trim(), null, [], [], l.Line))], l.Line, false))],
        _ => null,
    };

    private static bool IsKeyResultTable(IReadOnlyList<Row> rows) =>
        rows.Any(r => r.Cells.Any(c => KeyResultWords.KeyResult(c.Text, false) is not null))
        || (rows.Count > 1 && rows[0].Cells.Any(c => TableColumns.NamesKeyResults(c.Text)) && rows.Skip(1).Any(r => r.Cells.Any(c => KeyResultWords.KeyResult(c.Text, true) is not null)));

    private void ReadTable(IReadOnlyList<Row> rows, Section section)
    {
        var isOurs = IsKeyResultTable(rows);
        if (!isOurs && !rows.Any(r => r.Cells.Any(c => KeyResultWords.Objective(c.Text) is { Rest.Length: > 0 })))
        {
            if (section.Kind == SectionKind.KeyResults && rows.Count > 0)
            {
                findings.Warn(rows[0].Line, "This table stands among the key results but holds none.");
            }

            return;
        }

        var columns = TableColumns.Of(rows);
        foreach (var row in rows)
        {
            var filled = row.Cells.Select((c, i) => (c.Text, Column: i)).Where(c => !string.IsNullOrWhiteSpace(c.Text)).ToList();
            if (filled.Count == 0 || filled.All(c => c.Text.AsSpan().Trim().Trim("-:").Length == 0))
            {
                continue;
            }

            var id = filled.Select(c => (Id: KeyResultWords.KeyResult(c.Text, isOurs && !row.IsHeader), c.Column)).FirstOrDefault(c => c.Id is not null && c.Column != columns.Status);
            if (id.Id is not null)
            {
                ReadRow(row, id.Id, id.Column, columns);
            }
            else if (filled.Select(c => KeyResultWords.Objective(c.Text)).FirstOrDefault(o => o is { Rest.Length: > 0 }) is { } objective)
            {
                Add(objective, row.Line);
            }
            else if (filled.Count > 1 && filled.Select(c => KeyResultWords.Objective(c.Text)).FirstOrDefault(o => o is not null) is { } numbered)
            {
                Add(numbered with { Rest = filled.First(c => KeyResultWords.Objective(c.Text) is null).Text.Trim() }, row.Line);
            }
            else if (!row.IsHeader && !columns.IsHeading(row))
            {
                findings.Warn(row.Line, $"This row is neither an objective nor a key result: {Findings.Quote(filled[0].Text)}.");
            }
        }
    }

    private void ReadRow(Row row, KeyResultWords.KeyResultId id, int idColumn, TableColumns columns)
    {
        string Cell(int? column) => column is { } c && c < row.Cells.Count ? row.Cells[c].Text.Trim() : "";

        var text = id.Rest;
        if (text.Length == 0)
        {
            text = columns.Text != idColumn ? Cell(columns.Text) : "";
            text = text.Length > 0 ? text : Cell(idColumn + 1 == columns.Status ? idColumn + 2 : idColumn + 1);
        }

        var status = Cell(columns.Status);
        if (columns.Status is null)
        {
            (text, status) = KeyResultWords.SplitStatus(text);
        }

        var deadline = Cell(columns.Deadline);
        Add(id, text, status, deadline, row.Line);
    }

    private void ReadText(RichText text, bool inTables, bool isItem)
    {
        foreach (var (line, number) in isItem ? [(text.Text.Trim(), text.Line)] : text.Lines())
        {
            var bold = text.Lead is not null && number == text.Line;
            if (KeyResultWords.KeyResult(line, isItem && _objective is not null && !inTables) is { } id && (id.Separated || bold))
            {
                if (!inTables)
                {
                    var (words, status) = KeyResultWords.SplitStatus(id.Rest);
                    Add(id, words, status, "", number);
                }
                else if (!_keyResults.Any(k => k.Number == id.Number && k.Objective == (id.Objective ?? _objective)))
                {
                    findings.Note(number, $"{id.AsWritten} is spoken of outside the tables and was not read from here.");
                }
            }
            else if (KeyResultWords.Objective(line) is { Rest.Length: > 0 } objective && (isItem || bold) && IsTitle(objective, line))
            {
                Add(objective, number);
            }
            else if (isItem && !inTables && _keyResults.Count > 0 && _keyResults[^1].StatusAsWritten.Length == 0 && KeyResultWords.StatusAlone(line) is { } status)
            {
                _keyResults[^1] = _keyResults[^1] with { StatusAsWritten = status, Status = KeyResultStatuses.Parse(status) };
            }
        }
    }

    /// <summary>"Objective 1: do this" is one; "Objective 1 is going well" only speaks of it.</summary>
    private static bool IsTitle(KeyResultWords.ObjectiveId id, string line)
    {
        var after = line.AsSpan(line.IndexOf(id.AsWritten, StringComparison.Ordinal) + id.AsWritten.Length).TrimStart();
        return after.Length > 0 && after[0] is ':' or '.' or ')' or '-' or '–' or '—';
    }

    private void Add(KeyResultWords.ObjectiveId id, int line)
    {
        _objective = id.Number;
        if (_objectives.FirstOrDefault(o => o.Number == id.Number) is { } first)
        {
            if (first.Title != id.Rest)
            {
                findings.Warn(line, $"Objective {id.Number} stands twice, first in line {first.Line}: the first counts.");
            }

            return;
        }

        _objectives.Add(new ObjectiveFact(id.Number, id.Rest, id.AsWritten, line));
    }

    private void Add(KeyResultWords.KeyResultId id, string text, string status, string deadlineColumn, int line)
    {
        if ((id.Objective ?? _objective) is not { } objective)
        {
            findings.Warn(line, $"{id.AsWritten} stands under no objective and was not read.");
            return;
        }

        var name = $"KR {objective}.{id.Number}";
        if (string.IsNullOrWhiteSpace(text))
        {
            findings.Warn(line, $"{name} has no text and was not read.");
            return;
        }

        if (_keyResults.FirstOrDefault(k => k.Objective == objective && k.Number == id.Number) is { } first)
        {
            findings.Warn(line, $"{name} stands twice, first in line {first.Line}: the first counts.");
            return;
        }

        if (_objective is { } under && under != objective)
        {
            findings.Warn(line, $"{name} stands under objective {under}; it was read as belonging to objective {objective}.");
        }

        var deadline = Deadline(name, text, deadlineColumn, line);
        _keyResults.Add(new KeyResultFact(objective, id.Number, id.AsWritten, text, status, KeyResultStatuses.Parse(status), deadline?.Date, deadline?.Text, line));
    }

    private Deadline? Deadline(string name, string text, string column, int line)
    {
        if (column.Length > 0)
        {
            if (_deadlines.Alone(column) is { } date)
            {
                return new Deadline(date, column);
            }

            if (column.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
            {
                findings.Warn(line, $"The deadline of {name} is not understood: {Findings.Quote(column)}.");
            }
        }

        var deadline = _deadlines.In(text);
        if (deadline is null && DeadlineWords.Hint(text) is { } hint)
        {
            findings.Note(line, $"{name} has no deadline: {Findings.Quote(hint)} does not name a last day.");
        }

        return deadline;
    }
}
