using AoBot.Reminders;
using AoBot.Updates;
using NodaTime;

namespace AoBot.Reports.Reminders;

/// <summary>Which of the fund's reports somebody means: the one that they name or, failing that, the newest that staff are asked for.</summary>
public static class ReportAskedPolicy
{
    /// <summary>So many months are looked back for a report that staff were asked for and that is not out.</summary>
    private const int MonthsBack = 2;

    /// <summary>A month and its year, or less.</summary>
    private const int LongestName = 2;

    // They begin a reason as easily as they name a month.
    private static readonly string[] Relative = ["this", "last", "previous", "current", "now"];

    /// <summary>
    /// The monthly report that is meant where none is named: the newest whose reminders have begun and that is not settled; of those before it
    /// only what staff were asked for. Failing that, the one of the month that people speak of.
    /// </summary>
    public static OwedReport Monthly(ReportReminderFacts facts, LocalDate today) =>
        Newest(facts, today, Enumerable.Range(-MonthsBack, MonthsBack + 1).Select(today.ToYearMonth().PlusMonths).Select(m => OwedReport.OfMonth(m, facts.DueDays)))
        ?? OwedReport.OfMonth(facts.DueDays.MonthSpokenOf(today), facts.DueDays);

    /// <summary>The report that is named first in what was typed, and the rest; no report where none is.</summary>
    public static (OwedReport? Report, string Behind) Read(string typed, ReportReminderFacts facts, LocalDate today)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(LongestName, words.Length); length > 0; length--)
        {
            if (MonthOf(string.Join(' ', words[..length]).TrimEnd(':', ','), today) is { } month)
            {
                return (OwedReport.OfMonth(month, facts.DueDays), string.Join(' ', words[length..]));
            }
        }

        return (null, string.Join(' ', words));
    }

    private static YearMonth? MonthOf(string typed, LocalDate today) =>
        !Relative.Any(r => typed.StartsWith(r, StringComparison.OrdinalIgnoreCase)) && UpdatesAsked.Parse(typed, today) is { Month: { } month, Partner.Length: 0 } ? month : null;

    private static OwedReport? Newest(ReportReminderFacts facts, LocalDate today, IEnumerable<OwedReport> reports)
    {
        List<OwedReport> begun = [.. reports.Where(r => facts.WorkingDays.Add(r.Due, -ReportDays.Early) <= today)];
        return begun.LastOrDefault(r => !facts.Settled.Contains(r.Name) && (r == begun[^1] || facts.WasAskedFor(r)));
    }
}
