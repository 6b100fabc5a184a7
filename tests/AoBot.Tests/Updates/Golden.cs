using AoBot.Slack.Tests;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Tests.Updates;

/// <summary>A path that ever was, as a careful person classified it by its text.</summary>
internal sealed record Golden(string Path, string Kind, IReadOnlyList<YearMonth> Months, Instant? Landed, bool InFinalTree)
{
    public static IReadOnlyList<Golden> Read() =>
    [
        .. File.ReadAllLines(SharedData.Path("data/updates-golden.csv")!).Skip(1).Select(Cells).Select(c => new Golden(
            c[2],
            c[3],
            [.. c[4].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(m => YearMonthPattern.Iso.Parse(m).Value)],
            c[5].Length == 0 ? null : OffsetDateTimePattern.Rfc3339.Parse(c[5]).Value.ToInstant(),
            c[7] == "yes")),
    ];

    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            quoted ^= c == '"';
            if (c == ',' && !quoted)
            {
                cells.Add("");
            }
            else if (c != '"')
            {
                cells[^1] += c;
            }
        }

        return cells;
    }
}
