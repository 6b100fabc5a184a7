using NodaTime;

namespace AoBot.Updates;

/// <summary>A month as somebody wrote it: the year may have been left out.</summary>
/// <param name="Year">Four digits, or none.</param>
/// <param name="Month">1 to 12.</param>
public sealed record NamedMonth(int? Year, int Month)
{
    /// <summary>The month itself; a year that was left out is <paramref name="year"/>.</summary>
    public YearMonth In(int year) => new(Year ?? year, Month);

    /// <summary>
    /// The months themselves. The last one's year, if it was left out, is <paramref name="year"/>; the others lead up to it, over New Year's if need
    /// be: "December, January 2025" begins in 2024.
    /// </summary>
    public static IReadOnlyList<YearMonth> Resolve(IReadOnlyList<NamedMonth> months, int year)
    {
        var resolved = new YearMonth[months.Count];
        for (var i = months.Count - 1; i >= 0; i--)
        {
            var unstated = i == months.Count - 1 ? year : resolved[i + 1].Year - (months[i].Month > months[i + 1].Month ? 1 : 0);
            resolved[i] = new YearMonth(months[i].Year ?? unstated, months[i].Month);
        }

        return [.. resolved.Distinct().Order()];
    }
}
