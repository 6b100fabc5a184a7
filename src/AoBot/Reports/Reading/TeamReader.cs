using System.Text.RegularExpressions;

namespace AoBot.Reports.Reading;

/// <summary>Who runs the fund: from the sentence "Our team consists of …" or a list under a heading about the team.</summary>
internal sealed partial class TeamReader(Findings findings)
{
    private readonly List<TeamMemberFact> _members = [];

    public IReadOnlyList<TeamMemberFact> Read(ReportDocument document)
    {
        foreach (var piece in document.Pieces)
        {
            if (piece is Paragraph { Text: var text })
            {
                foreach (var (sentence, start) in Sentences.Of(text.Text))
                {
                    if (Opening().Match(sentence) is { Success: true } opening)
                    {
                        ReadNames(sentence[(opening.Index + opening.Length)..], text.LineAt(start + opening.Index), true);
                    }
                }
            }
            else if (piece is Item item && (item.Section.Kind == SectionKind.Team || (item.Intro is { } intro && Opening().IsMatch(intro.Text))))
            {
                ReadNames(item.Text.Text, item.Text.Line, false);
            }
        }

        return _members;
    }

    private void ReadNames(string text, int line, bool many)
    {
        var parts = many ? Split(text.TrimEnd('.', ' ', ':')) : [text.Trim()];
        // "A and B from X": what follows "from" is said of all that stand before it without one of their own.
        var open = new List<int>();
        foreach (var part in parts.Select(p => Fillers().Replace(p, "").Trim()).Where(p => p.Length > 0))
        {
            var (name, affiliation, shared) = Apart(part);
            if (!IsName(name))
            {
                findings.Warn(line, $"Not understood as somebody of the team: {Findings.Quote(part)}.");
                continue;
            }

            if (_members.Any(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            _members.Add(new TeamMemberFact(name, affiliation, line));
            if (affiliation is null)
            {
                open.Add(_members.Count - 1);
            }
            else
            {
                if (shared)
                {
                    open.ForEach(i => _members[i] = _members[i] with { Affiliation = affiliation });
                }

                open.Clear();
            }
        }
    }

    /// <summary>At commas and "and", but not inside brackets.</summary>
    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' when depth > 0 => -1, _ => 0 };
            if (depth == 0 && Joint().Match(text, i) is { Success: true } joint)
            {
                parts.Add(text[start..i]);
                i = joint.Index + joint.Length - 1;
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static (string Name, string? Affiliation, bool Shared) Apart(string part)
    {
        if (part.EndsWith(')') && part.LastIndexOf('(') is > 0 and var open)
        {
            return (part[..open].Trim(), The().Replace(part[(open + 1)..^1].Trim(), ""), false);
        }

        var from = From().Match(part);
        return from.Success
            ? (part[..from.Index].Trim(), The().Replace(part[(from.Index + from.Length)..].Trim(), ""), from.Value.Contains("from", StringComparison.OrdinalIgnoreCase) || from.Value.Contains("of", StringComparison.OrdinalIgnoreCase))
            : (part, null, false);
    }

    private static bool IsName(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 6
            && char.IsUpper(words[0][0])
            && words.All(w => char.IsUpper(w[0]) || (!char.IsLetter(w[0]) && !char.IsDigit(w[0])) || w is "van" or "von" or "de" or "der" or "den" or "di" or "da" or "del" or "la" or "bin" or "al" or "ten" or "ter");
    }

    [GeneratedRegex(@"\b(?:our|the)\s(?:core\s)?team\s(?:currently\s)?(?:consists\sof|is\smade\sup\sof|is\scomposed\sof|comprises|includes|is|are)\b:?\s{0,2}(?=$|\p{Lu})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\G(?:\s{0,2}[,;]\s{0,2}(?:and\s)?|\s(?:and|&)\s)(?:(?:is\s|are\s)?supported\sby\s)?|\G\s(?:is\s|are\s)?supported\sby\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^(?:(?:and|as\swell\sas|with|plus|supported\sby|both)\s)+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Fillers();

    [GeneratedRegex(@"\s(?:(?:both\s)?from|of|at)\s|\s?[–—:]\s|\s-\s|,\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(@"^(?:the\s)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex The();
}
