using System.Text.RegularExpressions;
using AoBot.Events;
using NodaTime;

namespace AoBot.Reports.Reading;

/// <summary>The words by which a report speaks of its reports, roundtables, meetings and conferences.</summary>
internal static partial class AnnouncementWords
{
    public static ProgramEventKind? Kind(string text) => Kinds(text) is [var first, ..] ? first : null;

    /// <summary>A roundtable at a summit is a roundtable; the summit is its place.</summary>
    public static IReadOnlyList<ProgramEventKind> Kinds(string text)
    {
        var kinds = new List<ProgramEventKind>();
        void When(Regex words, ProgramEventKind kind)
        {
            if (words.IsMatch(text))
            {
                kinds.Add(kind);
            }
        }

        When(AnnualReport(), ProgramEventKind.AnnualReportDue);
        When(QuarterlyReport(), ProgramEventKind.QuarterlyReportDue);
        When(MonthlyReport(), ProgramEventKind.MonthlyReportDue);
        When(Roundtable(), ProgramEventKind.Roundtable);
        When(PublicMeeting(), ProgramEventKind.PublicMeeting);
        if (kinds.Count == 0)
        {
            When(Conference(), ProgramEventKind.Conference);
        }

        return kinds;
    }

    /// <summary>Cut where a new thing begins: "… in September and are planning to attend …".</summary>
    public static IReadOnlyList<string> Parts(string sentence)
    {
        var parts = new List<string>();
        var start = 0;
        var joints = Joint().Matches(sentence);
        // Nobody announces thirty things in a sentence; looking at every cut would be slow on purpose-made input.
        foreach (var joint in joints.Count <= 30 ? joints.AsEnumerable() : [])
        {
            if (Kinds(sentence[start..joint.Index]).Count > 0 && Kinds(sentence[(joint.Index + joint.Length)..]).Count > 0)
            {
                parts.Add(sentence[start..joint.Index].Trim());
                start = joint.Index + joint.Length;
            }
        }

        parts.Add(sentence[start..].Trim());
        return parts;
    }

    /// <summary>Whether a sentence that stands anywhere announces something of the fund's own.</summary>
    public static bool Announces(string sentence) => Announcement().IsMatch(sentence);

    public static bool HasVerb(string text) => Verb().IsMatch(text);

    /// <summary>"We hold monthly public meetings" announces none.</summary>
    public static bool IsHabit(string text) => Habit().IsMatch(text);

    public static bool IsVague(string text) => Vague().IsMatch(text);

    public static bool HintsAtDate(string text) => DateHint().IsMatch(text);

    /// <summary>Whether the month belongs to the report's name.</summary>
    public static bool NamesReport(string text, DateMention mention) =>
        mention.Month is not null && AfterMonth().IsMatch(text.AsSpan(Math.Min(text.Length, mention.Start + mention.Text.Length)));

    /// <summary>The month that a report is named after: "our June report", "the May 2027 report".</summary>
    public static (int Month, int? Year)? ReportMonth(string text) => MonthlyReport().Match(text) is { Success: true } report && report.Groups["month"].Success
        ? (DateWords.MonthNumber(report.Groups["month"].ValueSpan), report.Groups["year"].Success ? int.Parse(report.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null)
        : null;

    /// <summary>An item without what is said in passing: speakers in brackets, "-- please join us!".</summary>
    public static string Short(string text)
    {
        var end = Passing().Match(text);
        return (end is { Success: true, Index: > 0 } ? text[..end.Index] : text).Trim().TrimEnd('.');
    }

    /// <summary>The words without the date at their end.</summary>
    public static string Title(string text, IReadOnlyList<DateMention> mentions)
    {
        var date = mentions.Count > 0 ? mentions[^1] : null;
        var title = date is { Start: > 0 } && text.Length - date.Start - date.Text.Length < 3 ? BeforeDate().Replace(text[..date.Start], "") : text;
        return title.Length <= 200 ? title.Trim() : $"{title[..199].TrimEnd()}…";
    }

    public static string TitleOf(ProgramEventKind kind, string part) => kind switch
    {
        ProgramEventKind.MonthlyReportDue => "Monthly report",
        ProgramEventKind.QuarterlyReportDue => QuarterlyReport().Match(part).Groups["q"] is { Success: true } q ? $"{q.Value.ToUpperInvariant()} report" : "Quarterly report",
        ProgramEventKind.AnnualReportDue => AnnualReport().Match(part).Groups["year"] is { Success: true } year ? $"{year.Value} Annual Report" : "Annual report",
        ProgramEventKind.PublicMeeting => "Public meeting",
        ProgramEventKind.Roundtable => Place(kind, part) is { } place ? $"Roundtable at {place}" : "Roundtable",
        _ => ConferenceName().Match(part) is { Success: true } name ? name.Groups["name"].Value.Trim() : part.Trim().TrimEnd('.'),
    };

    /// <summary>A conference's name is its title, not its place.</summary>
    public static string? Place(ProgramEventKind kind, string part) =>
        kind != ProgramEventKind.Conference && ConferenceName().Match(part, AfterRoundtable(part)) is { Success: true } name ? name.Groups["name"].Value.Trim() : null;

    /// <summary>"Q2 Roundtable Open Source Summit": the place begins after the word.</summary>
    private static int AfterRoundtable(string part) => Roundtable().Match(part) is { Success: true } word ? word.Index + word.Length : 0;

    /// <summary>"tomorrow", "next month": from the day of writing.</summary>
    public static (LocalDate? Date, YearMonth? Month) Relative(string part, LocalDate written) => RelativeWords().Match(part).Value.ToLowerInvariant() switch
    {
        "today" => (written, null),
        "tomorrow" => (written.PlusDays(1), null),
        "next month" => (null, written.ToYearMonth().PlusMonths(1)),
        "this month" => (null, written.ToYearMonth()),
        _ => (null, null),
    };

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:(?<year>20[0-9]{2})\s)?annual\s(?:\w{1,20}\s)?report\b", Loose)]
    private static partial Regex AnnualReport();

    [GeneratedRegex(@"\bquarterly\s(?:\w{1,20}\s)?(?:report|update)\b|\b(?<q>Q[1-4])\s(?:20[0-9]{2}\s)?(?:quarterly\s)?(?:report|update)\b", Loose)]
    private static partial Regex QuarterlyReport();

    [GeneratedRegex(@"\b(?<month>January|February|March|April|May|June|July|August|September|October|November|December)(?:['’]s)?\s(?:(?<year>20[0-9]{2})\s)?(?:monthly\s)?(?:public\s)?report\b|\bmonthly\s(?:\w{1,20}\s)?report\b", Loose)]
    private static partial Regex MonthlyReport();

    [GeneratedRegex(@"\bround[\s-]?tables?\b", Loose)]
    private static partial Regex Roundtable();

    [GeneratedRegex(@"\bpublic\s(?:\w{1,20}\s)?(?:meetings?|calls?)\b", Loose)]
    private static partial Regex PublicMeeting();

    [GeneratedRegex(@"\b(?:summit|conference|congress|symposium|hackathon|maintain-?a-?thon|FOSDEM|Open\sSource\sWeek|workshop|(?-i:\p{Lu}\w{1,19}[Cc][Oo][Nn]))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Conference();

    /// <summary>A proper name that holds one of the words for conferences.</summary>
    [GeneratedRegex(@"(?<name>(?:\p{Lu}[\w'’&.-]{0,30}\s|of\s){0,6}(?:Summit|Conference|Congress|Symposium|FOSDEM|Open\sSource\sWeek|\p{Lu}\w{1,20}[Cc]on\b)(?:\s(?:\p{Lu}{2,6}\b|North\sAmerica|Europe|Japan|China|India|Korea|20[0-9]{2}\b)){0,3})", RegexOptions.CultureInvariant)]
    private static partial Regex ConferenceName();

    [GeneratedRegex(@",?\s(?:and|but|while|then)\s(?:also\s)?|;\s|,\s", Loose)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(?:our|the)\snext\s(?:\w{1,20}\s){0,3}?(?:report|round[\s-]?table|public\smeeting)\b|\b(?:report|update)\b.{0,40}?\b(?:is\sdue|will\sbe\s(?:out|published|released|available|due|issued))\b", Loose)]
    private static partial Regex Announcement();

    [GeneratedRegex(@"\b(?:will|is|are|have|has|hold|holding|held|plan|planning|takes?|going|due|scheduled)\b|['’](?:ll|re|ve|s)\b", Loose)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(?:meetings|calls|round[\s-]?tables)\b|\b(?:continue|regular|regularly)\b", Loose)]
    private static partial Regex Habit();

    [GeneratedRegex(@"\b(?:around|about|later|soon|next|early|mid|late|few|tomorrow|weeks?)\b", Loose)]
    private static partial Regex Vague();

    [GeneratedRegex(@"\b[0-9]{1,3}(?:st|nd|rd|th)\b|\b(?:" + DateWords.MonthNames + @")\.?\s[0-9]|\bQ[1-4]\s20[0-9]{2}\b(?!\s(?:round|report|update))|\b(?:TBD|TBA|to\sbe\s(?:announced|determined|confirmed))\b", Loose)]
    private static partial Regex DateHint();

    [GeneratedRegex(@"^(?:['’]s)?\s(?:20[0-9]{2}\s)?(?:monthly\s)?(?:public\s)?report\b", Loose)]
    private static partial Regex AfterMonth();

    [GeneratedRegex(@"\s(?:--|–|—)\s|\s\([^()]{0,400}\)\s?\.?$|\s\((?=[^()]*\[)", RegexOptions.CultureInvariant)]
    private static partial Regex Passing();

    [GeneratedRegex(@"[\s,:–—-]*(?:\b(?:on|in|around|at)\s?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeDate();

    [GeneratedRegex(@"\b(?:today|tomorrow|next\smonth|this\smonth)\b", Loose)]
    private static partial Regex RelativeWords();
}
