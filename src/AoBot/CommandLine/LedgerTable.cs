using System.Text;
using AoBot.Conversations;
using AoBot.Updates;
using Humanizer;
using NodaTime;

namespace AoBot.CommandLine;

/// <summary>The ledger for a person at a terminal: the last six months of each engagement, and what is unclear.</summary>
public static class LedgerTable
{
    private const int MonthsShown = 6;
    private const int LongestName = 40;
    private const int ColumnWidth = 11;
    private const int CommitLength = 10;

    public static string Write(LedgerReading reading, string branch, DateTimeZone zone)
    {
        var at = reading.AsOf.InZone(zone);
        var text = new StringBuilder();
        text.Append($"Updates as of {DayWords.FullDay(at.Date)}, {at.ToString("h:mm tt", null)} ({zone.Id})");
        text.AppendLine(reading.Commit is { } commit ? $"; {branch} at {commit[..Math.Min(commit.Length, CommitLength)]}" : "; nothing had landed by then");
        text.AppendLine();

        var months = Enumerable.Range(1 - MonthsShown, MonthsShown).Select(i => at.Date.ToYearMonth().PlusMonths(i)).ToList();
        var cells = reading.Coverage.Where(c => c.Month >= months[0]).ToLookup(c => (c.Partner, c.Month));
        var shown = reading.Partners.Where(p => months.Exists(m => cells.Contains((p.Key, m)))).ToList();
        if (shown.Count > 0)
        {
            var width = Math.Min(LongestName, shown.Max(p => p.Name.Length)) + 2;
            text.AppendLine(Row("", width, months.Select(m => m.ToString("MMM uuuu", null))));
            foreach (var partner in shown)
            {
                var name = partner.Name.Length > LongestName ? partner.Name[..(LongestName - 1)] + "…" : partner.Name;
                text.AppendLine(Row(name, width, months.Select(m => cells[(partner.Key, m)].FirstOrDefault() is { } cell ? Word(cell) : "")));
            }

            text.AppendLine();
        }

        if (reading.Partners.Count > shown.Count)
        {
            text.AppendLine($"Without anything in these months: {"engagement".ToQuantity(reading.Partners.Count - shown.Count)}.");
        }

        var kinds = reading.Files.GroupBy(f => f.Kind).OrderBy(g => g.Key).Select(g => LedgerJson.Word(g.Key).ToQuantity(g.Count())).ToList();
        text.AppendLine(kinds.Count == 0 ? "There are no files." : $"Files: {kinds.Humanize()}.");
        foreach (var question in reading.Questions)
        {
            text.AppendLine();
            text.AppendLine(question.IsFolder
                ? $"? {question.Path}: {question.Why}{(question.Partner is { } near ? $"; is it {near}?" : ".")}"
                : $"? {question.Path}: {Guess(question)} Why it is unclear: {question.Why}.");
        }

        return text.ToString().TrimEnd();
    }

    private static string Guess(LedgerQuestion question) =>
        question.Kind != FileKind.Update ? "Probably no update."
        : question.Months.Count == 0 ? "An update, of a month that nobody can tell."
        : $"Probably {question.Months.Select(DayWords.FullMonth).Humanize()}.";

    private static string Row(string name, int width, IEnumerable<string> cells) => (name.PadRight(width) + string.Concat(cells.Select(c => c.PadRight(ColumnWidth)))).TrimEnd();

    private static string Word(CoverageCell cell) => cell.State switch
    {
        CoverageState.Received => cell.InTime == false ? "late" : "received",
        CoverageState.InReview => cell.Draft ? "draft" : "in review",
        CoverageState.NotYetAsked => "·",
        _ => LedgerJson.Word(cell.State),
    };
}
