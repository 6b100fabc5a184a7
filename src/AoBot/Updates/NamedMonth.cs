using NodaTime;

namespace AoBot.Updates;

/// <summary>A month as somebody wrote it: the year may have been left out.</summary>
/// <param name="Year">Four digits, or none.</param>
/// <param name="Month">1 to 12.</param>
public sealed record NamedMonth(int? Year, int Month)
{
    /// <summary>The month itself; a year that was left out is <paramref name="year"/>.</summary>
    public YearMonth In(int year) => new(Year ?? year, Month);
}
