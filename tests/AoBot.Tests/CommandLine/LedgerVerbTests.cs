using System.Text.Json;
using AoBot.CommandLine;
using AoBot.Slack.Tests;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using Xunit.Abstractions;

namespace AoBot.Tests.CommandLine;

/// <summary><c>ledger</c> on a clone of a few days, and on the real history.</summary>
public sealed class LedgerVerbTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Header = "key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner\n";

    private Workspace _workspace = null!;
    private GitSandbox _git = null!;

    public async Task InitializeAsync()
    {
        _workspace = await Workspace.Create();
        _git = new GitSandbox();
        _git.Commit("2024-05-02T09:00:00Z", ("alpha/engagements/2024/Acme/update-2024-04.md", GitSandbox.Text("April")));
        _git.Commit("2024-06-20T09:00:00Z", ("alpha/engagements/2024/Acme/update-2024-05.md", GitSandbox.Text("May")));
        _git.Commit("2024-06-21T09:00:00Z", ("alpha/engagements/2024/Acme/2024-06-03.md", GitSandbox.Text("Something")));
    }

    public async Task DisposeAsync()
    {
        _git.Dispose();
        await _workspace.DisposeAsync();
    }

    [Fact]
    public async Task With_json_it_writes_one_object_and_nothing_else()
    {
        var ran = await _workspace.Run("ledger", "--git", _git.Folder, "--roster", Roster("acme,Acme,Acme,monthly,2024-04-01,,,,,"), "--as-of", "2024-06-28T12:00:00Z", "--json");

        Assert.Equal((AoBotCommandLine.Good, ""), (ran.Code, ran.Errors));
        var json = JsonDocument.Parse(ran.Output).RootElement;
        Assert.Equal("2024-06-28T12:00:00Z", json.GetProperty("asOf").GetString());
        Assert.Equal(_git.Head, json.GetProperty("commit").GetString());
        Assert.Equal(
            ["acme 2024-04 received True", "acme 2024-05 received False", "acme 2024-06 not yet asked "],
            json.GetProperty("coverage").EnumerateArray().Select(c => $"{c.GetProperty("partner")} {c.GetProperty("month")} {c.GetProperty("state")} {c.GetProperty("inTime")}"));
        var file = json.GetProperty("files")[1];
        Assert.Equal(
            ("alpha/engagements/2024/Acme/update-2024-04.md", "acme", "update", "2024-04", "2024-05-02T09:00:00Z", true),
            (file.GetProperty("path").GetString(), file.GetProperty("partner").GetString(), file.GetProperty("kind").GetString(), file.GetProperty("months")[0].GetString(), file.GetProperty("landed").GetString(), file.GetProperty("sure").GetBoolean()));
        var question = Assert.Single(json.GetProperty("questions").EnumerateArray());
        Assert.EndsWith("2024-06-03.md", question.GetProperty("path").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_json_it_is_a_table_for_a_person()
    {
        var ran = await _workspace.Run("ledger", "--git", _git.Folder, "--roster", Roster("acme,Acme Foundation,Acme,monthly,2024-03-01,,,,,"), "--as-of", "2024-06-28T12:00:00Z");

        Assert.Equal((AoBotCommandLine.Good, ""), (ran.Code, ran.Errors));
        Assert.Contains("Updates as of Friday, June 28, 2024, 8:00 AM (America/New_York); main at", ran.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Acme Foundation +not in +received +late +·$", ran.Output);
        Assert.Contains("? alpha/engagements/2024/Acme/2024-06-03.md: Probably May 2024.", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-05-02T08:59:59Z", 0)]
    [InlineData("2024-05-02T11:00:00+02:00", 1)]
    [InlineData("2024-05-02T09:00Z", 1)]
    [InlineData("2024-05-01", 0)]
    [InlineData("2024-06-20", 2)]
    public async Task It_answers_for_the_instant_that_was_asked_for(string asOf, int files)
    {
        var ran = await _workspace.Run("ledger", "--git", _git.Folder, "--as-of", asOf, "--json");

        Assert.Equal(AoBotCommandLine.Good, ran.Code);
        Assert.Equal(files, JsonDocument.Parse(ran.Output).RootElement.GetProperty("files").GetArrayLength());
    }

    [Fact]
    public async Task Without_an_instant_it_answers_for_now()
    {
        var ran = await _workspace.Run("ledger", "--git", _git.Folder, "--json");

        Assert.StartsWith("2024-06-28T13:00:0", JsonDocument.Parse(ran.Output).RootElement.GetProperty("asOf").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_touches_no_database()
    {
        File.Delete(_workspace.DatabaseFile);

        var ran = await _workspace.Run("ledger", "--git", _git.Folder, "--json");

        Assert.Equal(AoBotCommandLine.Good, ran.Code);
        Assert.False(File.Exists(_workspace.DatabaseFile));
    }

    [Theory]
    [InlineData("ledger")]
    [InlineData("ledger", "--git")]
    [InlineData("ledger", "--json")]
    [InlineData("ledger", "--git", ".", "--as-of", "yesterday")]
    [InlineData("ledger", "--git", ".", "--as-of", "2024-07-05T12:00:00")]
    [InlineData("ledger", "--git", ".", "--as-of", "2024-02-30")]
    [InlineData("ledger", "--git", ".", "everything")]
    public async Task Wrong_usage_is_two(params string[] arguments)
    {
        var ran = await _workspace.Run(arguments);

        Assert.Equal((AoBotCommandLine.WrongUsage, ""), (ran.Code, ran.Output));
        Assert.NotEmpty(ran.Errors);
    }

    [Fact]
    public async Task What_is_no_repository_is_bad_input()
    {
        foreach (var path in new[] { _workspace.Folder, Path.Combine(_workspace.Folder, "nowhere"), _workspace.DatabaseFile, Path.Combine(_git.Folder, "alpha") })
        {
            var ran = await _workspace.Run("ledger", "--git", path, "--json");

            Assert.Equal((AoBotCommandLine.BadInput, ""), (ran.Code, ran.Output));
            Assert.Contains(path, ran.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", ran.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_roster_with_a_fault_is_bad_input_with_its_line()
    {
        var roster = Roster("acme,Acme,Acme,monthly,2024-04-01,,,,,\nacme,Acme,Other,sometimes,2024-13-01,,,,,");

        var ran = await _workspace.Run("ledger", "--git", _git.Folder, "--roster", roster, "--json");

        Assert.Equal((AoBotCommandLine.BadInput, ""), (ran.Code, ran.Output));
        Assert.Contains($"{roster}:3: ", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(AoBotCommandLine.BadInput, (await _workspace.Run("ledger", "--git", _git.Folder, "--roster", _workspace.Folder)).Code);
        Assert.Equal(AoBotCommandLine.BadInput, (await _workspace.Run("ledger", "--git", _git.Folder, "--roster", "no.csv")).Code);
    }

    [Fact]
    public async Task Another_folder_is_read_when_the_setting_says_so()
    {
        _workspace.Settings["Updates:GitHub:Path"] = "/elsewhere/";
        _git.Commit("2024-06-22T09:00:00Z", ("elsewhere/2024/Beta/May.md", GitSandbox.Text("May")));

        var ran = await _workspace.Run("ledger", "--git", _git.Folder, "--json");

        Assert.Equal("elsewhere/2024/Beta/May.md", Assert.Single(JsonDocument.Parse(ran.Output).RootElement.GetProperty("files").EnumerateArray()).GetProperty("path").GetString());
    }

    [Fact]
    public async Task The_real_history_is_read_from_its_bundle()
    {
        if (!SharedData.TryPath("data/engagements-2022-2024.bundle", output, out var bundle))
        {
            return;
        }

        var ran = await _workspace.Run("ledger", "--git", bundle, "--roster", SharedData.Path("data/roster-2022-2024.csv")!, "--as-of", "2024-07-05T12:00:00Z", "--json");

        Assert.Equal((AoBotCommandLine.Good, ""), (ran.Code, ran.Errors));
        Assert.True(JsonDocument.Parse(ran.Output).RootElement.GetProperty("files").GetArrayLength() > 150);
    }

    private string Roster(string rows)
    {
        var path = Path.Combine(_workspace.Folder, "roster.csv");
        File.WriteAllText(path, Header + rows + "\n");
        return path;
    }
}
