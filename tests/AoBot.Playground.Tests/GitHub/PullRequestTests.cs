using AoBot.Playground.GitHub;
using AoBot.Tests.Updates;
using NodaTime;

namespace AoBot.Playground.Tests.GitHub;

/// <summary>Pull requests: opened, changed, withdrawn, merged; each costs one request when something happened to it.</summary>
public sealed class PullRequestTests : IAsyncLifetime
{
    private const string March = HostedGitHub.Folder + "/2024/Acme/update-2024-03.md";

    private static readonly DateTimeOffset Opened = new(2024, 4, 3, 10, 0, 0, TimeSpan.Zero);

    private HostedGitHub _hosted = null!;

    private GitSandbox Git => _hosted.Git;

    public async Task InitializeAsync()
    {
        _hosted = await HostedGitHub.Start();
        Git.Commit("2024-01-01T00:00:00Z", (HostedGitHub.Folder + "/README.md", "# Engagements of the fund\n"));
        Git.Git("checkout", "--quiet", "-b", "work");
        Git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
        Git.Git("checkout", "--quiet", "main");
        await _hosted.ReadsTheSameAsGit();
    }

    public async Task DisposeAsync() => await _hosted.DisposeAsync();

    [Fact]
    public async Task A_new_one_is_in_review_with_its_files_for_one_request_more()
    {
        _hosted.Repository.Put(Proposal() with { Draft = true });

        var (reading, requests) = await _hosted.Read();

        var pull = Assert.Single(reading.History.PullRequests);
        Assert.Equal((7, "octo", true, Work, null, null), (pull.Number, pull.Author, pull.Draft, pull.Head, pull.Closed, pull.Merged));
        Assert.Equal((March, Instant.FromDateTimeOffset(Opened), (long)GitSandbox.Text("March").Length), (pull.Files[0].Path, pull.Opened, pull.Files[0].Size));
        Assert.Equal(2 + 1, requests.Count);
        Assert.Equal(2, (await _hosted.Read()).Requests.Count(r => r.Status == 304));
    }

    [Fact]
    public async Task Ready_for_review_costs_nothing_more_and_new_commits_one_request()
    {
        _hosted.Repository.Put(Proposal() with { Draft = true });
        await _hosted.Read();
        _hosted.Repository.Put(Proposal());
        var (ready, two) = await _hosted.Read();
        Git.Git("checkout", "--quiet", "work");
        Git.Commit("2024-04-04T10:00:00Z", (March, GitSandbox.Text("March") + "More.\n"));
        Git.Git("checkout", "--quiet", "main");
        _hosted.Push();
        _hosted.Repository.Put(Proposal());
        var (changed, three) = await _hosted.Read();

        Assert.False(ready.History.PullRequests[0].Draft);
        Assert.Equal((2, 3), (two.Count, three.Count));
        Assert.Equal(GitSandbox.Text("March").Length + 6, changed.History.PullRequests[0].Files[0].Size);
    }

    [Fact]
    public async Task One_that_is_withdrawn_is_due_again()
    {
        _hosted.Repository.Put(Proposal());
        await _hosted.Read();
        _hosted.Repository.Put(Proposal() with { Closed = Opened.AddDays(1) });

        var (reading, requests) = await _hosted.Read();

        var pull = Assert.Single(reading.History.PullRequests);
        Assert.Equal((Instant.FromDateTimeOffset(Opened.AddDays(1)), null), (pull.Closed!.Value, pull.Merged));
        Assert.False(pull.IsOpen(Instant.FromDateTimeOffset(Opened.AddDays(2))));
        Assert.Equal(2 + 1, requests.Count);
    }

    [Fact]
    public async Task One_that_is_merged_has_landed_at_the_same_reading_and_its_text_is_not_asked_for_again()
    {
        _hosted.Repository.Put(Proposal());
        await _hosted.Read();
        Git.GitAt("2024-04-09T10:00:00Z", "2024-04-09T10:00:00Z", "merge", "--quiet", "--no-ff", "--no-edit", "work");
        _hosted.Repository.Put(Proposal() with { Merged = Opened.AddDays(6) });

        var requests = await _hosted.ReadsTheSameAsGit();

        Assert.Equal(Instant.FromDateTimeOffset(Opened.AddDays(6)), _hosted.Last!.History.PullRequests[0].Merged);
        Assert.Equal(3 + 1, requests.Count);
    }

    [Fact]
    public async Task One_that_is_opened_again_is_in_review_again()
    {
        _hosted.Repository.Put(Proposal() with { Closed = Opened.AddDays(1) });
        await _hosted.Read();
        _hosted.Repository.Put(Proposal());

        Assert.Null((await _hosted.Read()).Reading.History.PullRequests[0].Closed);
    }

    [Fact]
    public async Task One_for_another_branch_is_not_looked_at_and_one_that_is_sent_elsewhere_is_withdrawn()
    {
        _hosted.Repository.Put(Proposal() with { Base = "other" });
        Assert.Empty((await _hosted.Read()).Reading.History.PullRequests);
        _hosted.Repository.Put(Proposal());
        await _hosted.Read();
        _hosted.Repository.Put(Proposal() with { Base = "other" });

        Assert.NotNull((await _hosted.Read()).Reading.History.PullRequests[0].Closed);
    }

    [Fact]
    public async Task More_than_a_page_of_them_is_read_to_the_end_and_then_conditionally_page_by_page()
    {
        for (var i = 1; i <= 101; i++)
        {
            _hosted.Repository.Put(Proposal() with { Number = i, Opened = Opened.AddMinutes(i) });
        }

        var (reading, _) = await _hosted.Read();
        var (_, unchanged) = await _hosted.Read();
        _hosted.Repository.Put(Proposal() with { Number = 101, Opened = Opened.AddMinutes(101), Draft = true });
        var (changed, _) = await _hosted.Read();

        Assert.Equal(101, reading.History.PullRequests.Count);
        Assert.Equal((3, 3), (unchanged.Count, unchanged.Count(r => r.Status == 304)));
        Assert.Equal([101], changed.History.PullRequests.Where(p => p.Draft).Select(p => p.Number));
    }

    private string Work => Git.Git("rev-parse", "work").Trim();

    private HostedPull Proposal() => new(7, "octo", Work, Opened);
}
