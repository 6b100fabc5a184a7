using System.Text.RegularExpressions;
using AoBot.Updates;
using AoBot.Updates.Names;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AoBot.Tests.Updates;

/// <summary>Every rendering of a month in every shape reads back; no name is too strange to be read.</summary>
public sealed partial class NamePropertyTests
{
    private const int FolderYear = 2031;

    private static readonly string[] Long = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] Separators = ["-", "_", " ", ".", "--", " - ", ""];
    private static readonly (string Before, string After)[] Affixes = [("", ""), ("update-", ""), ("Update ", ""), ("", "-update"), ("", " Report"), ("monthly_report_", ""), ("acme-update-", "-final")];
    private static readonly string[] Endings = ["", ".md", ".MD", ".pdf", ".txt", ".rst", ".docx"];

    private static IEnumerable<YearMonth> Year => Enumerable.Range(1, 12).Select(m => new YearMonth(FolderYear, m));

    [Fact]
    public void One_month_reads_back_from_every_shape()
    {
        var names = from month in Year.Append(new YearMonth(FolderYear - 1, 12)).Append(new YearMonth(FolderYear + 1, 1))
                    from separator in Separators
                    from written in Written(month)
                    from year in new[] { $"{month.Year}", $"{month.Year % 100}" }
                    where separator.Length > 0 || char.IsLetter(written[0]) || (written.Length == 2 && year.Length == 4)
                    from name in new[] { year + separator + written, written + separator + year }
                    select (month, name);

        Assert.Empty(Failures(names, m => [m]));
    }

    [Fact]
    public void A_month_without_a_year_is_the_folders()
    {
        var names = from month in Year
                    from written in Written(month)
                    where char.IsLetter(written[0]) || written.Length == 2
                    select (month, written);

        Assert.Empty(Failures(names, m => [m], foreignWords: false));
    }

    [Fact]
    public void Two_months_in_words_read_back_also_over_New_Year()
    {
        var names = from last in Year
                    let first = last.PlusMonths(-1)
                    from joint in new[] { "-", " - ", "_", " and ", " & ", "-and-", "+", ", ", " to " }
                    from length in new[] { 3, 20 }
                    let both = Cut(first, length) + joint + Cut(last, length)
                    from name in new[] { $"{FolderYear}-{both}", $"{both} {FolderYear}", both, $"{Cut(first, length)} {first.Year}{joint}{Cut(last, length)} {last.Year}" }
                    select (last, name);

        Assert.Empty(Failures(names, m => [m.PlusMonths(-1), m]));
    }

    [Fact]
    public void Ranges_of_months_read_back()
    {
        var names = from last in Year
                    from length in new[] { 3, 20 }
                    from joint in new[] { "-", " to ", " through ", "–", " - " }
                    select (last, $"{Cut(last.PlusMonths(-2), length)}{joint}{Cut(last, length)} {FolderYear}");

        Assert.Empty(Failures(names, m => [m.PlusMonths(-2), m.PlusMonths(-1), m]));
    }

    [Fact]
    public void Quarters_read_back()
    {
        var names = from quarter in Enumerable.Range(1, 4)
                    from separator in Separators
                    from name in new[] { $"Q{quarter}{separator}{FolderYear}", $"{FolderYear}{separator}Q{quarter}", $"q{quarter}{separator}{FolderYear}", $"{FolderYear} quarter {quarter}", $"Q{quarter}" }
                    select (new YearMonth(FolderYear, 3 * quarter), name);

        Assert.Empty(Failures(names, m => [m.PlusMonths(-2), m.PlusMonths(-1), m]));
    }

    [Fact]
    public void A_full_date_never_is_a_month_beyond_doubt()
    {
        var random = new Random(20310412);
        for (var i = 0; i < 2000; i++)
        {
            var day = new LocalDate(FolderYear, 1, 1).PlusDays(random.Next(365));
            var separator = "-_. "[random.Next(4)];
            string[] shapes = [$"{day:uuuu}{separator}{day:MM}{separator}{day:dd}", $"{day:dd}{separator}{day:MM}{separator}{day:uuuu}", $"{day:MM}{separator}{day:dd}{separator}{day:uuuu}", $"{day:uuuuMMdd}", $"{Long[day.Month - 1]} {day.Day}, {day.Year}"];
            var name = "update-" + shapes[random.Next(shapes.Length)];
            Assert.True(NameReader.Read(name, FolderYear) is { Date: not null, Doubt: not null }, name);
        }
    }

    [Fact]
    public void A_slip_in_a_long_month_reads_back()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var month = random.Next(12);
            if (Long[month].Length < 7)
            {
                continue;
            }

            var at = random.Next(1, Long[month].Length - 1);
            var slipped = random.Next(3) switch
            {
                0 => Long[month].Remove(at, 1),
                1 => Long[month].Insert(at, Long[month][at].ToString()),
                _ => Long[month][..at] + Long[month][at + 1] + Long[month][at] + Long[month][(at + 2)..],
            };
            Assert.True(NameReader.Read($"{slipped.ToLowerInvariant()} {FolderYear}", FolderYear).Months is [{ Year: FolderYear, Month: var read }] && read == month + 1, slipped);
        }
    }

    [Fact]
    public void No_name_is_too_strange()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), name => Reads(name ?? "")).QuickCheckThrowOnFailure();
        string[] pieces = ["2031", "31", "03", "3", "12", "99", "00000", "99999999999", "March", "may", "Q1", "q", "H", "week", "53", "to", "and", "-", "_", " ", ".", "..", "/", "%20", "\n", "\u0308", "🚀", "月", "st", "part", "(", ")", "update", "README", "annual", "first", "half"];
        var parts = Gen.Elements(pieces).ArrayOf().Select(string.Concat);
        Prop.ForAll(parts.ToArbitrary(), Reads).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

        static void Reads(string name)
        {
            foreach (var year in new int?[] { null, FolderYear })
            {
                var read = NameReader.Read(name, year);
                Assert.All(read.Months, m => Assert.True(m.Month is >= 1 and <= 12 && m.Year is null or (>= 2000 and <= 2099), name));
                Assert.InRange(NamedMonth.Resolve(read.Months, FolderYear).Count, 0, 24);
            }

            Assert.Equal(name, UpdatePath.Read(name, "").Path);
        }
    }

    [GeneratedRegex(@"^[0-9]{1,2}\.[0-9]{1,2}$")]
    private static partial Regex Version();

    private static IEnumerable<string> Written(YearMonth month) =>
        new[] { Cut(month, 20), Cut(month, 3), $"{month.Month:00}", $"{month.Month}" }.SelectMany(w => new[] { w, w.ToLowerInvariant(), w.ToUpperInvariant() }).Distinct(StringComparer.Ordinal);

    private static string Cut(YearMonth month, int length) => Long[month.Month - 1] is var name && name.Length > length ? name[..length] : name;

    private static List<string> Failures(IEnumerable<(YearMonth Month, string Name)> names, Func<YearMonth, IReadOnlyList<YearMonth>> months, bool foreignWords = true)
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var (month, name) in names)
        {
            // Beside a foreign word, 31.03 could be a version of it.
            foreach (var (before, after) in Affixes.Where(a => (foreignWords && !Version().IsMatch(name)) || !a.Before.StartsWith("acme", StringComparison.Ordinal)))
            {
                var whole = before + name + after + Endings[count++ % Endings.Length];
                var read = UpdatePath.Read($"{FolderYear}/Partner/{whole}", "").Name;
                if (read.Doubt is not null || !NamedMonth.Resolve(read.Months, FolderYear).SequenceEqual(months(month)))
                {
                    failures.Add($"{whole}: {string.Join(' ', NamedMonth.Resolve(read.Months, FolderYear))} {read.Doubt} {read.Date}");
                }
            }
        }

        Assert.NotEqual(0, count);
        return failures;
    }
}
