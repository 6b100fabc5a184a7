using NodaTime;
using NodaTime.Text;

namespace AoBot.Engagements;

/// <summary>Days as a roster writes them: <c>2024-03-01</c>, or <c>2024-03</c> for the month. Pauses as <c>2024-03-01..2024-04-30</c>, open ones as <c>2024-06-01..</c>.</summary>
public static class RosterDates
{
    private const string Between = "..";
    private static readonly YearMonthPattern Month = YearMonthPattern.CreateWithInvariantCulture("uuuu'-'MM");

    public static string Write(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string Write(RosterPause pause) => $"{Write(pause.From)}{Between}{(pause.To is { } to ? Write(to) : "")}";

    /// <summary>The day; the first one where a month is written.</summary>
    public static LocalDate? First(string written) => Parse(written)?.Start;

    /// <summary>The day; the last one where a month is written.</summary>
    public static LocalDate? Last(string written) => Parse(written)?.End;

    /// <summary>A pause: two days with <c>..</c> between, the second left out while nobody knows it; or one day or month alone.</summary>
    public static RosterPause? ParsePause(string written)
    {
        var at = written.IndexOf(Between, StringComparison.Ordinal);
        if (at < 0)
        {
            return Parse(written) is { } whole ? new RosterPause(whole.Start, whole.End) : null;
        }

        var (from, to) = (First(written[..at]), written[(at + Between.Length)..]);
        return from is null ? null
            : to.Trim().Length == 0 ? new RosterPause(from.Value, null)
            : Last(to) is { } last && last >= from ? new RosterPause(from.Value, last) : null;
    }

    private static DateInterval? Parse(string written)
    {
        var trimmed = written.Trim();
        if (LocalDatePattern.Iso.Parse(trimmed) is { Success: true, Value: var day })
        {
            return IsOurs(day.Year) ? new DateInterval(day, day) : null;
        }

        return Month.Parse(trimmed) is { Success: true, Value: var month } && IsOurs(month.Year) ? month.ToDateInterval() : null;
    }

    // A year of two or five digits is a slip of the hand.
    private static bool IsOurs(int year) => year is >= 1900 and <= 2199;
}
