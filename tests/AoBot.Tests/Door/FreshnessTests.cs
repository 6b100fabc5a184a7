using System.Text;
using AoBot.Conversations;
using AoBot.Reports;
using AoBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AoBot.Tests.Door;

/// <summary>An answer that is kept ready is never an old one.</summary>
public sealed class FreshnessTests : FrontDoorTest
{
    private const string InFlux = "UPDATE CheckIns SET StatusAsWritten = 'On hold' WHERE KeyResultId = (SELECT k.Id FROM KeyResults k JOIN Objectives o ON o.Id = k.ObjectiveId WHERE o.Number = 2 AND k.Number = 1)";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Patience.Until(async () => await Workspace.Scalar<int>("SELECT count(*) FROM People") == 1, "the start has written who is staff");

        // Prepared beside the start, the first answer is read as well.
        await Patience.For(Bot.Services.GetServices<IHostedService>().OfType<WarmUp>().Single().ExecuteTask!);
    }

    [Fact]
    public async Task An_answer_given_twice_is_read_once()
    {
        await Bot.Command("/ao kr 2.1");
        var reads = Reads();

        await Bot.Command("/ao kr 2.1");

        Assert.Equal(reads, Reads());
    }

    [Fact]
    public async Task What_this_process_imports_shows_in_the_very_next_answer()
    {
        Assert.Contains("Planning", (await Bot.Command("/ao kr 2.1")).Shown, StringComparison.Ordinal);

        var importer = Bot.Services.GetRequiredService<TacReportImporter>();
        var result = await importer.Import("later.md", Encoding.UTF8.GetBytes(SmallReport.Of("2024-06-25", ("2.1", "At risk"))), asOf: null, actor: "operator", CancellationToken.None);

        Assert.IsType<ImportResult.Imported>(result);
        Assert.Contains("At risk", (await Bot.Command("/ao kr 2.1")).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_process_commits_shows_in_the_very_next_answer_each_time()
    {
        await Bot.Command("/ao kr 2.1");
        foreach (var status in Enumerable.Range(0, 50).Select(i => $"Number {i}"))
        {
            await Workspace.Execute(InFlux.Replace("On hold", status, StringComparison.Ordinal));

            Assert.Contains(status, (await Bot.Command("/ao kr 2.1")).Shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_another_process_has_not_committed_does_not_show()
    {
        await using var connection = Workspace.Connect();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = InFlux;
        command.Transaction = (Microsoft.Data.Sqlite.SqliteTransaction)transaction;
        await command.ExecuteNonQueryAsync();

        Assert.Contains("Planning", (await Bot.Command("/ao kr 2.1")).Shown, StringComparison.Ordinal);
        await transaction.CommitAsync();
        Assert.Contains("On hold", (await Bot.Command("/ao kr 2.1")).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_midnight_of_the_programs_zone_the_day_changes_and_not_before()
    {
        Workspace.Clock.Advance(new DateTimeOffset(2024, 6, 29, 3, 59, 59, TimeSpan.Zero) - Workspace.Now);
        Assert.Contains("June 28", (await Bot.Command("/ao status")).Text, StringComparison.Ordinal);
        var reads = Reads();
        Workspace.Clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Contains("June 28", (await Bot.Command("/ao status")).Text, StringComparison.Ordinal);
        Assert.Equal(reads, Reads());

        Workspace.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Contains("June 29", (await Bot.Command("/ao status")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kept_answer_moves_on_with_the_day()
    {
        string[] words = ["status", "kr", "kr 2.2", "next", "engagement", "engagement homebrew", "about", "help"];
        for (var day = 0; day < 30; day++)
        {
            foreach (var word in words)
            {
                var kept = await Bot.Command($"/ao {word}");
                Bot.Services.GetRequiredService<AnswerCache>().Clear();
                Assert.Equal((await Bot.Command($"/ao {word}")).Json.GetRawText(), kept.Json.GetRawText());
            }

            Workspace.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    [Fact]
    public async Task A_share_does_not_make_an_answer_old()
    {
        var seen = await Bot.Command("/ao kr 2.1");
        await Bot.Press(ButtonPress.On(seen));
        await Slack.Next(RecordedSlack.ResponseUrl);

        Assert.Equal(seen.Json.GetRawText(), (await Bot.Command("/ao kr 2.1")).Json.GetRawText());
    }

    [Fact]
    public async Task Many_who_ask_while_facts_change_never_see_a_fact_go_back()
    {
        var written = 0;
        var done = new CancellationTokenSource();
        var askers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var seen = 0;
            while (!done.IsCancellationRequested)
            {
                var before = Volatile.Read(ref written);
                var shown = (await Bot.Command("/ao kr 2.1")).Shown;
                var found = System.Text.RegularExpressions.Regex.Match(shown, "Number ([0-9]+)");
                var now = found.Success ? int.Parse(found.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0;
                Assert.True(now >= before, $"{now} was shown after {before} was committed");
                Assert.True(now >= seen, $"{now} was shown after {seen}");
                seen = now;
            }
        })).ToList();
        for (var i = 1; i <= 100; i++)
        {
            await Workspace.Execute(InFlux.Replace("On hold", $"Number {i}", StringComparison.Ordinal));
            Volatile.Write(ref written, i);
        }

        await done.CancelAsync();
        await Patience.For(Task.WhenAll(askers));
    }

    private int Reads() => Workspace.Log.Lines.Count(line => line.Text.Contains("FROM \"KeyResults\"", StringComparison.Ordinal));
}
