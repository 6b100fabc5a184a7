using System.Text.Json;
using AoBot.CommandLine;
using AoBot.Engagements;
using AoBot.Slack.Tests;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using Xunit.Abstractions;

namespace AoBot.Tests.CommandLine;

/// <summary><c>export roster --propose</c>, for the first day.</summary>
public sealed class RosterProposalTests(ITestOutputHelper output) : IAsyncLifetime
{
    private Workspace _workspace = null!;

    public async Task InitializeAsync()
    {
        _workspace = await Workspace.Create();
        _workspace.Clock.Advance(TimeSpan.FromDays(240));
    }

    public async Task DisposeAsync() => await _workspace.DisposeAsync();

    [Fact]
    public async Task Folders_become_rows_and_moved_files_tie_folders_together()
    {
        using var git = new GitSandbox();
        git.Commit("2023-03-02T09:00:00Z", ("alpha/engagements/2023/rs/update-2023-02.md", GitSandbox.Text("February")), ("alpha/engagements/2023/README.md", "# All partners of the year 2023\n"));
        git.Commit("2023-05-02T09:00:00Z", ("alpha/engagements/2023/rs/update-2023-02.md", null), ("alpha/engagements/2023/Rust Fund/update-2023-02.md", GitSandbox.Text("February")));
        git.Commit("2025-01-04T09:00:00Z", ("alpha/engagements/2024/Rust, Fund/update-2024-12.md", GitSandbox.Text("December")), ("alpha/engagements/2024/rs/README.md", "# About\n\nNot an update, but what it is about.\n"));
        git.Commit("2024-02-04T09:00:00Z", ("alpha/engagements/2024/Old Partner/update-2024-01.md", GitSandbox.Text("January")), ("alpha/engagements/2024/Empty/README.md", "# About\n\nNothing yet was written by them.\n"));

        var ran = await _workspace.Run("export", "roster", "--propose", "--git", git.Folder);

        Assert.Equal(AoBotCommandLine.Good, ran.Code);
        Assert.Contains("3 engagements proposed", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(
            "key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner\r\n" +
            "empty,Empty,2024/Empty,,2024-01-01,,,,,\r\n" +
            "old-partner,Old Partner,2024/Old Partner,,2024-01-01,2024-01-31,,,,\r\n" +
            "rust-fund,\"Rust, Fund\",\"2023/Rust Fund;2024/Rust, Fund;2024/rs\",,2023-02-01,,,,,\r\n",
            ran.Output);
    }

    [Fact]
    public async Task The_real_history_gives_a_roster_that_owns_every_file_and_can_be_imported()
    {
        if (!SharedData.TryPath("data/engagements-2022-2024.bundle", output, out var bundle))
        {
            return;
        }

        var ran = await _workspace.Run("export", "roster", "--propose", "--git", bundle);

        Assert.Equal(AoBotCommandLine.Good, ran.Code);
        var roster = RosterFile.Read(ran.Output);
        Assert.Empty(roster.Problems);
        Assert.Contains(roster.Roster!.Rows, r => r.Folders.Contains(new RosterFolder(2023, "rust")) && r.Folders.Contains(new RosterFolder(2024, "Rust Foundation")));
        var file = Path.Combine(_workspace.Folder, "roster.csv");
        await File.WriteAllTextAsync(file, ran.Output);
        var ledger = JsonDocument.Parse((await _workspace.Run("ledger", "--git", bundle, "--roster", file, "--json")).Output).RootElement;
        Assert.All(
            ledger.GetProperty("files").EnumerateArray().Where(f => f.GetProperty("kind").GetString() == "update"),
            f => Assert.NotEqual(JsonValueKind.Null, f.GetProperty("partner").ValueKind));
        Assert.DoesNotContain(ledger.GetProperty("questions").EnumerateArray(), q => q.GetProperty("path").GetString()!.Split('/').Length == 4);
        Assert.Equal((AoBotCommandLine.Good, ""), ((await _workspace.Run("import", file)) is var imported ? (imported.Code, imported.Errors) : default));
        Assert.Equal(ran.Output, (await _workspace.Run("export", "roster")).Output);
    }

    [Fact]
    public async Task What_is_no_repository_is_said_to_be_none()
    {
        var ran = await _workspace.Run("export", "roster", "--propose", "--git", _workspace.Folder);

        Assert.Equal((AoBotCommandLine.BadInput, ""), (ran.Code, ran.Output));
        Assert.NotEmpty(ran.Errors);
    }
}
