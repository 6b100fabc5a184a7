using AoBot.CommandLine;
using AoBot.Slack.Tests;
using AoBot.Updates;
using AoBot.Updates.Git;
using Xunit.Abstractions;

namespace AoBot.Tests.Updates;

/// <summary>The ledger of an instant: the same each time, and the one that stood there when the instant was now.</summary>
public sealed class AsOfTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_same_instant_asked_twice_gives_the_same_ledger_whatever_was_asked_between()
    {
        if (await History.Real(output) is not { } history)
        {
            return;
        }

        var roster = History.Roster();
        var instants = history.Landings.Select(l => l.Landed).Where((_, i) => i % 20 == 0).ToList();
        var first = instants.ConvertAll(at => LedgerJson.Write(Ledger.At(history, roster, at, History.Options)));
        var again = Enumerable.Reverse(instants).Select(at => LedgerJson.Write(Ledger.At(history, roster, at, History.Options))).Reverse();

        Assert.Equal(first, again);
    }

    [Fact]
    public async Task What_landed_later_makes_no_difference()
    {
        if (await History.Real(output) is not { } history)
        {
            return;
        }

        var roster = History.Roster();
        for (var i = 0; i < history.Landings.Count; i += 7)
        {
            var at = history.Landings[i].Landed;
            var then = history with { Landings = [.. history.Landings.Where(l => l.Landed <= at)] };

            Assert.Equal(LedgerJson.Write(Ledger.At(then, roster, at, History.Options)), LedgerJson.Write(Ledger.At(history, roster, at, History.Options)));
        }
    }

    [Fact]
    public async Task The_tree_of_an_instant_is_the_one_that_git_has_for_it()
    {
        using var git = new GitSandbox();
        if (await History.Real(output) is not { } history)
        {
            return;
        }

        git.Git("fetch", "--quiet", SharedData.Path("data/engagements-2022-2024.bundle")!, "main:real");
        foreach (var landing in history.Landings.Where((_, i) => i % 23 == 0).Append(history.Landings[^1]))
        {
            var reading = Ledger.At(history, null, landing.Landed, History.Options);
            var commit = git.Git("rev-list", "-1", "--first-parent", $"--before={landing.Landed.ToUnixTimeSeconds()}", "real").Trim();
            var tree = git.Git("ls-tree", "-r", "-z", commit, "--", LedgerOptions.DefaultPath).Split('\0', StringSplitOptions.RemoveEmptyEntries);

            Assert.Equal(commit, reading.Commit);
            Assert.Equal(
                tree.Select(t => $"{t.Split(' ', '\t')[2]} {t.Split('\t')[1]}").Order(StringComparer.Ordinal),
                reading.Files.Select(f => $"{f.Blob} {f.Path}").Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task As_of_answers_agree_with_a_replay_commit_by_commit()
    {
        using var git = new GitSandbox();
        var random = new Random(20240628);
        string[] names = ["update-2024-01.md", "update-2024-02.md", "March.md", "april", "README.md", "2024-05.md", "blank.md"];
        for (var i = 0; i < 40; i++)
        {
            var at = $"2024-{1 + (i / 8):00}-{1 + (3 * (i % 8)):00}T10:00:00Z";
            var path = $"{LedgerOptions.DefaultPath}/2024/P{random.Next(3)}/{names[random.Next(names.Length)]}";
            var there = File.Exists(Path.Combine(git.Folder, path));
            git.Commit(at, (path, (random.Next(5), there) switch { (0, true) => null, (1, _) => "\n", _ => GitSandbox.Text($"text {random.Next(6)}") }));
        }

        var history = await Read(git.Folder);
        var whole = history.Landings;
        for (var i = whole.Count - 1; i >= 0; i--)
        {
            git.Git("checkout", "--quiet", "--detach", whole[i].Commit);
            var then = await Read(git.Folder);

            Assert.Equal(
                LedgerJson.Write(Ledger.At(then, null, whole[i].Landed, History.Options)),
                LedgerJson.Write(Ledger.At(history, null, whole[i].Landed, History.Options)));
        }
    }

    private static async Task<RepositoryHistory> Read(string folder) => (await GitReader.Read(folder, LedgerOptions.DefaultPath, CancellationToken.None)).History!;
}
