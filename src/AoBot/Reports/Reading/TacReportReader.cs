using System.Text;
using NodaTime;

namespace AoBot.Reports.Reading;

/// <summary>
/// Reads a TAC report: bytes in, facts and findings out. Never throws, whatever the bytes; takes seconds at the worst.
/// </summary>
public static class TacReportReader
{
    /// <summary>Real ones have 6 to 9 thousand bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Of text without a blank line: what is longer would take the Markdown parser minutes in the worst case.</summary>
    private const int MaxBlock = 32 * 1024;

    /// <param name="fileName">Read for year, quarter and initiative where the title does not say; a folder before it does not matter.</param>
    /// <param name="bytes">The whole file: UTF-8, with or without a byte order mark.</param>
    /// <param name="asOf">The day the report speaks of, where somebody said so; refused when after <paramref name="today"/>.</param>
    /// <param name="today">No report speaks of a day after it.</param>
    public static TacReportReading Read(string fileName, ReadOnlySpan<byte> bytes, LocalDate? asOf, LocalDate today)
    {
        if (asOf is { } given && given > today)
        {
            return new TacReportReading.Refused($"A report cannot speak of a day to come: {given:uuuu-MM-dd} is after today, {today:uuuu-MM-dd}.");
        }

        if (Text(bytes, out var refusal) is not { } text)
        {
            return refusal!;
        }

        if (ReportDocument.Parse(text) is not { } document)
        {
            return new TacReportReading.Refused("This is no TAC report: its Markdown is nested more deeply than any report.");
        }

        return TacReportTitle.Find(fileName, document) switch
        {
            { Refusal: { } reason } title => new TacReportReading.Refused(reason, title.Line),
            var title => Read(document, title, asOf, today),
        };
    }

    private static string? Text(ReadOnlySpan<byte> bytes, out TacReportReading.Refused? refusal)
    {
        refusal = bytes switch
        {
            { Length: 0 } => new TacReportReading.Refused("The file is empty."),
            { Length: > MaxBytes } => new TacReportReading.Refused($"The file has {bytes.Length:N0} bytes; a TAC report has less than {MaxBytes:N0}."),
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => new TacReportReading.Refused("The file is written in UTF-16. Save it as UTF-8 and try again."),
            _ when bytes.Contains((byte)0) => new TacReportReading.Refused("This is no text but a binary file."),
            _ => null,
        };
        if (refusal is not null)
        {
            return null;
        }

        var withoutMark = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        if (!System.Text.Unicode.Utf8.IsValid(withoutMark))
        {
            refusal = new TacReportReading.Refused("The file is no UTF-8 text.", LineOfFault(withoutMark));
            return null;
        }

        var text = Encoding.UTF8.GetString(withoutMark);
        if (string.IsNullOrWhiteSpace(text))
        {
            refusal = new TacReportReading.Refused("The file is empty.");
            return null;
        }

        if (LongBlock(text) is { } line)
        {
            refusal = new TacReportReading.Refused($"This is no TAC report: a stretch of more than {MaxBlock:N0} characters has no blank line.", line);
            return null;
        }

        return text;
    }

    private static int LineOfFault(ReadOnlySpan<byte> bytes)
    {
        var good = 0;
        while (good < bytes.Length && Rune.DecodeFromUtf8(bytes[good..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            good += length;
        }

        return bytes[..good].Count((byte)'\n') + 1;
    }

    private static int? LongBlock(string text)
    {
        var (line, first, length) = (1, 1, 0);
        foreach (var row in text.AsSpan().EnumerateLines())
        {
            if (row.IsWhiteSpace())
            {
                (first, length) = (line + 1, 0);
            }
            else if ((length += row.Length + 1) > MaxBlock)
            {
                return first;
            }

            line++;
        }

        return null;
    }

    private static TacReportReading Read(ReportDocument document, TacReportTitle title, LocalDate? given, LocalDate today)
    {
        var findings = new Findings();
        var quarterBegins = new LocalDate(title.Year, ((title.Quarter - 1) * 3) + 1, 1);
        var (spokenOf, source) = Day(document, given, quarterBegins.PlusMonths(3).PlusDays(-1), findings);
        var asOf = LocalDate.Min(spokenOf, today);
        if (asOf < spokenOf && source == AsOfSource.FrontMatter)
        {
            findings.Warn(1, $"The report is dated {spokenOf:uuuu-MM-dd}, a day to come: it is taken to speak of today, {today:uuuu-MM-dd}.");
        }
        else if (asOf < quarterBegins)
        {
            findings.Warn(title.Line, $"The report is about {title.Year} Q{title.Quarter} but is taken to speak of {asOf:uuuu-MM-dd}, before that quarter begins.");
        }

        if (title.Conflict is { } conflict)
        {
            findings.Warn(title.Line, conflict);
        }

        if (document.InstructionsLine is { } instructions)
        {
            findings.Note(instructions, "Instructions of the template still stand here.");
        }

        // Years that the text leaves out are reckoned from the quarter, not from today: reading late must not move a date.
        var dates = new DateWords(LocalDate.Min(quarterBegins, spokenOf.PlusDays(-31)));
        var keyResults = new KeyResultReader(title.Year, findings);
        keyResults.Read(document);
        var report = new TacReportFacts
        {
            Title = title.Text,
            Initiative = title.Initiative,
            Year = title.Year,
            Quarter = title.Quarter,
            AsOf = asOf,
            AsOfSource = source,
            Purpose = Purpose(document),
            Objectives = keyResults.Objectives,
            KeyResults = keyResults.KeyResults,
            KeyAreas = KeyAreas(document),
            Team = new TeamReader(findings).Read(document),
            Funding = new FundingReader(title.Year, findings).Read(document),
            Engagements = new EngagementReader(title.Year).Read(document),
            News = NewsReader.Read(document),
            PublishedReports = new PublishedReportReader(spokenOf, findings).Read(document),
            Events = new EventReader(dates, source == AsOfSource.QuarterEnd ? null : spokenOf, findings).Read(document),
        };
        SayWhatIsMissing(report, title.Line, findings);
        return new TacReportReading.Read(report, findings.ByLine());
    }

    private static (LocalDate Day, AsOfSource Source) Day(ReportDocument document, LocalDate? given, LocalDate quarterEnds, Findings findings)
    {
        if (given is { } day)
        {
            return (day, AsOfSource.Given);
        }

        if (FrontMatter.Find(document.FrontMatter, "date") is not { } written)
        {
            return (quarterEnds, AsOfSource.QuarterEnd);
        }

        if (FrontMatter.Date(written.Value) is { } date)
        {
            return (date, AsOfSource.FrontMatter);
        }

        findings.Warn(written.Line, $"The date is not understood: {Findings.Quote(written.Value)}. Write it as 2024-06-21. The quarter's last day counts instead.");
        return (quarterEnds, AsOfSource.QuarterEnd);
    }

    private static string? Purpose(ReportDocument document)
    {
        var first = document.Pieces.OfType<Paragraph>().FirstOrDefault(p => p.Section.Kind == SectionKind.Purpose && !p.Text.IsBlank);
        return first?.Text.Text.Trim();
    }

    private static List<KeyAreaFact> KeyAreas(ReportDocument document)
    {
        var items = document.Pieces.OfType<Item>()
            .Where(i => i.Parent is null && !i.Text.IsBlank && (IsAboutAreas(i.Intro?.Text) || IsAboutAreas(i.Section.Heading)))
            .ToList();
        return [.. items.TakeWhile(i => i.Section == items[0].Section).Select(i => new KeyAreaFact(
            i.Text.Text.Trim(),
            AreaWords.Matches(i.Text.Text).Select(m => (Engagements.FocusArea?)AreaWords.Of(m)).FirstOrDefault(),
            i.Text.Line))];
    }

    private static bool IsAboutAreas(string? text) =>
        text is not null && (text.Contains("key area", StringComparison.OrdinalIgnoreCase) || text.Contains("focus area", StringComparison.OrdinalIgnoreCase));

    private static void SayWhatIsMissing(TacReportFacts report, int line, Findings findings)
    {
        var missing = new List<string>();
        void Lacks(bool lacks, string what)
        {
            if (lacks)
            {
                missing.Add(what);
            }
        }

        Lacks(report.Objectives.Count == 0, "objectives");
        Lacks(report.KeyResults.Count == 0, "key results");
        Lacks(report.Purpose is null, "a purpose");
        Lacks(report.KeyAreas.Count == 0, "key areas");
        Lacks(report.Team.Count == 0, "a team");
        Lacks(report.FundingReceived is null, "funding received");
        Lacks(report.FundingSpent is null, "funding spent");
        Lacks(report.Engagements.Count == 0, "engagements");
        Lacks(report.News.Count == 0, "news");
        Lacks(report.PublishedReports.Count == 0, "links to published reports");
        Lacks(report.Events.Count == 0, "dates to come");
        if (missing.Count > 0)
        {
            findings.Note(line, $"The report holds no: {string.Join(", ", missing)}.");
        }
    }
}
