using System.Net;
using System.Text;
using AoBot.Tests.Host;
using AoBot.Updates;
using AoBot.Updates.GitHub;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Updates;

/// <summary>The door for GitHub: what is not signed is refused, what is signed makes the repository be read, and what it says is not believed.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-webhook";
    private const string Body = """{"ref":"refs/heads/main","forced":false}""";

    private readonly ToldGitHub _gitHub = new();
    private Workspace _workspace = null!;

    public async Task InitializeAsync()
    {
        await _gitHub.Start();
        _workspace = await Workspace.Create();
        _workspace.Secrets.AddRange([Secret, ToldGitHub.Token]);
        _workspace.Settings["Updates:GitHub:ApiUrl"] = _gitHub.Url.AbsoluteUri;
        _workspace.Settings["Updates:GitHub:Repository"] = "fund/updates";
        _workspace.Settings["Updates:GitHub:Token"] = ToldGitHub.Token;
        _workspace.Settings["Updates:GitHub:WebhookSecret"] = Secret;
    }

    public async Task DisposeAsync()
    {
        await _workspace.DisposeAsync();
        await _gitHub.DisposeAsync();
    }

    [Theory]
    [InlineData("push")]
    [InlineData("pull_request")]
    public async Task What_happened_at_GitHub_is_read_at_once(string happened)
    {
        var bot = await _workspace.Start();
        var before = await ReadOnce(bot);

        Assert.Equal(HttpStatusCode.Accepted, await Deliver(bot, happened));

        await Patience.Until(() => Task.FromResult(_gitHub.Asked > before), "GitHub is asked again");
    }

    [Fact]
    public async Task A_ping_is_answered_and_reads_nothing()
    {
        var bot = await _workspace.Start();
        var before = await ReadOnce(bot);

        Assert.Equal(HttpStatusCode.Accepted, await Deliver(bot, "ping"));
        await bot.Stop();

        Assert.Equal(before, _gitHub.Asked);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha1=2fd4e1c67a2d28fced849ee1bb76e7391b93eb12")]
    [InlineData("of another secret")]
    [InlineData("of another body")]
    [InlineData("in capitals")]
    [InlineData("twice")]
    public async Task What_is_not_signed_by_the_secret_is_refused(string? signature)
    {
        var bot = await _workspace.Start();
        var before = await ReadOnce(bot);
        var good = WebhookSignature.Sign(Secret, Encoding.UTF8.GetBytes(Body));
        string[] shown = signature switch
        {
            null => [],
            "of another secret" => [WebhookSignature.Sign("another", Encoding.UTF8.GetBytes(Body))],
            "of another body" => [WebhookSignature.Sign(Secret, Encoding.UTF8.GetBytes(Body + " "))],
            "in capitals" => [good.ToUpperInvariant()],
            "twice" => [good, good],
            _ => [signature],
        };

        Assert.Equal(HttpStatusCode.Unauthorized, await Deliver(bot, "push", shown));
        await bot.Stop();

        Assert.Equal(before, _gitHub.Asked);
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_door()
    {
        _workspace.Settings["Updates:GitHub:WebhookSecret"] = "";
        var bot = await _workspace.Start();

        Assert.Equal(HttpStatusCode.NotFound, await Deliver(bot, "push", WebhookSignature.Sign("", Encoding.UTF8.GetBytes(Body))));
    }

    [Fact]
    public async Task What_is_too_large_is_not_read()
    {
        var bot = await _workspace.Start();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Deliver(bot, "push", body: new string(' ', (5 * 1024 * 1024) + 1)));
    }

    /// <summary>https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries, "Testing the webhook payload validation".</summary>
    [Fact]
    public void The_signature_is_the_one_that_GitHub_documents() =>
        Assert.Equal("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", WebhookSignature.Sign("It's a Secret to Everybody", "Hello, World!"u8));

    [Fact]
    public async Task What_was_read_at_the_start_is_the_ledger_s_truth()
    {
        var bot = await _workspace.Start();
        await ReadOnce(bot);
        await using var db = await bot.Database();
        var ledger = await bot.Services.GetRequiredService<UpdatesLedger>().Read(db, CancellationToken.None);

        Assert.Equal("alpha/engagements/2024/acme/update-2024-04.md", Assert.Single(ledger.Reading!.Files).Path);
        Assert.Equal(("fund/updates", true, null), (ledger.State.Source, ledger.State.IsComplete, ledger.State.Failure));
    }

    [Fact]
    public async Task A_reading_that_fails_is_told_in_words_and_changes_nothing_of_what_is_known()
    {
        var bot = await _workspace.Start();
        await ReadOnce(bot);
        var readAt = (await State(bot)).ReadAt;
        _workspace.Clock.Advance(TimeSpan.FromMinutes(1));
        _gitHub.RefusesToken = true;

        await bot.Services.GetRequiredService<RepositoryReader>().ReadNow(CancellationToken.None);

        var state = await State(bot);
        Assert.Contains("refuses the token", state.Failure, StringComparison.Ordinal);
        Assert.Equal((readAt, true), (state.ReadAt, state.IsComplete));
        Assert.True(state.TriedAt > readAt);
    }

    [Fact]
    public async Task Who_asks_while_a_reading_goes_on_shares_the_next_one()
    {
        var bot = await _workspace.Start();
        var before = await ReadOnce(bot);
        var reader = bot.Services.GetRequiredService<RepositoryReader>();

        // The first reading goes on until all have asked, however slow the machine is.
        var answers = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _gitHub.MayAnswer = answers.Task;
        var all = Enumerable.Range(0, 20).Select(_ => reader.ReadNow(CancellationToken.None)).ToList();
        answers.SetResult();
        await Task.WhenAll(all);

        // No ETag is given here, so that each reading asks twice; the first one and one for all who came meanwhile.
        Assert.InRange(_gitHub.Asked - before, 2, 4);
    }

    private async Task<int> ReadOnce(AoBotHost bot)
    {
        await using var db = await bot.Database();
        await Patience.Until(() => Task.FromResult(db.RepositoryReads.Any(r => r.ReadAt != null && r.Progress == null)), "the repository was read at the start");
        await bot.Services.GetRequiredService<RepositoryReader>().ReadNow(CancellationToken.None);
        return _gitHub.Asked;
    }

    private static async Task<RepositoryState> State(AoBotHost bot)
    {
        await using var db = await bot.Database();
        return db.RepositoryReads.AsNoTracking().Single().ToState();
    }

    private static async Task<HttpStatusCode> Deliver(AoBotHost bot, string happened, string[]? signatures = null, string body = Body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, GitHubModule.WebhookRoute) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-GitHub-Event", happened);
        request.Headers.TryAddWithoutValidation(WebhookSignature.Header, signatures ?? [WebhookSignature.Sign(Secret, Encoding.UTF8.GetBytes(body))]);
        using var response = await bot.Client.SendAsync(request);
        return response.StatusCode;
    }

    private static Task<HttpStatusCode> Deliver(AoBotHost bot, string happened, string signature) => Deliver(bot, happened, [signature]);
}
