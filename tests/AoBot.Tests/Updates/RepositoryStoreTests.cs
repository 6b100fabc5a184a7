using AoBot.Persistence;
using AoBot.Tests.Rendering;
using AoBot.Updates;
using AoBot.Updates.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Updates;

/// <summary>The history in the database is the one that was read, and what was read well stays.</summary>
public sealed class RepositoryStoreTests : IAsyncLifetime
{
    private static readonly ReadFacts Facts = new("owner/name", "https://github.com/owner/name");
    private Desk _desk = null!;

    public async Task InitializeAsync() => _desk = await Desk.At();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task What_was_saved_is_loaded_again()
    {
        var history = new Past().Lands("2024-05-02", "2024/alpha/update-2024-04.md", text: "# Update\n\nThis update also contains updates from March.")
            .Lands("2024-06-03", "2024/beta/May.md")
            .Renames("2024-06-04", "2024/beta/May.md", "2024/beta/update-2024-05.md", "2024/beta/May.md@2024-06-03@2000")
            .Deletes("2024-06-05", "2024/alpha/update-2024-04.md")
            .Proposes(7, "2024-06-20", "2024/alpha/update-2024-05.md", draft: true)
            .History;

        await Store.Save(history, Facts, CancellationToken.None);

        Same(history, await Load());
    }

    [Fact]
    public async Task What_is_added_is_appended_and_what_a_force_push_took_away_is_gone()
    {
        var before = new Past().Lands("2024-05-02", "2024/alpha/update-2024-04.md").Lands("2024-06-03", "2024/beta/May.md").History;
        await Store.Save(before, Facts, CancellationToken.None);
        var after = before with { Landings = [before.Landings[0], new Landing("other", Past.At("2024-06-04"), before.Landings[1].Changes), new Landing("more", Past.At("2024-06-05"), [])] };
        await Store.Save(after, Facts, CancellationToken.None);

        Same(after, await Load());
        await using var db = await Database();
        Assert.Equal(after.Landings.Sum(l => l.Changes.Count), await db.RepositoryChanges.CountAsync());
    }

    [Fact]
    public async Task A_pull_request_that_changed_or_went_is_as_it_was_seen_last()
    {
        await Store.Save(new Past().Proposes(7, "2024-06-20", "2024/alpha/update-2024-05.md").Proposes(8, "2024-06-21", "2024/beta/update-2024-05.md").History, Facts, CancellationToken.None);
        var after = new Past().Proposes(7, "2024-06-20", "2024/alpha/update-2024-05.md", closed: "2024-06-22").History;
        await Store.Save(after, Facts, CancellationToken.None);

        Same(after, await Load());
    }

    [Fact]
    public async Task A_read_that_failed_keeps_the_last_known_truth_and_its_age()
    {
        var history = new Past().Lands("2024-05-02", "2024/alpha/update-2024-04.md").History;
        await Store.Save(history, Facts, CancellationToken.None);
        var read = (await State()).ReadAt;
        await Store.Failed(Facts, "GitHub did not answer.", CancellationToken.None);

        Same(history, await Load());
        Assert.NotNull(read);
        Assert.Equal((read, "GitHub did not answer."), ((await State()).ReadAt, (await State()).Failure));

        await Store.Unchanged(Facts, CancellationToken.None);
        Assert.Null((await State()).Failure);
    }

    [Fact]
    public async Task Nothing_is_read_out_of_half_a_first_reading()
    {
        await Store.Save(new Past().Lands("2024-05-02", "2024/alpha/update-2024-04.md").History, Facts with { IsComplete = false, Progress = "half" }, CancellationToken.None);

        await using var db = await Database();
        var ledger = await Ledger.Read(db, CancellationToken.None);
        Assert.Null(ledger.Reading);
        Assert.Equal((null, "half"), (ledger.State.ReadAt, ledger.State.Progress));
    }

    private RepositoryStore Store => _desk.Services.GetRequiredService<RepositoryStore>();

    private UpdatesLedger Ledger => _desk.Services.GetRequiredService<UpdatesLedger>();

    private Task<AoBotDbContext> Database() => _desk.Services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync();

    private async Task<RepositoryHistory> Load()
    {
        await using var db = await Database();
        return await RepositoryStore.Load(db, CancellationToken.None);
    }

    private async Task<RepositoryState> State()
    {
        await using var db = await Database();
        return (await db.RepositoryReads.SingleAsync()).ToState();
    }

    private static void Same(RepositoryHistory expected, RepositoryHistory actual)
    {
        Assert.Equal(expected.Branch, actual.Branch);
        Assert.Equal(expected.Landings.Select(l => (l.Commit, l.Landed)), actual.Landings.Select(l => (l.Commit, l.Landed)));
        Assert.Equal(expected.Landings.SelectMany(l => l.Changes), actual.Landings.SelectMany(l => l.Changes));
        Assert.Equal(expected.PullRequests.Select(p => p with { Files = [] }).Select(p => p.ToString()), actual.PullRequests.Select(p => p with { Files = [] }).Select(p => p.ToString()));
        Assert.Equal(expected.PullRequests.SelectMany(p => p.Files), actual.PullRequests.SelectMany(p => p.Files));
        Assert.Equal(expected.Texts.Keys.Order(StringComparer.Ordinal), actual.Texts.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected.Texts, t => Assert.Equal(t.Value.Also, actual.Texts[t.Key].Also));
    }
}
