using System.Diagnostics;
using System.Text;
using AoBot.Reports.Reading;
using NodaTime;
using Xunit.Abstractions;

namespace AoBot.Tests.Reports;

public sealed class RefusalTests(ITestOutputHelper output)
{
    private const string Small = "# 2027 Q2 Example Fund\n\n## Overview\n\nWell.\n";

    /// <summary>Not as theory data: ten megabytes would be written out as a test's name.</summary>
    private static readonly (string Reason, byte[] Bytes)[] NoReports =
    [
        ("The file is empty.", []),
        ("The file is empty.", "\uFEFF \r\n\t\n"u8.ToArray()),
        ("This is no text but a binary file.", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3]),
        ("The file is no UTF-8 text.", [.. "# 2027 Q2 Example\n\n"u8, 0xE9, 0x20]),
        ("The file is written in UTF-16. Save it as UTF-8 and try again.", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Small)]),
        ("The file has 10,485,760 bytes; a TAC report has less than 262,144.", Enumerable.Repeat((byte)'a', 10 * 1024 * 1024).ToArray()),
        ("This is no TAC report: it has none of the sections of one (Overview, Purpose, Current Status, Up Next, …).", "# 2027 Q2 Example\n\nWe had a good time.\n"u8.ToArray()),
        ("This is no TAC report: its Markdown is nested more deeply than any report.", Encoding.UTF8.GetBytes(Small + new string('>', 20_000))),
    ];

    [Fact]
    public void What_is_no_report_is_refused_with_its_reason() => Assert.All(NoReports, file => Assert.Equal(file.Reason, Reading.Refused(file.Bytes).Reason));

    [Theory]
    [InlineData("# Example\n\n## Overview\n\nA library.\n\n## Purpose\n\nTo help.\n")]
    [InlineData("# What we did in the second quarter of 2027: a blog post\n\nMuch.\n\n## Our overview\n\nMore.\n")]
    [InlineData("# Example Fund 2027 update\n\n## Objectives & Key Results\n\n|Key Result|Status|\n|-|-|\n|KR 1.1: a|Done|\n")]
    [InlineData("no heading at all")]
    public void Another_Markdown_is_refused(string markdown) => Assert.StartsWith("This is no TAC report", Reading.Refused(markdown).Reason, StringComparison.Ordinal);

    [Fact]
    public void The_template_is_refused_by_name() =>
        Assert.Equal(1, Reading.Refused("# YYYY Qn TI Name\n\n## Overview\n\n### Purpose\n", "2027-Q2-Example.md") is { Line: var line, Reason: var reason } && reason.Contains("template", StringComparison.Ordinal) ? line : 0);

    [Fact]
    public void There_is_no_fifth_quarter() => Assert.Contains("\"2027 Q5\"", Reading.Refused("# 2027 Q5 Example\n\n## Overview\n\nx\n").Reason, StringComparison.Ordinal);

    [Fact]
    public void A_fault_in_the_encoding_is_shown_by_its_line() => Assert.Equal(3, Reading.Refused([.. "# 2027 Q2 Example\n\nCaf"u8, 0xE9]).Line);

    [Fact]
    public void Purpose_made_input_takes_seconds_at_the_most()
    {
        foreach (var piece in new[] { "[a](", "[", "*a ", "|a|b\n", "a, and b ", "A B and ", "by June 30 ", "in 2024 ", "    ", "`a", "* [a](https://example.com/engagements/2024/a)\n", "|KR 1.1: a|b|\n", "roundtable, and " })
        {
            foreach (var heading in new[] { "Up Next", "Objectives", "Team", "Recent Grants", "Additional Information" })
            {
                var markdown = new StringBuilder($"# 2027 Q2 Example\n\n## {heading}\n\n");
                while (markdown.Length < 30_000)
                {
                    markdown.Append(piece);
                }

                var watch = Stopwatch.StartNew();
                TacReportReader.Read("a.md", Encoding.UTF8.GetBytes(markdown.ToString()), null, Reading.Today);
                Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{piece} under {heading}: {watch.Elapsed}");
            }
        }
    }

    [Fact]
    public void Random_bytes_and_random_Markdown_never_throw()
    {
        const int Seed = 4711;
        var random = new Random(Seed);
        var pieces = new[] { "# ", "## Up Next\n", "2027 Q2 ", "KR 1.1: ", "|", "-|-", "\n", "\n\n", "* ", "  ", "O1: ", "**", "[a](", "https://example.com", ")", "(", "July 5th", "32", "$5M ", "we spent ", "é", "\u2028", "---\n", "date: ", "<mark>", "roundtable ", "\\", "`" };
        for (var i = 0; i < 1_500; i++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            var text = i % 2 == 0 ? bytes : Encoding.UTF8.GetBytes("# 2027 Q2 X\n\n## Objectives\n\n" + string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => pieces[random.Next(pieces.Length)])));
            var reading = TacReportReader.Read("a.md", text, null, Reading.Today);
            Assert.True(reading is TacReportReading.Read or TacReportReading.Refused { Reason.Length: > 0 }, $"Attempt {i} with seed {Seed}");
        }
    }

    [Fact]
    public void A_damaged_seed_never_throws() =>
        Damage.Check(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Seed", "2024-Q2-Alpha-Omega.md")), 300, output);

    [Fact]
    public void A_day_to_come_is_refused()
    {
        var refused = Reading.Refused(Encoding.UTF8.GetBytes(Small), asOf: new LocalDate(2027, 7, 2), today: new LocalDate(2027, 7, 1));
        Assert.Equal("A report cannot speak of a day to come: 2027-07-02 is after today, 2027-07-01.", refused.Reason);
    }
}
