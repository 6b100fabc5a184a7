using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace AoBot.Reports.Reading;

/// <param name="Date">The last day.</param>
/// <param name="Text">The words that say so.</param>
internal sealed record Deadline(LocalDate Date, string Text);

/// <summary>
/// The last day that a text names. "By" a year, quarter or month is its last day, "before" one the day before it begins.
/// "In 2024" counts where nothing firmer is said and the year is not over before the report's. A year that is not written is the report's.
/// Of several the latest counts: only then is all of it due. Words like "early 2025" or "for 2025" name no last day.
/// </summary>
internal sealed partial class DeadlineWords(int reportYear)
{
    public Deadline? In(string text) =>
        Latest(By().Matches(text).Select(m => Point(text, m.Index, m.Index + m.Length, !m.Groups["before"].Success)))
        ?? Latest(Within().Matches(text).Select(m => SpanOfTime(text, m.Index, m.Index + m.Length, true)).Where(d => d?.Date.Year >= reportYear));

    /// <summary>Only what is said with "by", "until", "through" and the like.</summary>
    public Deadline? FirmIn(string text) => Latest(By().Matches(text).Select(m => Point(text, m.Index, m.Index + m.Length, !m.Groups["before"].Success)));

    /// <summary>What stands alone, as in a column of its own: <c>Q3 2025</c>.</summary>
    public LocalDate? Alone(string text) => Point(text, 0, 0, true)?.Date ?? FirmIn(text)?.Date;

    /// <summary>Words that seem to name a last day, for a text without a readable one.</summary>
    public static string? Hint(string text) => Hinted().Match(text) is { Success: true } hint ? hint.Value : null;

    private static Deadline? Latest(IEnumerable<Deadline?> deadlines) => deadlines.OfType<Deadline>().MaxBy(d => d.Date);

    private Deadline? Point(string text, int start, int at, bool atItsEnd)
    {
        if (EndOf().Match(text, at) is { Success: true } end)
        {
            return SpanOfTime(text, start, end.Index + end.Length, false, true, true)
                ?? (end.Groups["year"].Success ? Named(text, start, end.Index + end.Length, YearOr(end.Groups["of"])) : null);
        }

        var day = DayAt().Match(text, at);
        if (day.Success)
        {
            var month = day.Groups["name"].Success ? DateWords.MonthNumber(day.Groups["name"].ValueSpan) : Number(day.Groups["month"]);
            var date = DateWords.Day(YearOr(day.Groups["y"]), month, Number(day.Groups["day"]));
            return date is { } d ? new Deadline(atItsEnd ? d : d.PlusDays(-1), text[start..(day.Index + day.Length)]) : null;
        }

        return SpanOfTime(text, start, at, false, atItsEnd);
    }

    /// <summary>The last day of a year, half, quarter or month, or the day before it begins.</summary>
    private Deadline? SpanOfTime(string text, int start, int at, bool yearWritten, bool atItsEnd = true, bool afterEndOf = false)
    {
        var span = Span().Match(text, at);
        if (!span.Success || (yearWritten && !span.Groups["y"].Success && !span.Groups["this"].Success) || (span.Groups["bare"].Success && !afterEndOf))
        {
            return null;
        }

        var year = span.Groups["next"].Success ? reportYear + 1 : YearOr(span.Groups["y"]);
        // A number of projects may look like a year.
        if (year < reportYear - 2 || year > reportYear + 15)
        {
            return null;
        }

        var (first, months) = span switch
        {
            _ when span.Groups["name"] is { Success: true } name => (char.IsUpper(name.ValueSpan[0]) ? DateWords.MonthNumber(name.ValueSpan) : 0, 1),
            _ when span.Groups["q"].Success => (((Ordinal(span.Groups["q"].Value) - 1) * 3) + 1, 3),
            _ when span.Groups["h"].Success => (((Ordinal(span.Groups["h"].Value) - 1) * 6) + 1, 6),
            _ when span.Groups["mid"].Success => (1, 6),
            _ => (1, 12),
        };
        if (first == 0)
        {
            return null;
        }

        var begins = new LocalDate(year, first, 1);
        return new Deadline(atItsEnd ? begins.PlusMonths(months).PlusDays(-1) : begins.PlusDays(-1), text[start..(span.Index + span.Length)].TrimEnd('.'));
    }

    private static Deadline Named(string text, int start, int end, int year) => new(new LocalDate(year, 12, 31), text[start..end]);

    private int YearOr(Group year) => year.Success ? Number(year) : reportYear;

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static int Ordinal(string word) => word.ToLowerInvariant() switch
    {
        "1" or "first" => 1,
        "2" or "second" => 2,
        "3" or "third" => 3,
        _ => 4,
    };

    [GeneratedRegex(@"\b(?:by|until|till|through|no later than|not later than|on or before|due(?: by| on)?|(?<before>before|prior to))\s{1,3}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex By();

    [GeneratedRegex(@"(?:(?<![\w%$'’-])[\w%$'’-]{1,40}\s)?\b(?:in|during|within|over the course of)\s{1,3}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Within();

    [GeneratedRegex(
        @"\G(?:(?:the\s)?(?:very\s)?(?:end|close)\sof\s|(?:the\s)?end\s(?=[A-Z0-9])|(?<year>(?:the\s)?(?:year[ -]end|end-of-year|EOY)\b(?:\s(?<of>20[0-9]{2})\b)?))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndOf();

    [GeneratedRegex(
        @"\G(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:"
        + @"(?<y>20[0-9]{2})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})\b"
        + @"|(?<name>" + DateWords.MonthNames + @")\.?\s(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\b(?:,?\s(?<y>20[0-9]{2})\b)?"
        + @"|(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?<name>" + DateWords.MonthNames + @")\b\.?(?:,?\s(?<y>20[0-9]{2})\b)?"
        + @"|(?<month>[0-9]{1,2})/(?<day>[0-9]{1,2})/(?<y>20[0-9]{2})\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayAt();

    [GeneratedRegex(
        @"\G(?:the\s)?(?:(?<name>" + DateWords.MonthNames + @")\b\.?(?:,?\s(?<y>20[0-9]{2}))?"
        + @"|(?:calendar\s(?:year\s)?)?(?<y>20[0-9]{2})(?:[ -]?Q(?<q>[1-4])|[ -]?H(?<h>[12]))?"
        + @"|Q(?<q>[1-4])(?:[ ,/-]{0,2}(?:of\s)?(?<y>20[0-9]{2}))?"
        + @"|H(?<h>[12])(?:[ ,/-]{0,2}(?:of\s)?(?<y>20[0-9]{2}))?"
        + @"|(?<q>first|second|third|fourth|last)\squarter(?:(?:\sof)?\s(?:(?<y>20[0-9]{2})|(?<this>(?:the|this)\syear)))?"
        + @"|(?<h>first|second)\shalf(?:(?:\sof)?\s(?:(?<y>20[0-9]{2})|(?<this>(?:the|this)\syear)))?"
        + @"|mid(?<mid>[ -]?)(?<y>20[0-9]{2})|late\s(?<y>20[0-9]{2})"
        + @"|(?<bare>(?:this\s|calendar\s|program\s)?year)|(?<next>next\syear))(?![\w%])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    [GeneratedRegex(@"\b(?:by|before|until|no later than)\s(?:[\w-]{1,20}\s){0,3}20[0-9]{2}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hinted();
}
