using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace AoBot.Reports.Reading;

/// <summary>
/// The fund's own reports that are out. A link settles the month or months in its words, else those in its file name;
/// the year is the one in its words, else in its file name, else the last such month before the upload or the report.
/// </summary>
internal sealed partial class PublishedReportReader(LocalDate asOf, Findings findings)
{
    private readonly List<PublishedReportFact> _reports = [];
    private readonly HashSet<Uri> _urls = [];

    public IReadOnlyList<PublishedReportFact> Read(ReportDocument document)
    {
        var told = new List<PublishedReportFact>();
        foreach (var piece in document.Pieces.Where(p => p.Section.Kind is not (SectionKind.KeyResults or SectionKind.UpcomingEvents)))
        {
            var (text, intro) = piece switch { Paragraph p => (p.Text, p.Text), Item i => (i.Text, i.Intro), _ => (RichText.None, null) };
            var ours = piece.Section.Kind is not (SectionKind.News or SectionKind.Grants or SectionKind.UpNext) || (intro is not null && Ours().IsMatch(intro.Text));
            var before = _reports.Count;
            foreach (var link in text.Links.Where(_ => ours))
            {
                Add(link, text.LineAt(link.Start), text.Text, piece.Section.Kind == SectionKind.Reporting);
            }

            if (piece is Item && _reports.Count == before && text.Links.Count > 0 && intro is not null && Listed().IsMatch(intro.Text))
            {
                findings.Note(text.Line, $"Not understood as a published report: {Findings.Quote(text.Text.Trim())}.");
            }

            // "We published our June 2024 report at <address>": the link's own words say nothing.
            foreach (var (sentence, start) in Sentences.Of(text.Text))
            {
                if (Published().Match(sentence) is { Success: true } said
                    && MonthsIn(said.Groups["what"].Value, asOf.ToYearMonth()) is { Count: > 0 } months
                    && text.Links.FirstOrDefault(l => l.Url is not null && l.Start >= start && l.Start < start + sentence.Length) is { } link)
                {
                    told.Add(new PublishedReportFact(said.Groups["what"].Value.Trim(), link.Url!, PublishedReportKind.Monthly, months, null, null, text.LineAt(start)));
                }
            }
        }

        var settled = _reports.SelectMany(r => r.Months).ToHashSet();
        return [.. _reports, .. told.Where(t => !t.Months.Any(settled.Contains))];
    }

    /// <summary>"March/April 2024" and "March and April" are two; "January to March" three; "December/January 2024" begins in 2023.</summary>
    public static IReadOnlyList<YearMonth> MonthsIn(string name, YearMonth latest)
    {
        var matches = Month().Matches(name);
        // Nobody names more than a year's months; without a bound this would be slow on purpose-made input.
        if (matches.Count is 0 or > 12 || name.Length > 300)
        {
            return [];
        }

        var years = Year().Matches(name);
        YearMonth Dated(int month, int at, YearMonth? following)
        {
            var own = years.FirstOrDefault(y => y.Index > at && !matches.Any(m => m.Index > at && m.Index < y.Index)) ?? (following is null ? years.LastOrDefault() : null);
            if (own is not null)
            {
                return new YearMonth(int.Parse(own.ValueSpan, CultureInfo.InvariantCulture), month);
            }

            var last = following ?? latest;
            return new YearMonth(month <= last.Month ? last.Year : last.Year - 1, month);
        }

        var months = new List<YearMonth>();
        for (var i = matches.Count - 1; i >= 0; i--)
        {
            var following = months.Count > 0 ? months[^1] : (YearMonth?)null;
            var month = Dated(DateWords.MonthNumber(matches[i].ValueSpan), matches[i].Index, following);
            if (following is { } next && Until().IsMatch(name[(matches[i].Index + matches[i].Length)..matches[i + 1].Index]))
            {
                for (var between = next.PlusMonths(-1); between > month && next.PlusMonths(-12) < between; between = between.PlusMonths(-1))
                {
                    months.Add(between);
                }
            }

            months.Add(month);
        }

        return [.. months.Distinct().Order()];
    }

    private void Add(RichText.PlacedLink link, int line, string around, bool inReporting)
    {
        var title = link.Title.Trim();
        var url = link.Url;
        var file = url is null ? "" : FileWords().Replace(Uri.UnescapeDataString(url.Segments[^1]), " ");
        var latest = Upload(url) ?? asOf.ToYearMonth();
        var speaksOfReport = title.Contains("report", StringComparison.OrdinalIgnoreCase);
        var kind = title switch
        {
            _ when url?.AbsolutePath.Contains("/engagements/", StringComparison.OrdinalIgnoreCase) == true => (PublishedReportKind?)null,
            _ when speaksOfReport && Annual().IsMatch(title) => PublishedReportKind.Annual,
            _ when Quarter().IsMatch(title) && (speaksOfReport || OnlyAQuarter().IsMatch(title)) => PublishedReportKind.Quarterly,
            _ when Month().IsMatch(title) && (speaksOfReport || OnlyMonths().IsMatch(title)) => PublishedReportKind.Monthly,
            _ when speaksOfReport && Month().IsMatch(file) && file.Contains("report", StringComparison.OrdinalIgnoreCase) => PublishedReportKind.Monthly,
            _ when speaksOfReport && file.Contains("report", StringComparison.OrdinalIgnoreCase) && url!.Segments[^1].Contains('.', StringComparison.Ordinal) && (inReporting || Ours().IsMatch(around)) => PublishedReportKind.Other,
            _ => null,
        };
        if (kind is not { } known)
        {
            return;
        }

        if (url is null)
        {
            findings.Warn(line, $"The link of {Findings.Quote(title)} is no web address: the report was not counted as published.");
            return;
        }

        IReadOnlyList<YearMonth> months = [];
        if (known == PublishedReportKind.Monthly)
        {
            var inFile = MonthsIn(file, latest);
            months = MonthsIn(title, latest);
            if (months.Count == 0)
            {
                months = inFile;
            }
            else if (!Year().IsMatch(title) && inFile.Count > 0 && Year().IsMatch(file) && inFile.Select(m => m.Month).SequenceEqual(months.Select(m => m.Month)))
            {
                months = inFile;
            }
            else if (inFile.Count > 0 && !inFile.Any(months.Contains))
            {
                findings.Note(line, $"The link of {Findings.Quote(title)} leads to a file named after another month; its words count.");
            }
        }

        var year = Year().Match(title) is { Success: true } y ? y : Year().Match(file);
        var quarter = known == PublishedReportKind.Quarterly && Quarter().Match(title).Groups["q"] is { Success: true } q ? q.Value[0] - '0' : (int?)null;
        if (_urls.Add(url))
        {
            _reports.Add(new PublishedReportFact(
                title, url, known, months, known != PublishedReportKind.Monthly && year.Success ? int.Parse(year.ValueSpan, CultureInfo.InvariantCulture) : null, quarter, line));
        }
    }

    /// <summary>The month of the upload, where the address holds it: a report is never about a later one.</summary>
    private static YearMonth? Upload(Uri? url) =>
        url is not null && UploadFolder().Match(url.AbsolutePath) is { Success: true } folder && int.Parse(folder.Groups["month"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month
            ? new YearMonth(int.Parse(folder.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), month)
            : null;

    [GeneratedRegex(@"\b(?:" + DateWords.MonthNames + @")\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"\b20[0-9]{2}\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"^\s?(?:-|–|—|to|through)\s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex(@"\bannual\b|\bimpact\sreport\s20", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Annual();

    [GeneratedRegex(@"\bQ(?<q>[1-4])\b|\bquarter(?:ly)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^(?:Alpha-Omega\s)?(?:20[0-9]{2}[\s-]?)?Q[1-4](?:[\s-]?20[0-9]{2})?(?:\supdate)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyAQuarter();

    [GeneratedRegex(@"^(?:(?:" + DateWords.MonthNames + @"|20[0-9]{2}|monthly|update|alpha-omega|and|to|through)\b|[\s.,/&–—:-]){1,20}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyMonths();

    [GeneratedRegex(@"[-_.+\s]{1,10}")]
    private static partial Regex FileWords();

    [GeneratedRegex(@"/(?<year>20[0-9]{2})/(?<month>[0-9]{2})/")]
    private static partial Regex UploadFolder();

    [GeneratedRegex(@"\breports?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ours();

    [GeneratedRegex(@"\bpublished\s(?:\w{1,20}\s){0,2}reports?\b|\breports?\s(?:\w{1,20}\s){0,2}published\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Listed();

    [GeneratedRegex(@"\bpublished\s(?:our|the|its)\s(?<what>[^.]{3,60}?)\s?\breport\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Published();
}
