using AoBot.Playground.GitHub;
using AoBot.Tests.Updates;
using AoBot.Updates.GitHub;

namespace AoBot.Playground.Tests.GitHub;

/// <summary>GitHub is slow, ill, or says no: what is known stays, the reason is told in words, and the next reading goes on.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private const string Folder = HostedGitHub.Folder;
    private const string March = Folder + "/2024/Acme/update-2024-03.md";

    private HostedGitHub _hosted = null!;

    private GitSandbox Git => _hosted.Git;

    public async Task InitializeAsync()
    {
        _hosted = await HostedGitHub.Start();
        Git.Commit("2024-01-01T00:00:00Z", ("README.md", "# Fund\n"), (Folder + "/README.md", "# Engagements of the fund\n"));
    }

    public async Task DisposeAsync() => await _hosted.DisposeAsync();

    [Theory]
    [InlineData(GitHubFaultKind.BadGateway)]
    [InlineData(GitHubFaultKind.HalfPage)]
    [InlineData(GitHubFaultKind.Garbage)]
    public async Task What_passes_is_tried_again(GitHubFaultKind kind)
    {
        await _hosted.ReadsTheSameAsGit();
        Git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
        _hosted.GitHub.Faults.Add(kind, times: 3, where: "compare");

        Assert.Equal(6, (await _hosted.ReadsTheSameAsGit()).Count);
    }

    [Theory]
    [InlineData(GitHubFaultKind.BadGateway, "branches", "502")]
    [InlineData(GitHubFaultKind.HalfPage, "compare", "hung up")]
    [InlineData(GitHubFaultKind.Garbage, "pulls", "not whole")]
    [InlineData(GitHubFaultKind.RateLimited, "compare", "limit")]
    [InlineData(GitHubFaultKind.SecondaryLimit, "compare", "limit")]
    [InlineData(GitHubFaultKind.NotFound, "branches", "has no branch main")]
    public async Task What_does_not_pass_leaves_the_last_known_truth_and_is_made_up_for(GitHubFaultKind kind, string where, string words)
    {
        await _hosted.ReadsTheSameAsGit();
        var known = _hosted.Last!.History;
        Git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
        _hosted.Push();
        _hosted.GitHub.Faults.Add(kind, times: 4, where);

        var (failed, _) = await _hosted.Read();

        Assert.Contains(words, failed.Failure, StringComparison.Ordinal);
        Assert.False(failed.IsCurrent);
        HostedGitHub.Same(known, failed.History);
        await AllIsWell();
        await _hosted.ReadsTheSameAsGit();
    }

    [Fact]
    public async Task Who_does_not_answer_is_not_waited_for_forever()
    {
        await _hosted.ReadsTheSameAsGit();
        Git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
        _hosted.Push();
        _hosted.GitHub.Faults.Add(GitHubFaultKind.Slow, where: "compare");
        var patience = new GitHubPatience { Timeout = TimeSpan.FromSeconds(20), Attempts = 1 };

        var reading = _hosted.Read(_hosted.NewReader(patience));
        await _hosted.GitHub.Faults.Met.WaitAsync(TimeSpan.FromMinutes(2));
        _hosted.Time.Advance(TimeSpan.FromSeconds(20));

        Assert.Contains("did not answer within 20 seconds", (await reading).Reading.Failure, StringComparison.Ordinal);
        await _hosted.ReadsTheSameAsGit();
    }

    [Fact]
    public async Task A_limit_is_heeded_until_GitHub_says_and_also_after_a_restart()
    {
        await _hosted.ReadsTheSameAsGit();
        _hosted.GitHub.Faults.Add(GitHubFaultKind.SecondaryLimit);
        await _hosted.Read();

        var (waiting, none) = await _hosted.Read();
        _hosted.Time.Advance(TimeSpan.FromSeconds(89));
        var (still, noneEither) = await _hosted.Read();
        _hosted.Time.Advance(TimeSpan.FromSeconds(2));
        var (after, _) = await _hosted.Read();

        Assert.Empty(none.Concat(noneEither));
        Assert.All([waiting, still], r => Assert.Contains("left alone until 09:01 UTC", r.Failure, StringComparison.Ordinal));
        Assert.True(after.IsCurrent);
    }

    [Fact]
    public async Task Nothing_is_asked_any_more_once_nothing_is_left()
    {
        _hosted.Settings["Updates:GitHub:Token"] = "";
        _hosted.GitHub.LimitWithoutToken = 3;
        _hosted.Push();

        var (reading, requests) = await _hosted.Read();

        Assert.Equal(3, requests.Count);
        Assert.Contains("requests an hour without a token", reading.Failure, StringComparison.Ordinal);
        Assert.False(reading.IsComplete);
    }

    [Theory]
    [InlineData(GitHubFaultKind.TruncatedTree)]
    [InlineData(null)]
    public async Task A_tree_that_is_too_large_is_read_folder_by_folder(GitHubFaultKind? once)
    {
        Git.Commit("2024-04-03T10:00:00Z", [.. Enumerable.Range(1, 6).Select(i => ($"{Folder}/2024/Partner{i}/update-2024-03.md", (string?)GitSandbox.Text("March")))]);
        if (once is { } kind)
        {
            _hosted.GitHub.Faults.Add(kind, where: "git/trees");
        }
        else
        {
            _hosted.GitHub.LargestTree = 3;
        }

        await _hosted.ReadsTheSameAsGit();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_first_reading_that_is_killed_goes_on_where_it_was(bool restarted)
    {
        for (var month = 1; month <= 30; month++)
        {
            Git.Commit($"{2019 + ((month - 1) / 12)}-{((month - 1) % 12) + 1:00}-20T10:00:00Z", ($"{Folder}/{2019 + ((month - 1) / 12)}/Acme/update-{month}.md", GitSandbox.Text($"Month {month}")));
        }

        _hosted.Push();
        var reader = _hosted.NewReader();
        await Assert.ThrowsAsync<OperationCanceledException>(() => _hosted.Read(reader, saved => saved.History.Landings.Count >= 20 ? throw new OperationCanceledException() : Task.CompletedTask));
        Assert.False(_hosted.Last!.IsComplete);
        Assert.Contains("still to be read", _hosted.Last.Progress, StringComparison.Ordinal);

        var before = _hosted.GitHub.Requests.Count;
        var (reading, _) = await _hosted.Read(restarted ? null : reader);

        var again = _hosted.GitHub.Requests.Skip(before).Where(r => r.Address.Contains("/commits/", StringComparison.Ordinal)).ToList();
        Assert.InRange(again.Count, 1, 21);
        Assert.True(reading.IsCurrent);
        await _hosted.ReadsTheSameAsGit();
    }

    [Fact]
    public async Task Without_a_token_a_first_reading_says_how_long_it_takes_and_ends_some_day()
    {
        for (var i = 1; i <= 50; i++)
        {
            Git.Commit($"2024-01-02T{i / 60:00}:{i % 60:00}:00Z", ($"{Folder}/2024/Partner{i}/update-2024-01.md", GitSandbox.Text($"January {i}")));
        }

        _hosted.Push();
        _hosted.Settings["Updates:GitHub:Token"] = "";
        _hosted.GitHub.LimitWithoutToken = 20;
        var (first, _) = await _hosted.Read();
        Assert.Contains("so this takes at least", first.Progress, StringComparison.Ordinal);
        Assert.Contains("import --git", first.Progress, StringComparison.Ordinal);

        for (var hour = 0; hour < 5 && !_hosted.Last!.IsCurrent; hour++)
        {
            _hosted.Time.Advance(TimeSpan.FromHours(1));
            await _hosted.Read();
        }

        Assert.True(_hosted.Last!.IsCurrent, _hosted.Last.Failure);
        _hosted.Settings["Updates:GitHub:Token"] = _hosted.GitHub.Token;
        await _hosted.ReadsTheSameAsGit();
    }

    [Fact]
    public async Task A_branch_that_was_rewritten_and_cannot_be_read_now_stays_as_it_was_known()
    {
        Git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
        await _hosted.ReadsTheSameAsGit();
        var known = _hosted.Last!.History;
        Git.Git("reset", "--quiet", "--hard", "HEAD~1");
        Git.Commit("2024-04-04T10:00:00Z", (Folder + "/2024/Acme/April.md", GitSandbox.Text("April")));
        _hosted.Push();
        _hosted.GitHub.Faults.Add(GitHubFaultKind.BadGateway, times: 4, where: "commits/");

        var (failed, _) = await _hosted.Read();

        Assert.NotNull(failed.Failure);
        Assert.True(failed.IsComplete);
        HostedGitHub.Same(known, failed.History);
        Assert.All(_hosted.Saved.Where(s => s.State.Head == known.Landings[^1].Commit), s => Assert.Same(known.Landings, s.History.Landings));
        await _hosted.ReadsTheSameAsGit();
    }

    [Fact]
    public async Task A_history_from_a_clone_is_gone_on_with()
    {
        Git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
        var clone = (await AoBot.Updates.Git.GitReader.Read(Git.Folder, Folder, CancellationToken.None)).History!;
        _hosted.Begin(_hosted.NewReader().Continue(clone));
        Git.Commit("2024-05-03T10:00:00Z", (Folder + "/2024/Acme/April.md", GitSandbox.Text("April")));

        // The repository is asked which branch counts; beyond that it is as after any other reading.
        Assert.Equal(3 + 1, (await _hosted.ReadsTheSameAsGit()).Count);
    }

    [Theory]
    [InlineData("fund/nowhere", "ghp_of_the_stand_in", "does not show fund/nowhere")]
    [InlineData("fund/updates", "ghp_old", "refuses the token")]
    public async Task What_is_set_wrong_is_named(string repository, string token, string words)
    {
        (_hosted.Settings["Updates:GitHub:Repository"], _hosted.Settings["Updates:GitHub:Token"]) = (repository, token);
        _hosted.Push();

        var (reading, requests) = await _hosted.Read();

        Assert.Contains(words, reading.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain(token, reading.Failure, StringComparison.Ordinal);
        Assert.Single(requests);
    }

    private Task AllIsWell()
    {
        _hosted.GitHub.Faults.Clear();
        _hosted.Time.Advance(TimeSpan.FromHours(1));
        return Task.CompletedTask;
    }
}
