using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace AoBot.Playground.Tests.GitHub;

/// <summary>The stand-in is as strict as GitHub.</summary>
public sealed class StandInTests : IAsyncLifetime
{
    private HostedGitHub _hosted = null!;

    public async Task InitializeAsync()
    {
        _hosted = await HostedGitHub.Start();
        for (var i = 1; i <= 101; i++)
        {
            _hosted.Git.Commit($"2024-01-01T{i / 60:00}:{i % 60:00}:00Z", ("a.txt", $"{i}\n"));
        }

        _hosted.Push();
    }

    public async Task DisposeAsync() => await _hosted.DisposeAsync();

    [Theory]
    [InlineData(null, "application/vnd.github+json", HttpStatusCode.Forbidden)]
    [InlineData("test", "text/html", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("test", "application/vnd.github+json", HttpStatusCode.OK)]
    public async Task It_wants_to_know_who_asks_and_for_what(string? agent, string accept, HttpStatusCode status) =>
        Assert.Equal(status, (await Ask("repos/fund/updates", agent: agent, accept: accept)).StatusCode);

    [Fact]
    public async Task A_wrong_token_is_refused_and_what_is_private_is_not_there()
    {
        _hosted.Repository.IsPrivate = true;

        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask("repos/fund/updates", token: "wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask("repos/fund/updates")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask("repos/fund/updates", token: _hosted.GitHub.Token)).StatusCode);
    }

    [Fact]
    public async Task A_page_holds_a_hundred_at_most_and_names_the_next_one()
    {
        var first = await Ask("repos/fund/updates/commits?per_page=500");
        var links = first.Headers.GetValues("Link").Single();
        var second = await Ask(links.Split('<', '>')[1]);

        Assert.Equal(100, JsonNode.Parse(await first.Content.ReadAsStringAsync())!.AsArray().Count);
        Assert.Contains("page=2>; rel=\"last\"", links, StringComparison.Ordinal);
        Assert.Single(JsonNode.Parse(await second.Content.ReadAsStringAsync())!.AsArray());
        Assert.DoesNotContain("rel=\"next\"", second.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_the_same_costs_nothing_to_who_is_known()
    {
        var known = await Ask("repos/fund/updates/branches/main", token: _hosted.GitHub.Token);
        var same = await Ask("repos/fund/updates/branches/main", token: _hosted.GitHub.Token, tag: known.Headers.ETag);
        _hosted.Git.Commit("2024-02-01T00:00:00Z", ("a.txt", "new\n"));
        _hosted.Push();
        var other = await Ask("repos/fund/updates/branches/main", token: _hosted.GitHub.Token, tag: known.Headers.ETag);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, other.StatusCode));
        Assert.Equal(["4999", "4999", "4998"], new[] { known, same, other }.Select(a => a.Headers.GetValues("X-RateLimit-Remaining").Single()));
    }

    [Fact]
    public async Task Whoever_asks_too_much_waits_for_the_next_hour()
    {
        _hosted.GitHub.LimitWithoutToken = 1;
        await Ask("repos/fund/updates");
        var refused = await Ask("repos/fund/updates");
        _hosted.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal((HttpStatusCode.Forbidden, "0"), (refused.StatusCode, refused.Headers.GetValues("X-RateLimit-Remaining").Single()));
        Assert.Equal(HttpStatusCode.OK, (await Ask("repos/fund/updates")).StatusCode);
    }

    [Fact]
    public async Task Its_ids_of_trees_are_git_s_own()
    {
        var branch = JsonNode.Parse(await (await Ask("repos/fund/updates/branches/main")).Content.ReadAsStringAsync())!;

        Assert.Equal(_hosted.Git.Git("rev-parse", "HEAD^{tree}").Trim(), branch["commit"]!["commit"]!["tree"]!["sha"]!.ToString());
    }

    private async Task<HttpResponseMessage> Ask(string address, string? token = null, EntityTagHeaderValue? tag = null, string? agent = "test", string accept = "application/vnd.github+json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(accept);
        if (agent is not null)
        {
            request.Headers.UserAgent.ParseAdd(agent);
        }

        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        return await _hosted.Http.SendAsync(request);
    }
}
