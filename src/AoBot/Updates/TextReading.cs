using System.Text.RegularExpressions;
using AoBot.Updates.Names;

namespace AoBot.Updates;

/// <summary>Takes from a text the few facts that the ledger needs. Pure; any text will do.</summary>
public static partial class TextReading
{
    private const int LongestHeading = 120;

    /// <summary>So many letters below a heading, links left out, are prose.</summary>
    private const int LettersOfProse = 30;

    private const int LowestLevel = 7;

    public static UpdateText Read(string text)
    {
        var headings = Headings(text.ReplaceLineEndings("\n").Split('\n'));
        var dated = headings.Where(h => h.Prose >= LettersOfProse).Select(h => NameReader.Read(h.Text, null));
        return new UpdateText([.. dated.Where(r => r is { Doubt: null, Date: null } && (r.SaysUpdate || r.Words.Count == 0)).SelectMany(Whole).Distinct()], Also(text))
        {
            Title = headings.FirstOrDefault() is { } title && NameReader.Read(title.Text, null) is { Doubt: null, Date: null, Months: [.., { Year: not null }] } read ? read.Months : [],
        };
    }

    /// <summary>The months of a heading, each with its year where the heading has one. A number without a year dates nothing.</summary>
    private static IEnumerable<NamedMonth> Whole(NameReading heading) => heading.Months switch
    {
        [.., { Year: { } year }] => NamedMonth.Resolve(heading.Months, year).Select(m => new NamedMonth(m.Year, m.Month)),
        _ => heading.IsInWords ? heading.Months : [],
    };

    private sealed class Heading(string text, int level)
    {
        public string Text => text;

        public int Level => level;

        /// <summary>Letters below it, until a heading that is not below it.</summary>
        public int Prose { get; set; }
    }

    private static List<Heading> Headings(string[] lines)
    {
        var headings = new List<Heading>();
        var open = new Stack<Heading>();
        var code = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            code ^= line.StartsWith("```", StringComparison.Ordinal);
            if (code || line.Length == 0)
            {
                continue;
            }

            if (HeadingOf(line, i + 1 < lines.Length ? lines[i + 1].Trim() : "", first: headings.Count == 0 && open.Count == 0) is { } heading)
            {
                while (open.TryPeek(out var above) && above.Level >= heading.Level)
                {
                    open.Pop();
                }

                open.Push(heading);
                headings.Add(heading);
                continue;
            }

            var letters = Links().Replace(line, "").Count(char.IsLetter);
            foreach (var above in open)
            {
                above.Prose += letters;
            }
        }

        return headings;
    }

    private static Heading? HeadingOf(string line, string next, bool first)
    {
        if (line.Length > LongestHeading)
        {
            return null;
        }

        var level = line.Length - line.TrimStart('#').Length;
        return level is > 0 and < LowestLevel ? new Heading(line.Trim('#', ' '), level)
            : next.Length >= 3 && next.Trim('=').Length == 0 ? new Heading(line, 1)
            : next.Length >= 3 && next.Trim('-').Length == 0 ? new Heading(line, 2)
            : line.Length > 4 && line.StartsWith("**", StringComparison.Ordinal) && line.EndsWith("**", StringComparison.Ordinal) ? new Heading(line.Trim('*'), LowestLevel - 1)
            : first && line.EndsWith(':') ? new Heading(line, LowestLevel)
            : null;
    }

    private static IReadOnlyList<NamedMonth> Also(string text)
    {
        var found = new List<NamedMonth>();
        foreach (Match match in CoversAlso().Matches(text))
        {
            var items = NameReader.Read(match.Groups["months"].Value, null);
            if (items is { Doubt: null, Date: null })
            {
                found.AddRange(items.Months);
            }
        }

        return [.. found.Distinct()];
    }

    [GeneratedRegex(@"!?\[[^\]]*\]\([^)]*\)|https?://\S+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    /// <summary>"This update also contains updates from December", "the report covers November and December 2024".</summary>
    [GeneratedRegex(
        @"\b(update|report|document|summary)\s+(also\s+)?(contains?|covers?|includes?|spans?)\s+((also|both|the|our|all|updates?|reports?|progress|work|activit(y|ies)|news|periods?|months?|from|for|of|in|during|between)\s+)*(?<months>(january|february|march|april|may|june|july|august|september|october|november|december)\b((\s+|,\s*)(and|to|through|20[0-9]{2}|january|february|march|april|may|june|july|august|september|october|november|december)\b)*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex CoversAlso();
}
