using System.Text.RegularExpressions;
using AoBot.Engagements;

namespace AoBot.Reports.Reading;

/// <summary>
/// Engagements that the report names: in lists about engagements or grants, by links to their folders, and in sentences like "a grant to X".
/// What it says at several places is put together by name. Areas come from its words about the engagement, never from what anybody knows.
/// </summary>
internal sealed partial class EngagementReader(int reportYear)
{
    private readonly DeadlineWords _deadlines = new(reportYear);
    private readonly OrderedDictionary<string, Named> _named = [];

    public IReadOnlyList<EngagementFact> Read(ReportDocument document)
    {
        foreach (var piece in document.Pieces.Where(p => p.Section.Kind is not (SectionKind.KeyResults or SectionKind.UpNext or SectionKind.UpcomingEvents or SectionKind.Questions or SectionKind.Reporting)))
        {
            switch (piece)
            {
                case Item item when IsFolderLink(item.Text) is { } folder:
                    Add(Name(folder), item.Text.Line, [new LinkFact(Name(folder), folder.Url!)], null);
                    break;
                case Item item when SpeaksOfEngagements(item) && Apart(item.Text) is { } named:
                    Add(named.Name, item.Text.Line, item.Text.WebLinks(), named.News);
                    break;
                case Item { Text: var text }:
                    ReadSentences(text);
                    break;
                case Paragraph { LeadsIn: false, Text: var text }:
                    ReadSentences(text);
                    break;
            }
        }

        return [.. _named.Values.Select(Fact)];
    }

    /// <summary>Letters and digits only: "Ruby Central" is "RubyCentral".</summary>
    public static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The link to an engagement's folder that is all there is of an item.</summary>
    public static RichText.PlacedLink? IsFolderLink(RichText text) =>
        text.Links.Count > 0 && text.Links[0] is { Url: { } url } link && Folder().IsMatch(url.AbsolutePath) && text.Text.Length <= link.Start + link.Title.Length + 20 ? link : null;

    private static bool SpeaksOfEngagements(Item item) =>
        item.Section.Kind == SectionKind.Grants || (item.Intro is { } intro && Intro().IsMatch(intro.Text));

    private static string Name(RichText.PlacedLink link) =>
        link.Title.Length > 0 && !link.Title.Contains("://", StringComparison.Ordinal) ? link.Title : Uri.UnescapeDataString(Folder().Match(link.Url!.AbsolutePath).Groups["name"].Value);

    /// <summary><c>**Name**: news</c>, <c>[Name](page): news</c>, <c>Name (news)</c>, <c>Name</c>.</summary>
    private static (string Name, string? News)? Apart(RichText text)
    {
        var all = text.Text.Trim();
        string name;
        string news;
        if (text.Lead is { Length: > 0 } lead)
        {
            name = lead.TrimEnd(':', '.', ' ');
            news = all[Math.Min(all.Length, all.IndexOf(lead, StringComparison.Ordinal) + lead.Length)..];
        }
        else if (text.Links is [{ Start: 0, Title.Length: > 0 } link, ..])
        {
            name = link.Title;
            news = all[Math.Min(all.Length, link.Title.Length)..];
        }
        else
        {
            var end = NameEnd().Match(all);
            name = end.Success ? all[..end.Index] : all;
            news = end.Success ? all[end.Index..] : "";
        }

        news = news.TrimStart(':', ' ', '-', '–', '—').Trim();
        news = news is ['(', .., ')'] && news.IndexOf(')', StringComparison.Ordinal) == news.Length - 1 ? news[1..^1] : news;
        return IsName(name) ? (name.Trim(), news.Length > 0 ? news : null) : null;
    }

    private static bool IsName(string name) =>
        name.Length is > 1 and <= 60
        && name.Count(c => c == ' ') < 8
        && name.Any(char.IsLetter)
        && !name.EndsWith('.')
        && Key(name) is not ("engagement" or "engagements" or "grant" or "grants" or "newengagements" or "alphaomega" or "openssf" or "other" or "others");

    private void ReadSentences(RichText text)
    {
        foreach (var (sentence, start) in Sentences.Of(text.Text))
        {
            if (!Agreed().IsMatch(sentence))
            {
                continue;
            }

            foreach (var match in Partner().Matches(sentence).Cast<Match>())
            {
                var at = start + match.Index + match.Length;
                var link = text.Links.FirstOrDefault(l => l.Start == at);
                var name = link?.Title ?? ProperName().Match(sentence, match.Index + match.Length).Value.TrimEnd('.', ',');
                if (IsName(name))
                {
                    Add(name, text.LineAt(at), link?.Url is { } url ? [new LinkFact(name, url)] : [], sentence.Trim());
                }
            }
        }
    }

    private void Add(string name, int line, IReadOnlyList<LinkFact> links, string? news)
    {
        var key = Key(name);
        if (!_named.TryGetValue(key, out var named))
        {
            named = new Named(name, line);
            _named.Add(key, named);
        }

        named.Links.AddRange(links.Where(l => named.Links.TrueForAll(known => known.Url != l.Url)));
        if (news is not null && !named.News.Contains(news))
        {
            named.News.Add(news);
        }
    }

    private EngagementFact Fact(Named named)
    {
        var words = $"{named.Name}. {string.Join(' ', named.News)}";
        var areas = AreaWords.Matches(words).Select(AreaWords.Of).Distinct().ToList();
        var until = named.News.SelectMany(n => Sentences.Of(n)).Select(s => (Sentence: s.Text, Day: _deadlines.FirmIn(s.Text)))
            .FirstOrDefault(s => s.Day is { } day && Lasting().IsMatch(day.Text));
        var untilText = until.Day is null ? null : until.Sentence[..(until.Sentence.IndexOf(until.Day.Text, StringComparison.Ordinal) + until.Day.Text.Length)].Trim();
        return new EngagementFact(named.Name, areas, named.Links, named.News.Count > 0 ? string.Join(' ', named.News) : null, until.Day?.Date, untilText, named.Line);
    }

    private sealed record Named(string Name, int Line)
    {
        public List<LinkFact> Links { get; } = [];

        public List<string> News { get; } = [];
    }

    [GeneratedRegex(@"/engagements/20[0-9]{2}/(?<name>[^/]{1,100})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Folder();

    [GeneratedRegex(@"\b(?:engage?ments?|engagments?|grants?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Intro();

    [GeneratedRegex(@"\s?\(|:\s|\s[-–—]\s")]
    private static partial Regex NameEnd();

    [GeneratedRegex(@"\b(?:approved|renewed|expanded|started|kicked\soff|agreed|awarded|funded)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Agreed();

    [GeneratedRegex("""\b(?:grant|funding|engagement)\s(?:\([^)]{1,60}\)\s)?(?:to|for|with|through)\s(?:the\s)?(?=\S)|\bprojects\sthrough\s(?:the\s)?(?=\S)""", RegexOptions.CultureInvariant)]
    private static partial Regex Partner();

    [GeneratedRegex(@"\G\p{Lu}[\w.&/'-]{0,40}(?:\s(?:of\s)?\p{Lu}[\w.&/'-]{0,40}){0,5}", RegexOptions.CultureInvariant)]
    private static partial Regex ProperName();

    [GeneratedRegex(@"^(?:through|until|till)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lasting();
}

/// <summary>The words by which a report says which of the four key areas something belongs to.</summary>
internal static partial class AreaWords
{
    public static IEnumerable<Match> Matches(string text) => Words().Matches(text);

    public static FocusArea Of(Match match) => match switch
    {
        _ when match.Groups["staffing"].Success => FocusArea.Staffing,
        _ when match.Groups["registries"].Success => FocusArea.Registries,
        _ when match.Groups["audits"].Success => FocusArea.Audits,
        _ => FocusArea.Experiments,
    };

    [GeneratedRegex(
        @"\b(?:(?<staffing>staffing|staffed|in[ -]residence|security\sroles?)|(?<registries>registry|registries|(?:artifact|package)\srepositor(?:y|ies))|(?<audits>audits?|audited|auditing|security\sreviews?)|experiment(?:s|al|ation)?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
