using AoBot.Slack.Tests;
using Xunit.Abstractions;

namespace AoBot.Playground.Tests.GitHub;

/// <summary>The real history of three years, where it is at hand, reads through the API as it does from a clone.</summary>
public sealed class RealHistoryTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Three_years_read_as_from_a_clone()
    {
        if (!SharedData.TryPath("data/engagements-2022-2024.bundle", output, out var bundle))
        {
            return;
        }

        await using var hosted = await HostedGitHub.Start();
        hosted.Git.Git("fetch", "--quiet", bundle, "main");
        hosted.Git.Git("reset", "--quiet", "--hard", "FETCH_HEAD");

        var requests = await hosted.ReadsTheSameAsGit();

        output.WriteLine($"{requests.Count} requests for {hosted.Last!.History.Landings.Count} landings");
        Assert.InRange(requests.Count, 1, 2 * hosted.Last.History.Landings.Count);
    }
}
