using System.Text.RegularExpressions;

namespace AoBot.Reports.Reading;

/// <summary>
/// Year, quarter and initiative, from the first heading that names them, else from the front matter or the file's name;
/// and by this and its sections, whether the file is a TAC report at all.
/// </summary>
internal sealed partial record TacReportTitle(string Text, string Initiative, int Year, int Quarter, int Line)
{
    /// <summary>Why it is none.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Where title and file name differ.</summary>
    public string? Conflict { get; private init; }

    public static TacReportTitle Find(string fileName, ReportDocument document)
    {
        var name = Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/'));
        var headings = document.Pieces.OfType<Heading>().ToList();
        if (headings.Find(h => Template().IsMatch(h.Text.Text)) is { } blank)
        {
            return Refuse("This is the template of TAC reports, not a report: its title names no year and quarter.", blank.Text.Line);
        }

        var inHeading = headings.Where(h => h.Section.Level == 1).Concat(headings.Take(3)).FirstOrDefault(h => YearAndQuarter().IsMatch(h.Text.Text));
        var frontMatter = FrontMatter.Find(document.FrontMatter, "title");
        var (text, line) = (inHeading, frontMatter) switch
        {
            ({ } heading, _) => (heading.Text.Text.Trim(), heading.Text.Line),
            (_, { } title) when YearAndQuarter().IsMatch(title.Value) => (title.Value, title.Line),
            _ when YearAndQuarter().IsMatch(name) => (name, 1),
            _ => ("", 1),
        };
        if (text.Length == 0)
        {
            return Refuse("This is no TAC report: neither its title nor its name holds a year and a quarter, as in \"2024 Q2 Alpha-Omega\".", headings.Count > 0 ? headings[0].Text.Line : 1);
        }

        var match = YearAndQuarter().Match(text);
        var (year, quarter) = Read(match);
        if (quarter is < 1 or > 4)
        {
            return Refuse($"This is no TAC report: there is no quarter as in {Findings.Quote(match.Value)}.", line);
        }

        // A title in the agreed form needs one section of the form beside it; anything looser needs two, so that a blog post is none.
        var kinds = document.Sections.Where(s => s.Level > 1 || s != document.Sections[0]).Select(s => Section.KindOf(s.Heading)).Where(k => k != SectionKind.Other).Distinct().Count();
        var hasKeyResults = document.Pieces.Any(p => p switch
        {
            TableRows t => t.Rows.Any(r => r.Cells.Any(c => KeyResultWords.KeyResult(c.Text, false) is not null)),
            Item i => KeyResultWords.KeyResult(i.Text.Text, false) is not null,
            Paragraph p2 => p2.Text.Lines().Any(l => KeyResultWords.KeyResult(l.Text, false) is { Separated: true }),
            _ => false,
        });
        if (!hasKeyResults && kinds < (inHeading is not null && match.Index == 0 ? 1 : 2))
        {
            return Refuse("This is no TAC report: it has none of the sections of one (Overview, Purpose, Current Status, Up Next, …).", line);
        }

        var inName = YearAndQuarter().Match(name);
        return new TacReportTitle(text, Rest(text, match) is { Length: > 0 } initiative ? initiative : inName.Success ? Rest(name, inName) : "", year, quarter, line)
        {
            Conflict = inName.Success && Read(inName) != (year, quarter) ? $"The title says {year} Q{quarter}, the file's name {inName.Value}: the title counts." : null,
        };
    }

    private static TacReportTitle Refuse(string reason, int line) => new("", "", 0, 0, line) { Refusal = reason };

    private static (int Year, int Quarter) Read(Match match) => (
        int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture),
        match.Groups["word"] is { Success: true } word
            ? word.Value.ToLowerInvariant() switch { "first" => 1, "second" => 2, "third" => 3, _ => 4 }
            : match.Groups["quarter"].Value[0] - '0');

    /// <summary>The title without year, quarter and the words that every such title may have.</summary>
    private static string Rest(string title, Match quarter) =>
        Common().Replace(title.Remove(quarter.Index, quarter.Length), " ").Trim(' ', '-', '–', '—', ':', ',', '_', '(', ')', '|');

    [GeneratedRegex(@"(?<![0-9])(?<year>20[0-9]{2})[\s_/,.-]{0,3}Q(?<quarter>[0-9])(?![0-9])|\bQ(?<quarter>[0-9])[\s_/,.'’-]{0,3}(?<year>20[0-9]{2})(?![0-9])|\b(?<word>first|second|third|fourth)\squarter(?:\sof|,)?\s(?<year>20[0-9]{2})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearAndQuarter();

    [GeneratedRegex(@"\bYYYY\b|\bQn\b")]
    private static partial Regex Template();

    [GeneratedRegex(@"\s{0,3}\b(?:TAC|quarterly|report|update)\b\s{0,3}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Common();
}
