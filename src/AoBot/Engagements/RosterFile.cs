using AoBot.Conversations;

namespace AoBot.Engagements;

/// <summary>
/// The roster as a CSV file (RFC 4180). Columns may stand in any order and case; those that AoBot does not know are kept, and what is written
/// looks as what was read: its header, its line ends.
/// </summary>
public static class RosterFile
{
    private const int LongestExtra = 10_000;
    private const int MostRows = 5000;
    private const int LongestColumn = 100;

    /// <summary>Whether a text is meant as a roster: its first line names at least three columns of one.</summary>
    public static bool IsMeant(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = (end < 0 ? text : text[..end]).TrimStart('\uFEFF');
        return header.Split(',', ';', '\t').Count(c => RosterColumns.IsKnown(c.Trim(' ', '"'))) >= 3;
    }

    /// <summary>All or nothing: with one problem there is no roster.</summary>
    public static RosterReading Read(string csv)
    {
        var read = Csv.Read(csv);
        if (read.Problem is { } broken)
        {
            return new RosterReading(null, [new RosterProblem(broken.Line, broken.Message)]);
        }

        if (read.Records.Count == 0)
        {
            return new RosterReading(null, [new RosterProblem(1, $"The file is empty. Its first line is {UsualHeader}.")]);
        }

        var header = read.Records[0];
        IReadOnlyList<string> columns = [.. header.Cells.Select(c => c.Trim())];
        var problems = HeaderProblems(columns).Select(p => new RosterProblem(header.Line, p)).ToList();
        if (problems.Count > 0)
        {
            return new RosterReading(null, problems);
        }

        var records = read.Records.Skip(1).Where(r => r.Cells.Any(c => c.Trim().Length > 0)).ToList();
        if (records.Count > MostRows)
        {
            return new RosterReading(null, [new RosterProblem(records[MostRows].Line, $"A roster has at most {MostRows} rows.")]);
        }

        var rows = records.ConvertAll(record => ReadRow(columns, record, problems));
        var unclean = problems.Select(p => p.Line).ToHashSet();
        problems.AddRange(RosterRules.Check(rows)
            .Where(f => f.Column == RosterColumns.Key ? rows[f.Row].Key.Length > 0 : !unclean.Contains(records[f.Row].Line) && (f.Other is not { } other || !unclean.Contains(records[other].Line)))
            .Select(f => new RosterProblem(records[f.Row].Line, f.Message)));
        return problems.Count > 0
            ? new RosterReading(null, [.. problems.OrderBy(p => p.Line)])
            : new RosterReading(new Roster(rows, [.. columns.Where(c => c.Length > 0)]) { LineEnd = LineEndOf(csv), HasMark = csv.StartsWith('\uFEFF') }, []);
    }

    /// <summary>The columns of the roster in their order; known ones that it lacks follow where a row needs them.</summary>
    public static string Write(Roster roster)
    {
        var columns = roster.Columns
            .Concat(RosterColumns.All.Where(c => c.IsRequired || roster.Rows.Any(r => c.Write(r).Length > 0)).Select(c => c.Name))
            .Concat(roster.Rows.SelectMany(r => r.Extra.Keys))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        var records = roster.Rows
            .Select(row => columns.Select(c => RosterColumns.Find(c) is { } known ? known.Write(row) : row.Extra.GetValueOrDefault(c, "")).ToArray())
            .Prepend([.. columns]);
        return (roster.HasMark ? "\uFEFF" : "") + Csv.Write(records, roster.LineEnd);
    }

    private static string LineEndOf(string csv) => csv.IndexOf('\n', StringComparison.Ordinal) is var at and >= 0 && (at == 0 || csv[at - 1] != '\r') ? "\n" : "\r\n";

    private static string UsualHeader => string.Join(',', RosterColumns.All.Where(c => c.IsRequired).Select(c => c.Name));

    private static IEnumerable<string> HeaderProblems(IReadOnlyList<string> columns)
    {
        if (columns.Count == 1 && columns[0].Split(';', '\t').Length > 2)
        {
            yield return "The columns are not separated by commas. Save the file as CSV with commas.";
            yield break;
        }

        if (columns.Any(c => c.Length > LongestColumn || Contact.HoldsEmail(c)))
        {
            yield return $"The first line does not look like names of columns. It is {UsualHeader}, and more if you like, each of at most {LongestColumn} characters.";
            yield break;
        }

        foreach (var twice in columns.Where(c => c.Length > 0).GroupBy(c => c, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            yield return $"The column {twice.Key} stands twice. Leave one of them.";
        }

        var missing = RosterColumns.All.Where(c => c.IsRequired).Select(c => c.Name).Except(columns, StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var column in missing)
        {
            var near = Nearest.To(column, columns.Where(c => c.Length > 0 && !RosterColumns.IsKnown(c))).FirstOrDefault();
            yield return near is null
                ? $"The column {column} is missing. Add it; {(column is RosterColumns.Key or RosterColumns.Name ? "every row needs one" : "its cells may be blank")}."
                : $"The column {column} is missing. Is \"{near}\" meant? Then rename it.";
        }
    }

    private static RosterRow ReadRow(IReadOnlyList<string> columns, CsvRecord record, List<RosterProblem> problems)
    {
        var row = new RosterRow { Key = "", Name = "" };
        var cells = record.Cells;
        if (cells.Count < columns.Count || cells.Skip(columns.Count).Any(c => c.Trim().Length > 0))
        {
            problems.Add(new RosterProblem(record.Line, $"The row has {cells.Count} cells and the header {columns.Count}. Give it as many, blank ones too, and put a cell with a comma into quotes."));
            return row;
        }

        var extra = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < columns.Count; i++)
        {
            if (Put(columns[i], cells[i], ref row, extra) is { } problem)
            {
                problems.Add(new RosterProblem(record.Line, problem));
            }
        }

        return row with { Extra = extra };
    }

    private static string? Put(string column, string cell, ref RosterRow row, Dictionary<string, string> extra)
    {
        if (RosterColumns.Find(column) is { } known)
        {
            return RosterColumns.Read(known.Name, ref row, cell);
        }

        if (column.Length == 0)
        {
            return cell.Trim().Length == 0 ? null : "A cell stands below a column without a name. Name the column in the first line.";
        }

        if (cell.Length > LongestExtra)
        {
            return $"{column} is longer than {LongestExtra} characters. Make it shorter.";
        }

        if (cell.Length > 0)
        {
            extra[column] = cell;
        }

        return null;
    }
}
