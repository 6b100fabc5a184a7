using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace AoBot.Events;

/// <summary>Days, times and lengths as people type them. What can be read in two ways is not guessed.</summary>
public static partial class TypedTime
{
    /// <summary><c>July 25</c>, <c>Thursday, July 25th 2024</c>, <c>25 Jul</c>, <c>2024-07-25</c>, <c>7/25/2024</c>, <c>tomorrow</c>, <c>next Thursday</c>; without a year the next one.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="today">On the clocks of the one who types.</param>
    /// <param name="problem">What is wrong, and the cure.</param>
    public static LocalDate? Day(string? typed, LocalDate today, out string? problem)
    {
        problem = null;
        var words = Separators().Replace((typed ?? "").Trim().ToLowerInvariant(), " ").Trim();
        var weekday = Weekdays().Match(words);
        var rest = weekday.Success ? words.Remove(weekday.Index, weekday.Length).Trim() : words;
        IsoDayOfWeek? named = weekday.Success ? DayNamed(weekday.Groups["day"].Value) : null;
        var day = rest switch
        {
            "today" => today,
            "tomorrow" => today.PlusDays(1),
            "" or "next" or "on" when named is { } next => today.With(DateAdjusters.Next(next)),
            _ => Read(rest, today),
        };
        if (day is not { } found)
        {
            problem = "I cannot read this day. Write for instance: July 25, or 2024-07-25.";
            return null;
        }

        if (named is { } said && found.DayOfWeek != said)
        {
            problem = $"{found.ToString("MMMM d, uuuu", CultureInfo.InvariantCulture)} is a {found.DayOfWeek}. Which of the two is meant?";
            return null;
        }

        return found;
    }

    /// <summary><c>10:00</c>, <c>10am</c>, <c>2:30 PM</c>, <c>14:30</c>, <c>noon</c>; a bare <c>2</c> could be either.</summary>
    public static LocalTime? Time(string? typed, out string? problem)
    {
        problem = null;
        var words = (typed ?? "").Trim().ToLowerInvariant().Replace(".", "", StringComparison.Ordinal);
        if (words is "noon" or "12 noon")
        {
            return LocalTime.Noon;
        }

        var match = Clock().Match(words);
        if (!match.Success || !int.TryParse(match.Groups["hour"].Value, CultureInfo.InvariantCulture, out var hour))
        {
            problem = "I cannot read this time. Write for instance: 10:00 AM, or 14:30.";
            return null;
        }

        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value;
        if (half.Length == 0 && !match.Groups["minute"].Success)
        {
            problem = $"Is that {match.Groups["hour"].Value} AM or PM? Write for instance: 10:00 AM, or 14:30.";
            return null;
        }

        if (minute > 59 || hour > 23 || (half.Length > 0 && hour is 0 or > 12))
        {
            problem = "There is no such time. Write for instance: 10:00 AM, or 14:30.";
            return null;
        }

        return new LocalTime(half switch { "pm" => (hour % 12) + 12, "am" => hour % 12, _ => hour }, minute);
    }

    /// <summary>How long, in minutes: <c>60</c>, <c>90 min</c>, <c>1h</c>, <c>1.5 hours</c>, or the time at which it ends.</summary>
    public static int? Minutes(string? typed, LocalTime? start, out string? problem)
    {
        problem = null;
        var words = (typed ?? "").Trim().ToLowerInvariant();
        var match = Length().Match(words);
        if (match.Success)
        {
            var number = decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
            var minutes = match.Groups["unit"].Value.StartsWith('h') ? number * 60 : number;
            if (minutes is >= 5 and <= 24 * 60 && minutes == Math.Floor(minutes))
            {
                return (int)minutes;
            }

            problem = "It may take from 5 minutes to 24 hours.";
            return null;
        }

        if (Time(words, out _) is { } end && start is { } begin)
        {
            if (end > begin)
            {
                return (int)Period.Between(begin, end, PeriodUnits.Minutes).Minutes;
            }

            problem = "It would end before it begins. Write a later time, or how long it takes: 60 minutes.";
            return null;
        }

        problem = "I cannot read this. Write how long it takes (60 minutes, 1.5 hours) or when it ends (11:00 AM).";
        return null;
    }

    /// <summary>An IANA zone; also what its city or people call it.</summary>
    public static string? Zone(string? typed, out string? problem)
    {
        problem = null;
        var words = (typed ?? "").Trim();
        var known = words.ToUpperInvariant() switch
        {
            "UTC" or "GMT" or "Z" => "UTC",
            "ET" or "EST" or "EDT" or "EASTERN" => "America/New_York",
            "CT" or "CST" or "CDT" or "CENTRAL" => "America/Chicago",
            "MT" or "MST" or "MDT" or "MOUNTAIN" => "America/Denver",
            "PT" or "PST" or "PDT" or "PACIFIC" => "America/Los_Angeles",
            "CET" or "CEST" => "Europe/Berlin",
            _ => null,
        };
        if (known is not null)
        {
            return known;
        }

        var asId = words.Replace(' ', '_');
        var found = DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Equals(asId, StringComparison.OrdinalIgnoreCase) || (id.Contains('/', StringComparison.Ordinal) && id[(id.LastIndexOf('/') + 1)..].Equals(asId, StringComparison.OrdinalIgnoreCase))).ToList();
        if (found.Count > 0)
        {
            return found.Find(id => id.Equals(asId, StringComparison.OrdinalIgnoreCase)) ?? found[0];
        }

        problem = "I know no such time zone. Write for instance: America/New_York, London, or UTC.";
        return null;
    }

    /// <summary>Whether the clocks of the zone jump over this time on this day.</summary>
    public static bool IsSkipped(LocalDate day, LocalTime time, string zone) => DateTimeZoneProviders.Tzdb[zone].MapLocal(day + time).Count == 0;

    private static LocalDate? Read(string words, LocalDate today)
    {
        var iso = IsoDay().Match(words);
        if (iso.Success)
        {
            return Valid(Number(iso, "year"), Number(iso, "month"), Number(iso, "day"));
        }

        var slashes = SlashDay().Match(words);
        var match = slashes.Success ? slashes : MonthDay().Match(words) is { Success: true } first ? first : DayMonth().Match(words);
        if (!match.Success)
        {
            return null;
        }

        var month = slashes.Success ? Number(match, "month") : MonthNamed(match.Groups["month"].Value);
        if (match.Groups["year"].Success)
        {
            var year = Number(match, "year");
            return Valid(year < 100 ? year + 2000 : year, month, Number(match, "day"));
        }

        return Valid(today.Year, month, Number(match, "day")) is { } thisYear && thisYear >= today ? thisYear : Valid(today.Year + 1, month, Number(match, "day"));
    }

    private static LocalDate? Valid(int year, int month, int day) =>
        year is > 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static int MonthNamed(string name) =>
        Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, m => m.Length > 0 && name.StartsWith(m, StringComparison.OrdinalIgnoreCase)) + 1;

    private static IsoDayOfWeek DayNamed(string name) =>
        Enum.GetValues<IsoDayOfWeek>().First(d => d != IsoDayOfWeek.None && $"{d}".StartsWith(name[..3], StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"[\s,]+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\b(?<day>mon(day)?|tue(s|sday)?|wed(nesday)?|thu(r|rs|rsday)?|fri(day)?|sat(urday)?|sun(day)?)\b\.?", RegexOptions.ExplicitCapture)]
    private static partial Regex Weekdays();

    [GeneratedRegex(@"^(?<hour>\d{1,2})(:(?<minute>\d{2}))?\s*(?<half>am|pm)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<number>\d{1,4}(\.\d)?)\s*(?<unit>m|min|mins|minutes|minute|h|hr|hrs|hours|hour)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Length();

    [GeneratedRegex(@"^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$", RegexOptions.ExplicitCapture)]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"^(?<month>\d{1,2})/(?<day>\d{1,2})(/(?<year>\d{4}|\d{2}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex SlashDay();

    [GeneratedRegex(@"^(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?<day>\d{1,2})(st|nd|rd|th)?( (?<year>\d{4}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"^(?<day>\d{1,2})(st|nd|rd|th)?\.? (of )?(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?( (?<year>\d{4}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex DayMonth();
}
