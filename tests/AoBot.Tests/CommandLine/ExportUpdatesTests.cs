using AoBot.CommandLine;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;

namespace AoBot.Tests.CommandLine;

/// <summary><c>export updates</c>: the ledger of the database as a table for other programs.</summary>
public sealed class ExportUpdatesTests : IAsyncLifetime
{
    private Workspace _workspace = null!;

    public async Task InitializeAsync() => _workspace = await Workspace.Create();

    public async Task DisposeAsync() => await _workspace.DisposeAsync();

    [Fact]
    public async Task It_writes_every_state_of_a_month_without_addresses_and_reasons()
    {
        await Fill();

        var written = await _workspace.Run("export", "updates", "--month", "2024-06");

        Assert.Equal((AoBotCommandLine.Good, ""), (written.Code, written.Errors));
        var lines = written.Output.TrimEnd().Split("\r\n");
        Assert.Equal("partner,name,month,state,due,in_time,written,landed,path,commit,pull_request,draft,owed,sure", lines[0]);
        Assert.Equal(["received", "in review", "not yet asked", "paused", "in review", "skipped", "not yet asked"], lines.Skip(1).Select(l => l.Split(',')[3]));
        Assert.Equal($"birch,Fictional Birch,2024-06,in review,2024-07-05,yes,2024-06-26T12:00:00Z,,{Past.Root}/2024/birch/update-2024-06.md,head12,12,no,yes,yes", lines[2]);
        Assert.DoesNotContain("@", written.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Partners.Reason, written.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_span_of_months_is_written_and_without_one_all_of_them()
    {
        await Fill();

        Assert.Equal(["2024-02", "2024-03"], Months(await _workspace.Run("export", "updates", "--from", "2024-02", "--to", "2024-03")));
        Assert.Equal(["2024-05", "2024-06"], Months(await _workspace.Run("export", "updates", "--from", "2024-05")));
        Assert.Equal(6, Months(await _workspace.Run("export", "updates")).Count());
    }

    [Theory]
    [InlineData("--month", "june")]
    [InlineData("--from", "2024-13")]
    [InlineData("--month=2024-06", "--to=2024-07")]
    public async Task A_month_that_is_none_is_refused_with_what_to_write(params string[] arguments)
    {
        var refused = await _workspace.Run(["export", "updates", .. arguments]);

        Assert.Equal((AoBotCommandLine.WrongUsage, ""), (refused.Code, refused.Output));
        Assert.Matches("is no month; write for instance 2024-06|Say --month, or --from and --to", refused.Errors);
    }

    [Fact]
    public async Task Before_anything_is_read_it_says_what_to_do()
    {
        var refused = await _workspace.Run("export", "updates");

        Assert.Equal((AoBotCommandLine.BadInput, ""), (refused.Code, refused.Output));
        Assert.Contains("Updates:GitHub:Repository", refused.Errors, StringComparison.Ordinal);
    }

    private async Task Fill()
    {
        var bot = await _workspace.Start();
        await Partners.Fill(bot.Services);
        await bot.Stop();
    }

    private static IEnumerable<string> Months(CommandResult written) => written.Output.TrimEnd().Split("\r\n").Skip(1).Select(l => l.Split(',')[2]).Distinct().Order(StringComparer.Ordinal);
}
