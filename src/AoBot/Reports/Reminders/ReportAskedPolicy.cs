using System.Globalization;
using System.Text.RegularExpressions;
using AoBot.Reminders;
using AoBot.Updates;
using NodaTime;

namespace AoBot.Reports.Reminders;

/// <summary>Which of the fund's reports somebody means: the one that they name or, failing that, the newest that staff are asked for.</summary>
public static partial class ReportAskedPolicy
{
    /// <summary>So many months are looked back for a report that staff were asked for and that is not out.</summary>
    private const int MonthsBack = 2;

    private const int MonthsOfQuarter = 3;

    /// <summary>What is further away is a typing error, and not a month with a due day.</summary>
    private const int YearsAway = 10;

    /// <summary>A month or a quarter and its year, or less.</summary>
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

    /// <summary>The TAC report that is meant where no quarter is named, by the same rule.</summary>
    public static OwedReport Quarterly(ReportReminderFacts facts, LocalDate today)
    {
        List<OwedReport> quarters = [.. new[] { -MonthsOfQuarter, 0 }.Select(today.ToYearMonth().PlusMonths).Select(m => OwedReport.OfQuarter(m.Year, QuarterOf(m), facts.DueDays))];
        return Newest(facts, today, quarters) ?? quarters.Last(r => HasBegun(facts, r, today));
    }

    /// <summary>The report that is named first in what was typed, and the rest; no report where none is.</summary>
    public static (OwedReport? Report, string Behind) Read(string typed, ReportReminderFacts facts, LocalDate today)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isTac = words is [var first, ..] && Trimmed(first).Equals(OwedReport.Tac, StringComparison.OrdinalIgnoreCase);
        words = isTac ? words[1..] : words;
        for (var length = Math.Min(LongestName, words.Length); length > 0; length--)
        {
            var name = Trimmed(string.Join(' ', words[..length]));
            if ((QuarterNamed(name, facts, today) ?? (isTac ? null : MonthNamed(name, facts, today))) is { } report)
            {
                return (report, string.Join(' ', words[length..]));
            }
        }

        return (isTac ? Quarterly(facts, today) : null, string.Join(' ', words));
    }

    private static string Trimmed(string word) => word.TrimEnd(':', ',');

    private static OwedReport? MonthNamed(string typed, ReportReminderFacts facts, LocalDate today) =>
        !Relative.Any(r => typed.StartsWith(r, StringComparison.OrdinalIgnoreCase)) && UpdatesAsked.Parse(typed, today) is { Month: { } month, Partner.Length: 0 } && Math.Abs(month.Year - today.Year) <= YearsAway
            ? OwedReport.OfMonth(month, facts.DueDays)
            : null;

    /// <summary><c>Q2</c>, the last one that has begun; <c>2024-Q2</c>, <c>Q2 2024</c>.</summary>
    private static OwedReport? QuarterNamed(string typed, ReportReminderFacts facts, LocalDate today)
    {
        if (Quarter().Match(typed) is not { Success: true } named)
        {
            return null;
        }

        var quarter = int.Parse(named.Groups["quarter"].ValueSpan, CultureInfo.InvariantCulture);
        var year = named.Groups["year"] is { Success: true } written ? int.Parse(written.ValueSpan, CultureInfo.InvariantCulture) : today.Year - (quarter > QuarterOf(today.ToYearMonth()) ? 1 : 0);
        return OwedReport.OfQuarter(year, quarter, facts.DueDays);
    }

    private static int QuarterOf(YearMonth month) => (month.Month + MonthsOfQuarter - 1) / MonthsOfQuarter;

    private static OwedReport? Newest(ReportReminderFacts facts, LocalDate today, IEnumerable<OwedReport> reports)
    {
        List<OwedReport> begun = [.. reports.Where(r => HasBegun(facts, r, today))];
        return begun.LastOrDefault(r => !facts.Settled.Contains(r.Name) && (r == begun[^1] || facts.WasAskedFor(r)));
    }

    private static bool HasBegun(ReportReminderFacts facts, OwedReport report, LocalDate today) => facts.WorkingDays.Add(report.Due, -ReportDays.Early) <= today;

    [GeneratedRegex("^((?<year>20[0-9]{2})[-/ ]?)?q(?<quarter>[1-4])([-/ ]?(?<year>20[0-9]{2}))?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Quarter();
}
