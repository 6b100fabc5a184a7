using NodaTime;
using NodaTime.Text;

namespace AoBot.Updates.Reading;

/// <summary>Months and days in the reasons that the ledger gives.</summary>
internal static class ReasonWords
{
    private static readonly YearMonthPattern Months = YearMonthPattern.CreateWithInvariantCulture("MMMM uuuu");
    private static readonly LocalDatePattern Days = LocalDatePattern.CreateWithInvariantCulture("MMMM d, uuuu");

    public static string Words(this YearMonth month) => Months.Format(month);

    public static string Words(this IReadOnlyList<YearMonth> months) => months.Count switch
    {
        0 => "no month",
        1 => months[0].Words(),
        2 => $"{months[0].Words()} and {months[1].Words()}",
        _ => $"{months[0].Words()} to {months[^1].Words()}",
    };

    /// <summary>The day in UTC: reasons need no more.</summary>
    public static string Words(this Instant instant) => Days.Format(instant.InUtc().Date);

    /// <summary>When a month ends, in UTC.</summary>
    public static Instant End(this YearMonth month) => month.PlusMonths(1).OnDayOfMonth(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();

    public static YearMonth MonthInUtc(this Instant instant) => instant.InUtc().Date.ToYearMonth();
}
