using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace AoBot.Reports.Reading;

/// <summary>A day or a month that a text names.</summary>
/// <param name="Start">Where in the text.</param>
/// <param name="Text">As written.</param>
/// <param name="Date">The day; none where only a month is named.</param>
/// <param name="Month">The month, where no day is named.</param>
/// <param name="Approximate">"around", "early", "mid".</param>
internal sealed record DateMention(int Start, string Text, LocalDate? Date, YearMonth? Month, bool Approximate)
{
    /// <summary>It looks like a date and is none: June 31.</summary>
    public bool IsNoDate => Date is null && Month is null;
}

/// <summary>
/// Dates as people write them in US English. A date without a year is the first such day from <paramref name="since"/> on.
/// All patterns of this folder are bounded: no input makes them search for long.
/// </summary>
internal sealed partial class DateWords(LocalDate since)
{
    public const string MonthNames = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";

    public IReadOnlyList<DateMention> In(string text)
    {
        // An address may hold figures that look like a date.
        var words = Address().Replace(text, m => new string(' ', m.Length));
        return [.. Mention().Matches(words).Select(m => Read(words, m)).OfType<DateMention>()];
    }

    /// <summary>1 to 12 from a name or its first letters; 0 for anything else.</summary>
    public static int MonthNumber(ReadOnlySpan<char> name)
    {
        if (name.Length < 3)
        {
            return 0;
        }

        Span<char> lower = stackalloc char[3];
        name[..3].ToLowerInvariant(lower);
        var at = "janfebmaraprmayjunjulaugsepoctnovdec".AsSpan().IndexOf(lower);
        return at >= 0 && at % 3 == 0 ? (at / 3) + 1 : 0;
    }

    public static LocalDate? Day(int year, int month, int day) =>
        year is > 0 and < 9999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    /// <summary>The first such day from the reader's start on; 29 February only where this or the next year has it.</summary>
    public LocalDate? FirstDay(int month, int day) =>
        new[] { since.Year, since.Year + 1 }.Select(y => Day(y, month, day)).FirstOrDefault(d => d >= since);

    public YearMonth FirstMonth(int month)
    {
        var here = new YearMonth(since.Year, month);
        return here >= since.ToYearMonth() ? here : new YearMonth(since.Year + 1, month);
    }

    private DateMention? Read(string text, Match match)
    {
        var month = match.Groups["name"] is { Success: true } name ? MonthNumber(name.ValueSpan) : Number(match.Groups["month"]);
        var year = Number(match.Groups["year"]);
        year = year is > 0 and < 100 ? year + 2000 : year;
        var before = text.AsSpan(Math.Max(0, match.Index - 24), Math.Min(24, match.Index));
        var approximate = Around().IsMatch(before);
        if (!match.Groups["day"].Success)
        {
            // "May" and "March" are also verbs.
            return month == 0 || (year == 0 && (!char.IsUpper(match.Groups["name"].ValueSpan[0]) || (match.Length < 6 && !InMonth().IsMatch(before))))
                ? null
                : new DateMention(match.Index, match.Value, null, year > 0 ? new YearMonth(year, month) : FirstMonth(month), approximate);
        }

        var day = Number(match.Groups["day"]);
        if (match.Groups["slash"].Success && year == 0 && (month > 12 || !OnDay().IsMatch(before)))
        {
            return null;
        }

        return new DateMention(match.Index, match.Value, year > 0 ? Day(year, month, day) : FirstDay(month, day), null, approximate);
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\b(?<year>20[0-9]{2})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})\b"
        + @"|\b(?<name>" + MonthNames + @")\.?\s{1,3}(?:the\s)?(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\b(?!\s?%)(?:\s?(?:-|–|to|and|&)\s?[0-9]{1,2}(?:st|nd|rd|th)?\b)?(?:,?\s{1,3}(?:of\s)?(?<year>20[0-9]{2})\b)?"
        + @"|\b(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?<name>" + MonthNames + @")\b\.?(?:,?\s(?<year>20[0-9]{2})\b)?"
        + @"|(?<![0-9/.])(?<month>[0-9]{1,2})(?<slash>/)(?<day>[0-9]{1,2})(?:/(?<year>(?:20)?[0-9]{2}))?(?![0-9/])"
        + @"|\b(?<name>" + MonthNames + @")\.?,?\s(?:of\s)?(?<year>20[0-9]{2})\b"
        + @"|\b(?<name>January|February|March|April|May|June|July|August|September|October|November|December)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?:\baround|\babout|\bapproximately|\bapprox\.?|\broughly|\bcirca|~|\bearly|\bmid|\blate|\btentatively|\bweek of)(?:\s|-){0,2}(?:in\s|the\s|on\s)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Around();

    [GeneratedRegex(@"\b(?:in|early|mid|late|by|of|around|until|through|for|next|this|during|and|or)[\s-]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InMonth();

    [GeneratedRegex(@"(?:\b(?:on|by|around|until|from|before|is|due|day),?\s|\()$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnDay();

    [GeneratedRegex(@"https?://[^\s]{1,2000}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
