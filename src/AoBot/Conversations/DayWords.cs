using System.Globalization;
using NodaTime;

namespace AoBot.Conversations;

/// <summary>How days and months are written: US English with the weekday, and the year when it is not this one.</summary>
public static class DayWords
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary><c>Friday, July 5</c>, or <c>Friday, July 4, 2025</c> in another year.</summary>
    public static string Day(LocalDate day, LocalDate today) =>
        day.ToString(day.Year == today.Year ? "dddd, MMMM d" : "dddd, MMMM d, uuuu", English);

    /// <summary><c>10:00 AM New York time</c>, <c>2:30 PM UTC</c>.</summary>
    public static string Time(Instant instant, string zone)
    {
        var place = zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
        return instant.InZone(DateTimeZoneProviders.Tzdb[zone]).ToString("h:mm tt", English) + (place == "UTC" ? " UTC" : $" {place} time");
    }

    /// <summary><c>Friday, July 5, 2024</c>, for headings and places that are read later.</summary>
    public static string FullDay(LocalDate day) => day.ToString("dddd, MMMM d, uuuu", English);

    /// <summary><c>June</c>, or <c>June 2023</c> in another year.</summary>
    public static string Month(YearMonth month, LocalDate today) =>
        month.OnDayOfMonth(1).ToString(month.Year == today.Year ? "MMMM" : "MMMM uuuu", English);

    /// <summary><c>June 2024</c>.</summary>
    public static string FullMonth(YearMonth month) => month.OnDayOfMonth(1).ToString("MMMM uuuu", English);

    /// <summary><c>today</c>, <c>tomorrow</c>, <c>in 7 days</c>, <c>yesterday</c>, <c>7 days ago</c>, <c>2 months ago</c>.</summary>
    public static string Away(LocalDate day, LocalDate today)
    {
        var days = Period.DaysBetween(today, day);
        return days switch
        {
            0 => "today",
            1 => "tomorrow",
            -1 => "yesterday",
            > 0 => "in " + Span(days),
            _ => Span(-days) + " ago",
        };
    }

    /// <summary><c>9 days</c>, <c>7 weeks</c>, <c>14 months</c>.</summary>
    private static string Span(int days) => days switch
    {
        < 42 => "day".ToQuantity(days),
        < 120 => "week".ToQuantity(days / 7),
        _ => "month".ToQuantity((int)Math.Round(days / 30.44)),
    };
}
