using System.Globalization;
using System.Text.RegularExpressions;

namespace AoBot.Reports.Reading;

/// <summary>What the fund says it has received and spent. Plans ("on target to spend") and other people's money are left alone.</summary>
internal sealed partial class FundingReader(int reportYear, Findings findings)
{
    private readonly List<FundingFact> _facts = [];

    public IReadOnlyList<FundingFact> Read(ReportDocument document)
    {
        foreach (var piece in document.Pieces.Where(p => p.Section.Kind != SectionKind.KeyResults))
        {
            var text = piece switch { Paragraph p => p.Text, Item i => i.Text, _ => RichText.None };
            foreach (var (sentence, start) in Sentences.Of(text.Text))
            {
                ReadSentence(sentence, offset => text.LineAt(start + offset));
            }
        }

        return _facts;
    }

    private void ReadSentence(string sentence, Func<int, int> lineAt)
    {
        var amounts = Amount().Matches(sentence);
        if (amounts.Count == 0 || Ours().Match(sentence) is not { Success: true } ours)
        {
            return;
        }

        var verbs = Verb().Matches(sentence);
        for (var i = 0; i < amounts.Count; i++)
        {
            var amount = amounts[i];
            var verb = verbs.LastOrDefault(v => v.Index < amount.Index && v.Index > ours.Index);
            if (verb is null || !verb.Groups["done"].Success || (i == 0 && amount.Index - verb.Index > 80))
            {
                continue;
            }

            var clauseEnd = i + 1 < amounts.Count ? amounts[i + 1].Index : sentence.Length;
            var year = Year().Match(sentence, amount.Index, clauseEnd - amount.Index);
            year = year.Success ? year : Year().Match(sentence);
            Add(verb.Groups["in"].Success ? FundingKind.Received : FundingKind.Spent, year.Success ? int.Parse(year.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : reportYear, amount, lineAt(amount.Index));
        }
    }

    private void Add(FundingKind kind, int year, Match amount, int line)
    {
        if (!decimal.TryParse(amount.Groups["figure"].ValueSpan, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure))
        {
            findings.Warn(line, $"Not understood as a sum: {Findings.Quote(amount.Value)}.");
            return;
        }

        var times = amount.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "k" or "thousand" => 1_000m,
            "m" or "mm" or "million" => 1_000_000m,
            "b" or "bn" or "billion" => 1_000_000_000m,
            _ => 1m,
        };
        if (figure > 1_000_000_000_000m / times)
        {
            findings.Warn(line, $"Not understood as a sum: {Findings.Quote(amount.Value)}.");
            return;
        }

        var cents = (long)decimal.Round(figure * times * 100m);
        if (_facts.FirstOrDefault(f => f.Kind == kind && f.Year == year) is { } first)
        {
            if (first.Cents != cents)
            {
                findings.Warn(line, $"Two sums are given as {(kind == FundingKind.Received ? "received" : "spent")} in {year}, {first.AsWritten} in line {first.Line} and {amount.Value.Trim()}: the first counts.");
            }

            return;
        }

        _facts.Add(new FundingFact(kind, year, cents, amount.Value.Trim(), line));
    }

    [GeneratedRegex(@"\b(?:we|we['’]ve|alpha-omega|the\sfund|the\sprogram|it\shas)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ours();

    [GeneratedRegex(@"\b(?:(?<done>(?<in>received|raised)|(?:spent|provided|disbursed|granted|awarded|paid\sout))|spend|spending|receive|receiving|raise|raising|provide|expect|plan|hope|budget(?:ed)?|announced|committed|pledged|(?:will|to)\shave\s\w{1,20})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"(?:US\s?)?\$\s?(?<figure>[0-9][0-9,]{0,20}(?:\.[0-9]{1,4})?)(?:\s?(?<unit>million|billion|thousand|bn|mm|[mkb])\b)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\b(?:in|during|for|of|throughout)\s(?<year>20[0-9]{2})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
