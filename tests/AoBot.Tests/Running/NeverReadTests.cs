using System.Net;
using AoBot.Tests.Host;

namespace AoBot.Tests.Running;

/// <summary>A repository that is set and cannot be read from the first day on is no quiet day: staff hear what to do.</summary>
public sealed class NeverReadTests : IAsyncLifetime
{
    private readonly ToldGitHub _gitHub = new() { RefusesToken = true };
    private Workspace _workspace = null!;

    public async Task InitializeAsync()
    {
        await _gitHub.Start();
        _workspace = await Workspace.Create();
        _workspace.TellsStaff = true;
        _workspace.Secrets.Add(ToldGitHub.Token);
        _workspace.Settings["Updates:GitHub:ApiUrl"] = _gitHub.Url.AbsoluteUri;
        _workspace.Settings["Updates:GitHub:Repository"] = "fund/updates";
        _workspace.Settings["Updates:GitHub:Token"] = ToldGitHub.Token;
    }

    public async Task DisposeAsync()
    {
        await _workspace.DisposeAsync();
        await _gitHub.DisposeAsync();
    }

    [Fact]
    public async Task A_token_that_is_refused_from_the_start_is_red_after_an_hour_with_its_cure_and_told_once()
    {
        var bot = await _workspace.Start();
        await Patience.Until(async () => await _workspace.Scalar<int>("SELECT count(*) FROM RepositoryReads WHERE Failure IS NOT NULL AND ReadAt IS NULL") == 1, "it was tried");
        Assert.Equal(HttpStatusCode.OK, await Duties(bot));

        await _workspace.RealTimePasses(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Duties(bot));
        await _workspace.RealTimePassesUntil(() => Task.FromResult(_workspace.Slack.Waiting("chat.postMessage") > 0), "staff are told");
        var told = await _workspace.Slack.Next("chat.postMessage");
        Assert.Equal(Workspace.Staff, told["channel"]);
        Assert.Equal(
            "I need one of the staff: the partners' repository was never read, so nobody is asked for anything. GitHub refuses the token. Put a token that is valid into Updates:GitHub:Token, or leave it empty for a public repository. How all of it stands: /ao admin health",
            told["text"]);

        await Patience.Until(async () => await _workspace.Scalar<string>("SELECT State FROM Notices WHERE Kind = 'duty'") == "Sent", "it is written down as sent");
        var later = _workspace.RealClock.GetUtcNow() + TimeSpan.FromMinutes(30);
        await _workspace.RealTimePassesUntil(() => Task.FromResult(_workspace.RealClock.GetUtcNow() > later), "half an hour");
        Assert.Equal(0, _workspace.Slack.Waiting("chat.postMessage"));
    }

    [Fact]
    public async Task Without_a_repository_nothing_is_amiss()
    {
        _workspace.Settings.Remove("Updates:GitHub:Repository");
        var bot = await _workspace.Start();
        await _workspace.RealTimePasses(TimeSpan.FromMinutes(61));

        Assert.Equal(HttpStatusCode.OK, await Duties(bot));
    }

    private static async Task<HttpStatusCode> Duties(AoBotHost bot)
    {
        using var response = await bot.Client.GetAsync("/health/duties");
        return response.StatusCode;
    }
}
