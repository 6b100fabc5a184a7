using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace AoBot.Reports.Reading;

/// <summary>A time of day as people write it: <c>10am ET</c>, <c>2:30 PM UTC</c>, <c>14:00 CET</c>.</summary>
internal static partial class TimeWords
{
    /// <summary>The abbreviations that people use all year, as zones; "EST" in July means New York, not five hours behind UTC.</summary>
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UTC"] = "Etc/UTC",
        ["GMT"] = "Etc/UTC",
        ["ET"] = "America/New_York",
        ["EST"] = "America/New_York",
        ["EDT"] = "America/New_York",
        ["Eastern"] = "America/New_York",
        ["CT"] = "America/Chicago",
        ["CDT"] = "America/Chicago",
        ["Central"] = "America/Chicago",
        ["MT"] = "America/Denver",
        ["MDT"] = "America/Denver",
        ["Mountain"] = "America/Denver",
        ["PT"] = "America/Los_Angeles",
        ["PST"] = "America/Los_Angeles",
        ["PDT"] = "America/Los_Angeles",
        ["Pacific"] = "America/Los_Angeles",
        ["CET"] = "Europe/Berlin",
        ["CEST"] = "Europe/Berlin",
    };

    /// <summary>The first time named; none where none is, or where it cannot be read for sure.</summary>
    public static TimeOfDay? In(string text)
    {
        var found = Time().Match(text);
        if (!found.Success)
        {
            return null;
        }

        var hour = Number("hour");
        if (found.Groups["half"] is { Success: true } half)
        {
            hour = (hour % 12) + (half.Value is "p" or "P" ? 12 : 0);
        }

        return new TimeOfDay(new LocalTime(hour, Number("minute")), found.Groups["zone"] is { Success: true } zone ? Zones[zone.Value] : null);

        int Number(string group) => found.Groups[group] is { Success: true } digits ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Whether a time seems to be named.</summary>
    public static bool HintsAt(string text) => Hint().IsMatch(text);

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // "10-11am" begins at a time that is written half; it is left unread rather than read as 11.
    [GeneratedRegex(@"(?<![0-9:]|[0-9]\s?[-–]\s?)(?:(?<hour>1[0-2]|0?[1-9])(?::(?<minute>[0-5][0-9]))?\s?(?<half>[ap])\.?m\b\.?|(?<hour>[01]?[0-9]|2[0-3]):(?<minute>[0-5][0-9])(?![0-9:]|\s?[ap]\.?m\b))(?:\s?(?:-|–|to)\s?[0-9]{1,2}(?::[0-5][0-9])?\s?(?:[ap]\.?m\b\.?)?)?(?:\s?\(?(?<zone>UTC|GMT|ET|EST|EDT|Eastern|CT|CDT|Central|MT|MDT|Mountain|PT|PST|PDT|Pacific|CET|CEST)\b)?", Loose)]
    private static partial Regex Time();

    [GeneratedRegex(@"[0-9]\s?[ap]\.?m\b|\b[0-9]{1,2}:[0-9]{2}\b|\bnoon\b", Loose)]
    private static partial Regex Hint();
}

/// <param name="Time">On the clocks of the zone.</param>
/// <param name="Zone">An IANA id; none where the text names none, and then the program's own is meant.</param>
public sealed record TimeOfDay(LocalTime Time, string? Zone);
