using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace AoBot.Playground.Page.Text;

/// <summary>Slack's date formats in the reader's zone. https://docs.slack.dev/messaging/formatting-message-text#date-formatting</summary>
public static partial class SlackDates
{
    private const long Furthest = 253_402_300_799;

    /// <summary>None where the format or the instant is none that Slack knows; the fallback is then shown.</summary>
    public static string? Format(long unixSeconds, string format, Reader reader)
    {
        if (unixSeconds is < 0 or > Furthest || !Token().IsMatch(format))
        {
            return null;
        }

        var at = reader.Local(unixSeconds);
        return Token().Replace(format, token => Word(token.Groups["name"].Value, at, reader));
    }

    /// <summary>Whole, for a tooltip: "Friday, June 28, 2024 at 9:00 AM, America/New York".</summary>
    public static string Whole(ZonedDateTime at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.LocalDateTime:dddd, MMMM d, uuuu} at {Time(at)}, {ZoneName(at.Zone)}");

    /// <summary>"Today", "Yesterday", else "Friday, June 28th": the line between two days.</summary>
    public static string Divider(LocalDate day, LocalDate today) => Near(day, today) ?? Long(day, withYear: day.Year != today.Year);

    public static string Time(ZonedDateTime at) => at.LocalDateTime.ToString("h:mm tt", CultureInfo.InvariantCulture);

    public static string ZoneName(DateTimeZone zone) => zone.Id.Replace('_', ' ');

    private static string Word(string name, ZonedDateTime at, Reader reader)
    {
        var day = at.Date;
        var today = reader.Now.InZone(reader.Zone).Date;
        return name switch
        {
            "date_num" => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            "date_slash" => day.ToString("MM/dd/uuuu", CultureInfo.InvariantCulture),
            "date" => Medium(day),
            "date_pretty" => Near(day, today) ?? Medium(day),
            "date_short" => Short(day),
            "date_short_pretty" => Near(day, today) ?? Short(day),
            "date_long" or "date_long_full" => Long(day, withYear: true),
            "date_long_pretty" => Near(day, today) ?? Long(day, withYear: true),
            "day_divider_pretty" => Divider(day, today),
            "time" => Time(at),
            "time_secs" => at.LocalDateTime.ToString("h:mm:ss tt", CultureInfo.InvariantCulture),
            "ago" => Ago(reader.Now - at.ToInstant()),
            _ => "{" + name + "}",
        };
    }

    private static string? Near(LocalDate day, LocalDate today) => Period.DaysBetween(today, day) switch
    {
        0 => "Today",
        -1 => "Yesterday",
        1 => "Tomorrow",
        _ => null,
    };

    private static string Medium(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day:MMMM} {Ordinal(day.Day)}, {day:uuuu}");

    private static string Short(LocalDate day) => day.ToString("MMM d, uuuu", CultureInfo.InvariantCulture);

    private static string Long(LocalDate day, bool withYear) =>
        string.Create(CultureInfo.InvariantCulture, $"{day:dddd, MMMM} {Ordinal(day.Day)}{(withYear ? $", {day.Year}" : "")}");

    private static string Ordinal(int day) => day + (day is 11 or 12 or 13 ? "th" : (day % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    private static string Ago(Duration past)
    {
        var (size, isFuture) = past < Duration.Zero ? (-past, true) : (past, false);
        var words = size.TotalSeconds < 60 ? "a few seconds"
            : size.TotalMinutes < 60 ? Count((int)size.TotalMinutes, "minute")
            : size.TotalHours < 24 ? Count((int)size.TotalHours, "hour")
            : Count((int)size.TotalDays, "day");
        return isFuture ? $"in {words}" : $"{words} ago";
    }

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";

    [GeneratedRegex(@"\{(?<name>[a-z_]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
