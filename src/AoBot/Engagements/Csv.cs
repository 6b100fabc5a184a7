using System.Text;

namespace AoBot.Engagements;

/// <summary>Comma-separated text by RFC 4180: cells may be quoted, and a quoted cell may hold commas, quotes (doubled) and line ends.</summary>
public static class Csv
{
    /// <summary>
    /// Reads forgivingly: CRLF, LF or CR end a line, a byte order mark and empty lines are passed over. <see cref="CsvReading.Problem"/> says where a quote is wrong.
    /// </summary>
    public static CsvReading Read(string text)
    {
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        var line = 1;
        var records = new List<CsvRecord>();
        while (at < text.Length)
        {
            var (startLine, cells) = (line, new List<string>());
            do
            {
                if (at < text.Length && text[at] == '"')
                {
                    if (Quoted(text, ref at, ref line) is not { } cell)
                    {
                        return new CsvReading(records, new CsvProblem(startLine, "A quote that opens here is never closed, or text stands behind the closing one. Put the whole cell in quotes and double each quote within it."));
                    }

                    cells.Add(cell);
                }
                else
                {
                    var end = text.AsSpan(at).IndexOfAny(",\r\n") is var length and >= 0 ? at + length : text.Length;
                    cells.Add(text[at..end]);
                    at = end;
                }
            }
            while (at < text.Length && text[at] == ',' && ++at > 0);

            EndLine(text, ref at, ref line);
            if (cells is not [""])
            {
                records.Add(new CsvRecord(startLine, cells));
            }
        }

        return new CsvReading(records, null);
    }

    /// <summary>Each record on a line; a cell is quoted only where it must be.</summary>
    /// <param name="records">The header first.</param>
    /// <param name="lineEnd">CRLF by the RFC.</param>
    public static string Write(IEnumerable<IReadOnlyList<string>> records, string lineEnd = "\r\n")
    {
        var text = new StringBuilder();
        foreach (var cells in records)
        {
            text.AppendJoin(',', cells.Select(Cell)).Append(lineEnd);
        }

        return text.ToString();
    }

    private static string Cell(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 || cell.StartsWith('\uFEFF') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    /// <summary>The quoted cell that begins at <paramref name="at"/>, which then stands behind it; none if it never ends or goes on behind its end.</summary>
    private static string? Quoted(string text, ref int at, ref int line)
    {
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                line += text[at] == '\n' || (text[at] == '\r' && Next(text, at) != '\n') ? 1 : 0;
                cell.Append(text[at]);
            }
            else if (Next(text, at) == '"')
            {
                cell.Append(text[at++]);
            }
            else
            {
                at++;
                return at == text.Length || text[at] is ',' or '\r' or '\n' ? cell.ToString() : null;
            }
        }

        return null;
    }

    private static char Next(string text, int at) => at + 1 < text.Length ? text[at + 1] : '\0';

    private static void EndLine(string text, ref int at, ref int line)
    {
        if (at < text.Length)
        {
            at += text[at] == '\r' && Next(text, at) == '\n' ? 2 : 1;
            line++;
        }
    }
}

/// <param name="Records">What was read; up to the problem where there is one.</param>
/// <param name="Problem">Why the rest cannot be read.</param>
public sealed record CsvReading(IReadOnlyList<CsvRecord> Records, CsvProblem? Problem);

/// <param name="Line">The line that it begins on, counted from 1.</param>
/// <param name="Cells">At least one; as they stand, untrimmed.</param>
public sealed record CsvRecord(int Line, IReadOnlyList<string> Cells);

/// <param name="Line">Counted from 1.</param>
/// <param name="Message">What is wrong, and the cure.</param>
public sealed record CsvProblem(int Line, string Message);
