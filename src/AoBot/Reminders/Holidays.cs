using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Reminders;

/// <summary>
/// The holidays of the program: the US federal ones of any year, by rule (5 U.S.C. 6103), with days added or taken away.
/// A holiday on a Saturday is kept on the Friday before, one on a Sunday on the Monday after.
/// </summary>
public sealed class Holidays
{
    /// <summary>By year: thousands of engagements are decided at once, and each asks of dozens of days.</summary>
    private static readonly ConcurrentDictionary<int, HashSet<LocalDate>> Known = new();

    private readonly HashSet<LocalDate> _added = [];
    private readonly HashSet<LocalDate> _removed = [];

    /// <param name="changes"><c>2026-12-24</c> adds a day, <c>-2026-11-11</c> takes one away.</param>
    /// <exception cref="FormatException">An entry is neither; the message names it.</exception>
    public Holidays(IEnumerable<string> changes)
    {
        foreach (var change in changes)
        {
            var text = change.Trim();
            var removes = text.StartsWith('-');
            var parsed = LocalDatePattern.Iso.Parse(text.TrimStart('-', '+'));
            if (!parsed.Success)
            {
                throw new FormatException($"\"{change}\" is no day");
            }

            (removes ? _removed : _added).Add(parsed.Value);
        }
    }

    public bool Contains(LocalDate day) =>
        !_removed.Contains(day) && (_added.Contains(day) || IsFederal(day));

    private static bool IsFederal(LocalDate day) =>
        // New Year's Day on a Saturday is kept in the year before, so the next year's counts as well.
        Known.GetOrAdd(day.Year, static year => [.. Federal(year), .. Federal(year + 1)]).Contains(day);

    private static IEnumerable<LocalDate> Federal(int year) =>
    [
        Observed(new(year, 1, 1)),
        Nth(year, 1, 3, IsoDayOfWeek.Monday),    // Martin Luther King, Jr.
        Nth(year, 2, 3, IsoDayOfWeek.Monday),    // Washington
        LastMonday(year, 5),                     // Memorial Day
        .. year >= 2021 ? [Observed(new(year, 6, 19))] : Array.Empty<LocalDate>(), // Juneteenth, since 2021
        Observed(new(year, 7, 4)),
        Nth(year, 9, 1, IsoDayOfWeek.Monday),    // Labor Day
        Nth(year, 10, 2, IsoDayOfWeek.Monday),   // Columbus Day
        Observed(new(year, 11, 11)),             // Veterans Day
        Nth(year, 11, 4, IsoDayOfWeek.Thursday), // Thanksgiving
        Observed(new(year, 12, 25)),
    ];

    private static LocalDate Observed(LocalDate day) => day.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => day.PlusDays(-1),
        IsoDayOfWeek.Sunday => day.PlusDays(1),
        _ => day,
    };

    private static LocalDate Nth(int year, int month, int n, IsoDayOfWeek weekday) => LocalDate.FromYearMonthWeekAndDay(year, month, n, weekday);

    private static LocalDate LastMonday(int year, int month) => new LocalDate(year, month, 1).With(DateAdjusters.EndOfMonth).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
}
