using AoBot.Updates;
using Xunit.Abstractions;

namespace AoBot.Tests.Updates;

/// <summary>
/// Three years of a real repository against what a careful person read in every text. The same again in disguise, with other partners, other years and
/// without a roster, so that nothing hangs on these names.
/// </summary>
public sealed class GoldenLedgerTests(ITestOutputHelper output)
{
    private const double RightMonths = 0.97;
    private const double WrongWhileSure = 0.01;

    [Fact]
    public async Task At_the_end_the_ledger_agrees_with_a_careful_reader()
    {
        if (await History.Real(output) is not { } history)
        {
            return;
        }

        var reading = Ledger.At(history, History.Roster(), history.Landings[^1].Landed, History.Options);

        Judge(Golden.Read().Where(g => g.InFinalTree), reading);
        Assert.Equal(Golden.Read().Where(g => g is { InFinalTree: true, Kind: not "attachment" }).Select(g => g.Path).Order(StringComparer.Ordinal), reading.Files.Select(f => f.Path));
        Assert.Equal(history.Landings[^1].Commit, reading.Commit);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_they_last_files_are_read_as_a_careful_reader_reads_them(bool withRoster)
    {
        if (await History.Real(output) is not { } history)
        {
            return;
        }

        var roster = withRoster ? History.Roster() : null;
        var readings = history.Landings.Select(l => l.Landed).Distinct().Select(at => Ledger.At(history, roster, at, History.Options)).ToList();

        // Each path as of the last instant at which it was there.
        var last = new Dictionary<string, LedgerFile>(StringComparer.Ordinal);
        foreach (var file in readings.SelectMany(r => r.Files))
        {
            last[file.Path] = file;
        }

        Judge(Golden.Read(), readings[^1] with { Files = [.. last.Values] });
        Assert.All(readings, r => Assert.InRange(r.Questions.Count, 0, 5));
    }

    [Theory]
    [InlineData(9, 1)]
    [InlineData(9, 2)]
    [InlineData(-4, 3)]
    public async Task In_disguise_the_same_history_reads_the_same(int years, int seed)
    {
        if (await History.Real(output) is not { } history)
        {
            return;
        }

        var disguise = new Disguise(years, seed);
        var worn = disguise.On(history);

        var reading = Ledger.At(worn, disguise.On(History.Roster()), worn.Landings[^1].Landed, History.Options);

        Judge(Golden.Read().Where(g => g.InFinalTree).Select(disguise.On), reading);
    }

    [Fact]
    public async Task Each_file_has_the_day_on_which_its_text_landed()
    {
        if (await History.Real(output) is not { } history)
        {
            return;
        }

        var files = Ledger.At(history, History.Roster(), history.Landings[^1].Landed, History.Options).Files.ToDictionary(f => f.Path, StringComparer.Ordinal);

        // One text grew out of a note that was there for four weeks: a careful reader counts it from the day when it was filled.
        var differ = Golden.Read().Where(g => g.InFinalTree && g.Kind == "update" && files[g.Path].Landed != g.Landed).Select(g => g.Path).ToList();
        Assert.InRange(differ.Count, 0, 1);
    }

    [Fact]
    public async Task A_partner_who_names_files_after_the_month_of_publication_has_delivered_every_month_and_none_twice()
    {
        if (await History.Real(output) is not { } history)
        {
            return;
        }

        var reading = Ledger.At(history, History.Roster(), history.Landings[^1].Landed, History.Options);
        var cells = reading.Coverage.Where(c => c.Partner == "rust").ToList();

        Assert.Equal(25, cells.Count);
        Assert.All(cells, c => Assert.Equal(CoverageState.Received, c.State));
        Assert.Equal(25, cells.Select(c => c.Path).Distinct(StringComparer.Ordinal).Count());
    }

    private void Judge(IEnumerable<Golden> golden, LedgerReading reading)
    {
        var files = reading.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);

        // The images are not in the bundle.
        var pairs = golden.Where(g => files.ContainsKey(g.Path)).Select(g => (Golden: g, File: files[g.Path])).ToList();
        var updates = pairs.Where(p => p.Golden.Kind == "update").ToList();
        var wrong = updates.Where(p => !p.File.Months.SequenceEqual(p.Golden.Months)).ToList();
        foreach (var (expected, file) in wrong)
        {
            output.WriteLine($"{(file.Sure ? "SURE" : "unsure")} {file.Path}: {string.Join(' ', file.Months)} instead of {string.Join(' ', expected.Months)}: {file.Why}");
        }

        output.WriteLine($"{updates.Count} updates, {updates.Count - wrong.Count} right, {wrong.Count(p => p.File.Sure)} wrong while sure, {updates.Count(p => !p.File.Sure)} asked about");
        Assert.True(updates.Count > 190, $"only {updates.Count} updates were there to judge");
        Assert.Empty(updates.Where(p => p.File.Kind != FileKind.Update).Select(p => p.File.Path));
        Assert.True(updates.Count - wrong.Count >= RightMonths * updates.Count, $"{wrong.Count} of {updates.Count} wrong");
        Assert.True(wrong.Count(p => p.File.Sure) <= WrongWhileSure * updates.Count, $"{wrong.Count(p => p.File.Sure)} wrong while sure");
        Assert.Empty(pairs.Where(p => p.Golden.Kind != "update" && p.File.Kind == FileKind.Update).Select(p => p.File.Path));
        Assert.Empty(reading.Files.Where(f => f.Kind != FileKind.Update && f.Months.Count > 0).Select(f => f.Path));
    }
}
