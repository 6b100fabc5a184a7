using AoBot.Tests.Updates;

namespace AoBot.Playground.Tests.GitHub;

/// <summary>Real repositories, read through the API: what landed when and when it was written is what <c>git</c> says, and costs few requests.</summary>
public sealed class ReadingTests : IAsyncLifetime
{
    private const string Folder = HostedGitHub.Folder;
    private const string March = Folder + "/2024/Acme/update-2024-03.md";
    private const string April = Folder + "/2024/Acme/update-2024-04.md";
    private const string May = Folder + "/2024/Acme/update-2024-05.md";

    private HostedGitHub _hosted = null!;

    private GitSandbox Git => _hosted.Git;

    public async Task InitializeAsync()
    {
        _hosted = await HostedGitHub.Start();
        Git.Commit("2024-01-01T00:00:00Z", ("README.md", "# Fund\n"), (Folder + "/README.md", "# Engagements of the fund\n"));
    }

    public async Task DisposeAsync() => await _hosted.DisposeAsync();

    [Fact]
    public async Task What_did_not_change_costs_two_conditional_requests()
    {
        await _hosted.ReadsTheSameAsGit();

        var (reading, requests) = await _hosted.Read();

        Assert.Equal(["2 of 304"], requests.GroupBy(r => r.Status).Select(g => $"{g.Count()} of {g.Key}"));
        Assert.True(reading.IsCurrent);
    }

    [Fact]
    public async Task A_direct_push_of_one_update_costs_three_requests()
    {
        await _hosted.ReadsTheSameAsGit();
        Git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));

        Assert.Equal(3, (await _hosted.ReadsTheSameAsGit()).Count);
    }

    [Fact]
    public async Task A_merge_of_several_commits_costs_one_more_for_each_new_file_at_most()
    {
        await _hosted.ReadsTheSameAsGit();
        Git.Git("checkout", "--quiet", "-b", "work");
        Git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")), (Folder + "/2024/Acme/picture.pdf", "%PDF\0" + GitSandbox.Text("March")));
        Git.Commit("2024-04-06T10:00:00Z", (March, GitSandbox.Text("March") + "One more word.\n"));
        Git.Git("checkout", "--quiet", "main");
        Git.GitAt("2024-04-09T10:00:00Z", "2024-04-09T11:00:00Z", "merge", "--quiet", "--no-ff", "--message=x", "work");

        Assert.InRange((await _hosted.ReadsTheSameAsGit()).Count, 3, 3 + 2);
    }

    [Fact]
    public async Task Changes_elsewhere_cost_three_requests_whatever_their_number()
    {
        await _hosted.ReadsTheSameAsGit();
        Git.Commit("2024-04-03T10:00:00Z", ("elsewhere.txt", "x"));
        Git.Commit("2024-04-04T10:00:00Z", ("alpha/engagements-old/March.md", "x"));

        Assert.Equal(3, (await _hosted.ReadsTheSameAsGit()).Count);
    }

    [Fact]
    public async Task Merges_squashes_and_rebases_read_as_from_a_clone_at_once_and_one_by_one()
    {
        foreach (var step in Steps())
        {
            step();
            await _hosted.ReadsTheSameAsGit();
        }

        var first = _hosted.Last!.History;
        await using var fresh = await HostedGitHub.Start();
        fresh.Git.Git("fetch", "--quiet", Git.Folder, "main");
        fresh.Git.Git("reset", "--quiet", "--hard", "FETCH_HEAD");
        await fresh.ReadsTheSameAsGit();
        HostedGitHub.Same(first, fresh.Last!.History);
    }

    private IEnumerable<Action> Steps()
    {
        // A branch with a stub that is filled, and a file that is renamed on it.
        yield return () =>
        {
            Git.Git("checkout", "--quiet", "-b", "stub");
            Git.Commit("2024-03-01T10:00:00Z", (March, "\n"), (Folder + "/2024/Acme/April.md", GitSandbox.Text("April")));
            Git.Git("mv", Folder + "/2024/Acme/April.md", April);
            Git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
            Merge("stub", "2024-05-07T10:00:00Z");
        };

        // A squash, which was begun before.
        yield return () =>
        {
            Git.Git("checkout", "--quiet", "-b", "squash");
            Git.Commit("2024-06-03T10:00:00Z", (May, GitSandbox.Text("May")));
            Git.Git("checkout", "--quiet", "main");
            Git.Git("merge", "--quiet", "--squash", "squash");
            Git.GitAt("2024-06-05T10:00:00Z", "2024-06-06T10:00:00Z", "commit", "--quiet", "--message=x");
        };

        // A rebase of two commits, after something else had landed.
        yield return () =>
        {
            Git.Git("checkout", "--quiet", "-b", "rebase");
            Git.Commit("2024-07-03T10:00:00Z", (Folder + "/2024/Beta/June.md", GitSandbox.Text("June")));
            Git.Commit("2024-08-03T10:00:00Z", (Folder + "/2024/Beta/July.md", GitSandbox.Text("July")));
            Git.Git("checkout", "--quiet", "main");
            Git.Commit("2024-08-04T10:00:00Z", ("other.txt", "x"));
            Git.Git("checkout", "--quiet", "rebase");
            Git.GitAt("2024-08-05T10:00:00Z", "2024-08-05T10:00:00Z", "rebase", "--quiet", "main");
            Git.Git("checkout", "--quiet", "main");
            Git.Git("merge", "--quiet", "--ff-only", "rebase");
        };

        // A branch that took the main line in, and corrected what was there.
        yield return () =>
        {
            Git.Git("checkout", "--quiet", "-b", "crossed", "HEAD~2");
            Git.Commit("2024-08-06T10:00:00Z", ("notes.txt", "x"));
            Git.GitAt("2024-08-07T10:00:00Z", "2024-08-07T10:00:00Z", "merge", "--quiet", "--no-edit", "main");
            Git.Commit("2024-08-08T10:00:00Z", (Folder + "/2024/Beta/July.md", GitSandbox.Text("July") + "Corrected.\n"), (Folder + "/2024/Beta/August.md", GitSandbox.Text("August")));
            Merge("crossed", "2024-09-07T10:00:00Z");
        };

        // Moves: as it was, with a word more, with so much more that it is another file, into the folder, and out of it.
        yield return () =>
        {
            Git.Git("mv", Folder + "/2024/Beta/June.md", Folder + "/2024/Beta/update-2024-06.md");
            Git.Commit("2024-09-08T10:00:00Z");
        };
        yield return () =>
        {
            var long_ = string.Concat(Enumerable.Range(1, 20).Select(i => $"Line {i} of what was done in July.\n"));
            Git.Commit("2024-09-09T10:00:00Z", (Folder + "/2024/Beta/long.md", long_), ("moved-in.md", GitSandbox.Text("September")));
            Git.Git("mv", Folder + "/2024/Beta/long.md", Folder + "/2024/Beta/longer.md");
            Git.Commit("2024-09-10T10:00:00Z", (Folder + "/2024/Beta/longer.md", long_ + "And a word.\n"));
            Git.Git("mv", Folder + "/2024/Beta/longer.md", Folder + "/2024/Beta/other.md");
            Git.Commit("2024-09-11T10:00:00Z", (Folder + "/2024/Beta/other.md", long_ + string.Concat(Enumerable.Range(1, 14).Select(i => $"Something else {i} altogether here.\n"))));
            Git.Git("mv", "moved-in.md", Folder + "/2024/Beta/September.md");
            Git.Git("mv", Folder + "/2024/Beta/July.md", "moved-out.md");
            Git.Commit("2024-09-12T10:00:00Z");
        };

        // A link, a submodule, a picture, nothing at all, no line break at the end, and names that need escaping.
        yield return () =>
        {
            File.CreateSymbolicLink(Path.Combine(Git.Folder, Folder, "2024/Acme/link.md"), "update-2024-03.md-with-a-name-of-more-than-twenty-bytes");
            Git.Git("update-index", "--add", "--cacheinfo", $"160000,{Git.Head},{Folder}/2024/Acme/vendor");
            Git.GitAt("2024-09-20T10:00:00Z", "2024-09-20T10:00:00Z", "commit", "--quiet", "--message=x");
            Git.Git("update-index", "--force-remove", Folder + "/2024/Acme/vendor");
            Git.Commit("2024-09-21T10:00:00Z", (Folder + "/2024/Acme/picture.png", "\0\u0001picture"), (Folder + "/2024/Acme/nothing.md", ""), (Folder + "/2024/Acme/#1 März? 100%.md", "# March\n\nNo line break at the end of this text of the month"), (Folder + "/2024/Acme/windows.md", "# March 2024\r\n\r\nA good deal of work was done on the security.\r\n"));
        };
        yield return () => Git.Commit("2024-09-22T10:00:00Z", (Folder + "/2024/Acme/nothing.md", GitSandbox.Text("September")), (March, null));

        // By force: the last is taken away, and another one comes.
        yield return () =>
        {
            Git.Git("reset", "--quiet", "--hard", "HEAD~1");
            Git.Commit("2024-10-03T10:00:00Z", (Folder + "/2024/Beta/October.md", GitSandbox.Text("October")));
        };

        // A merge that keeps nothing of what the branch did.
        yield return () =>
        {
            Git.Git("checkout", "--quiet", "-b", "dropped");
            Git.Commit("2024-10-04T10:00:00Z", (Folder + "/2024/Beta/November.md", GitSandbox.Text("November")));
            Git.Git("checkout", "--quiet", "main");
            Git.GitAt("2024-10-05T10:00:00Z", "2024-10-05T10:00:00Z", "merge", "--quiet", "--no-ff", "--strategy=ours", "--message=x", "dropped");
        };
    }

    private void Merge(string branch, string at)
    {
        Git.Git("checkout", "--quiet", "main");
        Git.GitAt(at, at, "merge", "--quiet", "--no-ff", "--no-edit", branch);
    }
}
