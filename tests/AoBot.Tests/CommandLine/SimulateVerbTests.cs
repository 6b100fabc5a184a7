using System.Text.Json;
using AoBot.CommandLine;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using Microsoft.Extensions.Logging;

namespace AoBot.Tests.CommandLine;

/// <summary><c>simulate</c> on a clone of a few days.</summary>
public sealed class SimulateVerbTests : IAsyncLifetime
{
    private Workspace _workspace = null!;
    private GitSandbox _git = null!;

    public async Task InitializeAsync()
    {
        _workspace = await Workspace.Create();
        _git = new GitSandbox();
        _git.Commit("2024-07-03T09:00:00Z", ("alpha/engagements/2024/Acme/update-2024-06.md", GitSandbox.Text("June")));
        await File.WriteAllTextAsync(Roster, "key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner\nacme,Acme,Acme,monthly,2024-06-01,2024-06-30,,U0000ACME,,\n");
    }

    public async Task DisposeAsync()
    {
        _git.Dispose();
        await _workspace.DisposeAsync();
    }

    private string Roster => Path.Combine(_git.Folder, "roster.csv");

    [Fact]
    public async Task With_json_it_writes_lines_and_a_summary_and_nothing_else()
    {
        var before = await _workspace.Content();
        var ran = await _workspace.Run("simulate", "--git", _git.Folder, "--roster", Roster, "--from", "2024-06-28", "--to", "2024-07-20", "--json");

        Assert.Equal((AoBotCommandLine.Good, ""), (ran.Code, ran.Errors.Replace("Playing 2024 Q2", "", StringComparison.Ordinal).Replace("Playing 2024 Q3", "", StringComparison.Ordinal).Trim()));
        Assert.DoesNotContain(_workspace.Log.Lines, line => line.Level >= LogLevel.Warning);
        Assert.Equal(before, await _workspace.Content());
        Assert.Equal(0, _workspace.Slack.Calls);
        var lines = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var headsUp = lines.First(l => l.GetProperty("to").GetString() == "partner");
        Assert.Equal(
            ("2024-07-01T13:30:00Z", "partner", "update-heads-up", "acme", "2024-06", "heads-up", "update-heads-up/2024-06/U0000ACME"),
            (Text("at"), Text("to"), Text("kind"), Text("partner"), Text("month"), Text("step"), Text("key")));
        var summary = lines[^1].GetProperty("summary");
        Assert.Equal((1, 1, 0, 1, 0), (Number("updates"), Number("nags"), Number("nagsWrong"), Number("headsUps"), Number("headsUpsUseful")));
        Assert.Equal(["received", "inReview", "unclear", "skipped", "paused", "earnedSilence", "cap"], summary.GetProperty("suppressed").EnumerateObject().Select(p => p.Name));

        string? Text(string name) => headsUp.GetProperty(name).GetString();

        int Number(string name) => summary.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Without_json_it_is_a_table_and_progress_goes_to_the_errors()
    {
        var ran = await _workspace.Run("simulate", "--git", _git.Folder, "--roster", Roster, "--from", "2024-06-28", "--to", "2024-07-20");

        Assert.Equal(AoBotCommandLine.Good, ran.Code);
        Assert.Contains("1 update came, 1 reminder asked for them: 1.00 for each update.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Playing 2024 Q3", ran.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AoBotCommandLine.WrongUsage, "2024-07-20", "2024-06-28", null)]
    [InlineData(AoBotCommandLine.WrongUsage, "July", "2024-06-28", null)]
    [InlineData(AoBotCommandLine.BadInput, "2024-06-28", "2024-07-20", "no-such-roster.csv")]
    public async Task What_cannot_be_played_is_said_with_the_exit_code(int code, string from, string to, string? roster)
    {
        var ran = await _workspace.Run("simulate", "--git", _git.Folder, "--roster", roster ?? Roster, "--from", from, "--to", to, "--json");

        Assert.Equal((code, ""), (ran.Code, ran.Output));
        Assert.NotEmpty(ran.Errors);
    }
}
