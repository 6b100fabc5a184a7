using AoBot.CommandLine;
using AoBot.Tests.Host;

namespace AoBot.Tests.CommandLine;

/// <summary><c>import</c>, as an operator uses it.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private Workspace _workspace = null!;

    public async Task InitializeAsync() => _workspace = await Workspace.Create();

    public async Task DisposeAsync() => await _workspace.DisposeAsync();

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        var before = await _workspace.Content();

        var ran = await _workspace.Run("import", await Report("2024-06-25", ("2.1", "At risk"), ("5.1", "Started")), "--dry-run");

        Assert.Equal((AoBotCommandLine.Good, ""), (ran.Code, ran.Errors));
        Assert.Contains("Nothing was changed", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1 new key result", ran.Output, StringComparison.Ordinal);
        Assert.Equal(before, await _workspace.Content());
    }

    [Fact]
    public async Task The_same_report_twice_changes_nothing_the_second_time()
    {
        var report = await Report("2024-06-25", ("2.1", "At risk"));
        Assert.Equal(AoBotCommandLine.Good, (await _workspace.Run("import", report)).Code);
        var before = await _workspace.Content();

        var ran = await _workspace.Run("import", report);

        Assert.Equal(AoBotCommandLine.Good, ran.Code);
        Assert.Contains("Nothing changes", ran.Output, StringComparison.Ordinal);
        Assert.Equal(before, await _workspace.Content());
    }

    [Fact]
    public async Task A_later_report_adds_history_and_an_older_one_never_overrides()
    {
        await _workspace.Run("import", await Report("2024-06-25", ("2.1", "At risk")));
        await _workspace.Run("import", await Report("2024-06-01", ("2.1", "Missed")));

        var said = (await _workspace.Run("say", "/ao kr 2.1")).Output;

        Assert.Contains("KR 2.1 · At risk", said, StringComparison.Ordinal);
        var history = said[said.IndexOf("History", StringComparison.Ordinal)..];
        Assert.Equal(["At risk", "Planning", "Missed"], new[] { "Missed", "Planning", "At risk" }.OrderBy(status => history.IndexOf(status, StringComparison.Ordinal)));
        Assert.All(["Missed", "Planning", "At risk"], status => Assert.Contains(status, history, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_day_it_speaks_of_is_the_one_said_else_the_one_it_says_else_its_quarters_end()
    {
        Assert.Contains("2024-06-22", (await _workspace.Run("import", await Report("2024-06-25", ("2.1", "At risk")), "--as-of", "2024-06-22")).Output, StringComparison.Ordinal);
        Assert.Contains("2024-06-24", (await _workspace.Run("import", await Report("2024-06-24", ("2.1", "On target")))).Output, StringComparison.Ordinal);
        _workspace.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Contains("2024-06-30", (await _workspace.Run("import", await Report(null, ("2.1", "Completed")))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_is_one_row_of_the_audit()
    {
        await _workspace.Run("import", await Report("2024-06-25", ("2.1", "At risk")));

        Assert.Equal("operator|2024-06-28T13:00:00.000Z", await _workspace.Scalar<string>("SELECT Actor || '|' || At FROM Audit WHERE Action = 'import' ORDER BY Id DESC LIMIT 1"));
    }

    public static TheoryData<string> NoReports => ["empty", "blank", "binary", "minutes", "huge", "folder", "missing", "utf16", "later"];

    [Theory]
    [MemberData(nameof(NoReports))]
    public async Task What_is_no_report_is_refused_and_changes_nothing(string kind)
    {
        var before = await _workspace.Content();

        var ran = await _workspace.Run(kind == "later" ? ["import", await Report("2024-06-25", ("2.1", "At risk")), "--as-of", "2024-07-01"] : ["import", await NoReport(kind)]);

        Assert.Equal((AoBotCommandLine.BadInput, ""), (ran.Code, ran.Output));
        Assert.NotEmpty(ran.Errors);
        Assert.DoesNotContain("   at ", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(before, await _workspace.Content());
    }

    [Fact]
    public async Task A_report_without_objectives_gives_what_it_holds_and_says_what_it_lacks()
    {
        var file = Path.Combine(_workspace.Folder, "bare.md");
        await File.WriteAllTextAsync(file, "---\ndate: 2024-06-25\n---\n# 2024 Q2 Alpha-Omega\n\n## Overview\n\n### Purpose\n\nTo help.\n\n### Up Next\n\n* The public meeting is on August 14th.\n");

        var ran = await _workspace.Run("import", file);

        Assert.Equal(AoBotCommandLine.Good, ran.Code);
        Assert.Contains("bare.md:", ran.Output, StringComparison.Ordinal);
        Assert.Contains("August 14", (await _workspace.Run("say", "/ao next")).Output, StringComparison.Ordinal);
        Assert.Contains("Planning", (await _workspace.Run("say", "/ao kr 2.1")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_bot_knows_it_in_its_very_next_answer()
    {
        var bot = await _workspace.Start();
        Assert.Contains("Planning", (await bot.Command("/ao kr 2.1")).Shown, StringComparison.Ordinal);

        await _workspace.Run("import", await Report("2024-06-25", ("2.1", "At risk")));

        Assert.Contains("At risk", (await bot.Command("/ao kr 2.1")).Shown, StringComparison.Ordinal);
    }

    private async Task<string> Report(string? date, params (string Id, string Status)[] statuses)
    {
        var file = Path.Combine(_workspace.Folder, $"report-{Guid.NewGuid():N}.md");
        await File.WriteAllTextAsync(file, SmallReport.Of(date, statuses));
        return file;
    }

    private async Task<string> NoReport(string kind)
    {
        var file = Path.Combine(_workspace.Folder, kind + ".md");
        switch (kind)
        {
            case "empty":
                await File.WriteAllBytesAsync(file, []);
                break;
            case "blank":
                await File.WriteAllTextAsync(file, "\n \n\t\n");
                break;
            case "binary":
                await File.WriteAllBytesAsync(file, [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 37))]);
                break;
            case "minutes":
                await File.WriteAllTextAsync(file, "# Minutes\n\n| Who | Status |\n|-|-|\n| Anna | there |\n");
                break;
            case "huge":
                await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("# 2024 words\n\nand more of them\n\n", 320_000)));
                break;
            case "folder":
                Directory.CreateDirectory(file);
                break;
            case "utf16":
                await File.WriteAllTextAsync(file, "# Minutes of a meeting", System.Text.Encoding.Unicode);
                break;
        }

        return file;
    }
}
