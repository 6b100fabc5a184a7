using AoBot.Engagements;
using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Slack.Tests;
using AoBot.Tests.Rendering;
using AoBot.Updates;
using AoBot.Updates.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AoBot.Tests.Updates;

/// <summary>What is kept of the ledger is what would be read now: it follows every fact, and time; and it outlives commits of other things.</summary>
public sealed class UpdatesLedgerTests : IAsyncLifetime
{
    private const string File = $"{Past.Root}/2024/alpha/update-2024-04.md";

    private static readonly ReadFacts Facts = new("owner/name", "https://github.com/owner/name");
    private readonly ManualTimeProvider _time = new();
    private Desk _desk = null!;
    private UpdatesLedger _ledger = null!;

    public async Task InitializeAsync()
    {
        _desk = await Desk.At(seed: "");
        var settings = Service<Settings>();
        _ledger = new UpdatesLedger(settings, new ProgramClock(_time, settings.Zone, settings.DueDays), Service<DataVersion>());
        await Saves(new Past().Lands("2024-05-02", "2024/alpha/update-2024-04.md"));
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task It_follows_what_is_committed()
    {
        var first = await Read();
        Assert.Equal([File], first.Reading!.Files.Select(f => f.Path));
        Assert.Same(first, await Read());

        await Saves(new Past().Lands("2024-05-02", "2024/alpha/update-2024-04.md").Lands("2024-06-02", "2024/alpha/update-2024-05.md"));
        Assert.Equal(2, (await Read()).Reading!.Files.Count);

        foreach (var name in new[] { "Alpha One", "Alpha Two" })
        {
            await Enters(new RosterRow { Key = "alpha", Name = name, Folders = [new RosterFolder(null, "alpha")], Cadence = Cadence.Monthly });
            Assert.Equal(name, (await Read()).Reading!.Partners.Single().Name);
        }
    }

    [Fact]
    public async Task It_follows_what_staff_answer_and_take_back()
    {
        Assert.Equal([new YearMonth(2024, 4)], await Months());

        foreach (var month in new[] { 3, 2 })
        {
            await Write(db => db.Add(new LedgerAnswerEntry { Path = File, IsUpdate = true, Months = [new YearMonth(2024, month)], AnsweredBy = "U1", AnsweredAt = Past.At("2024-06-01") }));
            Assert.Equal([new YearMonth(2024, month)], await Months());
            await Write(db => db.RemoveRange(db.LedgerAnswers));
            Assert.Equal([new YearMonth(2024, 4)], await Months());
        }
    }

    [Fact]
    public async Task It_follows_the_months_that_somebody_need_not_deliver()
    {
        await Enters(new RosterRow { Key = "alpha", Name = "Alpha", Folders = [new RosterFolder(null, "alpha")], Cadence = Cadence.Monthly });
        Assert.Equal(CoverageState.NotIn, await May());

        await Write(db => db.Add(new UpdateSkip { Partner = "alpha", Month = new YearMonth(2024, 5), Reason = "a quiet month", SkippedBy = "U1", SkippedAt = Past.At("2024-06-01") }));

        Assert.Equal(CoverageState.Skipped, await May());
    }

    [Fact]
    public async Task What_changes_no_fact_of_it_leaves_the_reading_as_it_is_and_the_age_is_told_anew()
    {
        var first = await Read();

        await Write(db => db.Notices.Add(new NoticePlan("other/1", "other", "U1", Past.At("2024-07-01")).ToNotice(Past.At("2024-06-28"), NoticeState.Planned, null)));
        await Service<RepositoryStore>().Failed(Facts, "GitHub did not answer.", CancellationToken.None);

        var after = await Read();
        Assert.Same(first.Reading, after.Reading);
        Assert.Equal("GitHub did not answer.", after.State.Failure);
    }

    [Fact]
    public async Task What_is_dated_ahead_of_our_clock_counts_when_its_time_has_come()
    {
        await Saves(new Past().Lands("2024-05-02", "2024/alpha/update-2024-04.md").Lands("2024-06-28T12:03:00Z", "2024/alpha/update-2024-05.md"));
        Assert.Single((await Read()).Reading!.Files);

        _time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(2, (await Read()).Reading!.Files.Count);
    }

    [Fact]
    public async Task It_is_worked_out_anew_when_a_day_has_turned()
    {
        var before = (await Read()).Reading;

        _time.Advance(TimeSpan.FromDays(1));

        Assert.NotSame(before, (await Read()).Reading);
    }

    private async Task<CurrentLedger> Read()
    {
        await using var db = await Service<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync();
        return await _ledger.Read(db, CancellationToken.None);
    }

    private async Task<IReadOnlyList<YearMonth>> Months() => (await Read()).Reading!.Files.Single().Months;

    private async Task<CoverageState> May() => (await Read()).Reading!.Coverage.Single(c => c.Month == new YearMonth(2024, 5)).State;

    private Task Saves(Past past) => Service<RepositoryStore>().Save(past.History, Facts, CancellationToken.None);

    private Task Enters(RosterRow row) => Service<WriteGate>().Write(
        async db =>
        {
            await RosterTable.Write(db, new Roster([row], []), new LocalDate(2024, 6, 28), CancellationToken.None);
            return 0;
        },
        CancellationToken.None);

    private Task Write(Action<AoBotDbContext> change) => Service<WriteGate>().Write(
        db =>
        {
            change(db);
            return Task.FromResult(0);
        },
        CancellationToken.None);

    private T Service<T>()
        where T : notnull => _desk.Services.GetRequiredService<T>();
}
