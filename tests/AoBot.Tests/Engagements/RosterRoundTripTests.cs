using AoBot.Engagements;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AoBot.Tests.Engagements;

/// <summary>Any roster that can be written reads back as itself.</summary>
public sealed class RosterRoundTripTests
{
    private static readonly Gen<string> Words = Gen.Elements(
        "Rust", "a,b", "say \"hi\"", "=1+1", "Ünïcode ☃ 𝄞", "<!channel> & <@U1>", "x's", "two  blanks", "-", "\"", "名前", "a/b", "\u200dz");

    private static readonly Gen<string> Lines = Gen.Elements("one", "one\ntwo", "one\r\ntwo, \"three\"", "\"", ",", "0", " padded ", "\uFEFFmark");

    private static readonly Gen<LocalDate> Day = Gen.Choose(0, 4000).Select(days => new LocalDate(2019, 1, 1).PlusDays(days));

    private static readonly Gen<RosterRow> Row =
        from name in Words
        from folders in Folder.ListOf()
        from cadence in Gen.Elements(Enum.GetValues<Cadence>())
        from start in OrNone(Day)
        from days in OrNone(Gen.Choose(0, 900).Select(d => Period.FromDays(d)))
        from paused in Pause.ListOf()
        from contacts in Gen.SubListOf("U0123", "W9", "anna@example.org", "b.o'neil+x@mail.example.org", "ünï@exämple.org", "a former contact")
        from zone in Gen.Elements(null, "America/New_York", "UTC", "Asia/Kathmandu")
        from owner in Gen.Elements(null, "U0000STAF", "a former contact")
        from ecosystem in OrNone(Words)
        from areas in Gen.SubListOf(Enum.GetValues<FocusArea>())
        from links in Gen.SubListOf("https://example.org/a?b=c,d", "http://example.org/@x/y.z")
        from note in OrNone(Lines.Where(l => l.Trim() == l))
        from extra in OrNone(Lines)
        select new RosterRow
        {
            Key = "k",
            Name = $"N{name}",
            Folders = [.. folders],
            Cadence = cadence,
            Start = start,
            End = days is null ? null : (start ?? new LocalDate(2024, 1, 1)) + days,
            Paused = [.. paused],
            Contacts = [.. contacts],
            Zone = zone,
            StaffOwner = owner,
            Ecosystem = ecosystem,
            GitHub = owner is null ? null : "octo-org",
            Areas = [.. areas],
            Links = [.. links],
            Note = note,
            Extra = extra is null ? [] : new Dictionary<string, string>(StringComparer.Ordinal) { ["Odd, \"column\""] = extra },
        };

    private static Gen<RosterFolder> Folder =>
        from year in Gen.Elements<int?>(null, 2022, 2026)
        from name in Gen.Elements("rust", "Eclipse Foundation", "node.js", "a, b", "OSTIF/OpenSSL", "𝄞")
        select new RosterFolder(year, name);

    private static Gen<RosterPause> Pause =>
        from day in Day
        from days in OrNone(Gen.Choose(0, 400).Select(d => Period.FromDays(d)))
        select new RosterPause(day, days is null ? null : day + days);

    [Fact]
    public void What_is_written_reads_back_the_same() =>
        Prop.ForAll(Row.ListOf().ToArbitrary(), generated =>
        {
            // Folders of their own, so that no two rows fight over one.
            var rows = generated.Select((row, i) => row with { Key = $"k{i}", Folders = [.. row.Folders.Select(f => f with { Name = $"{f.Name}-{i}" })] }).ToList();
            var columns = rows.Count % 2 == 0 ? (string[])[] : ["note", "Odd, \"column\"", "KEY"];

            var written = RosterFile.Write(new Roster(rows, columns) { LineEnd = rows.Count % 3 == 0 ? "\n" : "\r\n", HasMark = rows.Count % 3 == 1 });
            var reading = RosterFile.Read(written);

            Assert.Empty(reading.Problems);
            Assert.Equal(rows.Count, reading.Roster!.Rows.Count);
            Assert.All(rows.Zip(reading.Roster.Rows), pair => AssertSame(pair.First, pair.Second));
            Assert.Equal(written, RosterFile.Write(reading.Roster));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Garbage_is_refused_and_never_throws() =>
        Prop.ForAll(Gen.Elements("key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner", ",", "\n", "\"", "\r", "a", "2024-01", "..", ";", "\0", "\uFEFF", "@", "😀", "\ud800").ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var reading = RosterFile.Read(text);
            Assert.True(reading.Roster is null == reading.Problems.Count > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static void AssertSame(RosterRow expected, RosterRow actual)
    {
        Assert.Equal((expected.Key, expected.Name, expected.Cadence, expected.Start, expected.End, expected.Zone), (actual.Key, actual.Name, actual.Cadence, actual.Start, actual.End, actual.Zone));
        Assert.Equal((expected.StaffOwner, expected.Ecosystem, expected.GitHub, expected.Note), (actual.StaffOwner, actual.Ecosystem, actual.GitHub, actual.Note));
        Assert.Equal(expected.Folders, actual.Folders);
        Assert.Equal(expected.Paused, actual.Paused);
        Assert.Equal(expected.Contacts, actual.Contacts);
        Assert.Equal(expected.Areas, actual.Areas);
        Assert.Equal(expected.Links, actual.Links);
        Assert.Equal(expected.Extra.OrderBy(e => e.Key, StringComparer.Ordinal), actual.Extra.OrderBy(e => e.Key, StringComparer.Ordinal));
    }

    private static Gen<T?> OrNone<T>(Gen<T> some) where T : class => Gen.Frequency((1, Gen.Constant<T?>(null)), (3, some.Select(s => (T?)s)));

    private static Gen<LocalDate?> OrNone(Gen<LocalDate> some) => Gen.Frequency((1, Gen.Constant<LocalDate?>(null)), (3, some.Select(s => (LocalDate?)s)));
}
