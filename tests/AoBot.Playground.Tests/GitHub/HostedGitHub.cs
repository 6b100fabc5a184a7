using AoBot.Playground.GitHub;
using AoBot.Slack.Tests;
using AoBot.Tests.Updates;
using AoBot.Updates;
using AoBot.Updates.Git;
using AoBot.Updates.GitHub;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AoBot.Playground.Tests.GitHub;

/// <summary>A real repository, hosted by the stand-in over real HTTP, and the reader of the product before it.</summary>
internal sealed class HostedGitHub : IAsyncDisposable
{
    public const string Folder = LedgerOptions.DefaultPath;

    private readonly WebApplication _app;
    private readonly List<ServiceProvider> _readers = [];

    private HostedGitHub(WebApplication app, GitHubStandIn gitHub, ManualTimeProvider time) => (_app, GitHub, Time) = (app, gitHub, time);

    public GitHubStandIn GitHub { get; }

    public ManualTimeProvider Time { get; }

    public GitSandbox Git { get; } = new();

    /// <summary>Asks the stand-in itself.</summary>
    public HttpClient Http { get; } = new();

    public HostedRepository Repository { get; } = new("fund/updates");

    /// <summary>What the reader keeps from one reading to the next.</summary>
    public GitHubReading? Last { get; private set; }

    /// <summary>Everything that was saved on the way, oldest first.</summary>
    public List<GitHubReading> Saved { get; } = [];

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal)
    {
        ["Updates:GitHub:Repository"] = "fund/updates",
        ["Updates:GitHub:Token"] = "ghp_of_the_stand_in",
    };

    public static async Task<HostedGitHub> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();

        // The clock of the program stands far from the real one, so that a mix-up shows.
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var gitHub = new GitHubStandIn(new ManualTimeProvider(new DateTimeOffset(2024, 12, 31, 12, 0, 0, TimeSpan.Zero)), time);
        gitHub.Map(app, "/github/api");
        await app.StartAsync();
        var hosted = new HostedGitHub(app, gitHub, time) { Http = { BaseAddress = new Uri(app.Urls.First() + "/github/api/") } };
        gitHub.Add(hosted.Repository);
        return hosted;
    }

    /// <summary>A reader as after a start of the program.</summary>
    public GitHubReader NewReader(GitHubPatience? patience = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(Settings).AddInMemoryCollection([new("Updates:GitHub:ApiUrl", _app.Urls.First() + "/github/api")]);
        var services = new ServiceCollection();
        services.AddSingleton(new Settings(builder.Configuration, builder.Environment));
        services.AddKeyedSingleton<TimeProvider>(ProgramClock.Real, Time);
        services.AddGitHub();
        services.AddSingleton(patience ?? new GitHubPatience { FirstDelay = TimeSpan.Zero });
        var provider = services.BuildServiceProvider();
        _readers.Add(provider);
        return provider.GetRequiredService<GitHubReader>();
    }

    /// <summary>As if that had been the last reading.</summary>
    public void Begin(GitHubReading reading) => Last = reading;

    /// <summary>The stand-in shows what the repository holds now.</summary>
    public void Push() => HostedGit.Fill(Repository, Git.Folder);

    /// <summary>Reads on from the last reading, and says how often GitHub was asked.</summary>
    public async Task<(GitHubReading Reading, IReadOnlyList<GitHubRequest> Requests)> Read(GitHubReader? reader = null, Func<GitHubReading, Task>? save = null)
    {
        var before = GitHub.Requests.Count;
        var reading = await (reader ?? NewReader()).Read(
            ReaderState.Read(Last?.State.Write()),
            Last?.History ?? RepositoryHistory.Empty(""),
            async (saved, _) =>
            {
                Last = saved;
                Saved.Add(saved);
                await (save?.Invoke(saved) ?? Task.CompletedTask);
            },
            CancellationToken.None);
        Last = reading;
        return (reading, [.. GitHub.Requests.Skip(before)]);
    }

    /// <summary>Pushes, reads through the API, and finds what <c>git</c> finds, at every instant.</summary>
    public async Task<IReadOnlyList<GitHubRequest>> ReadsTheSameAsGit()
    {
        Push();
        var (reading, requests) = await Read();
        Assert.Null(reading.Failure);
        var expected = (await GitReader.Read(Git.Folder, Folder, CancellationToken.None)).History!;
        Same(expected, reading.History);
        return requests;
    }

    public static void Same(RepositoryHistory expected, RepositoryHistory actual)
    {
        Assert.Equal(expected.Branch, actual.Branch);
        Assert.Equal(expected.Landings.Select(Words), actual.Landings.Select(Words));
        foreach (var (blob, facts) in expected.Texts)
        {
            Assert.Equal(Words(facts), Words(actual.Texts[blob]));
        }

        // A clone knows no pull requests.
        actual = actual with { PullRequests = expected.PullRequests };
        var options = new LedgerOptions { Zone = DateTimeZone.Utc, DueDays = new(new(_ => false)) };
        foreach (var at in expected.Landings.SelectMany(l => new[] { l.Landed, l.Landed - Duration.Epsilon, l.Landed + Duration.FromDays(20) }))
        {
            Assert.Equal(Words(Ledger.At(expected, null, at, options)), Words(Ledger.At(actual, null, at, options)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in _readers)
        {
            await reader.DisposeAsync();
        }

        Http.Dispose();
        await _app.DisposeAsync();
        Git.Dispose();
    }

    private static string Words(Landing landing) => $"{landing.Commit} {landing.Landed}\n{string.Join('\n', landing.Changes.OrderBy(c => c.Path, StringComparer.Ordinal).ThenBy(c => c.Blob is null))}";

    private static string Words(UpdateText text) => $"{string.Join(' ', text.Title)}|{string.Join(' ', text.Sections)}|{string.Join(' ', text.Also)}";

    private static string Words(LedgerReading reading) =>
        $"{reading.Commit}\n{string.Join('\n', reading.Files.Select(f => $"{f with { Months = [] }} {string.Join(' ', f.Months)}"))}\n{string.Join('\n', reading.Coverage)}\n{string.Join('\n', reading.Questions.Select(q => q with { Months = [] }))}";
}
