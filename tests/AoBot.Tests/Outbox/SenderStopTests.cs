using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Slack.Api;
using AoBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Outbox;

/// <summary>While Slack does not let AoBot in, nothing is lost; once it does again, everything goes on by itself.</summary>
public sealed class SenderStopTests : OutboxTest
{
    [Fact]
    public async Task With_a_bad_token_nothing_leaves_the_outbox_and_with_a_good_one_all_is_sent()
    {
        await TheStartHasAsked();
        Slack.AnswerAlways("auth.test", RecordedSlack.Error("invalid_auth"));
        Slack.Answer("chat.postMessage", RecordedSlack.Error("invalid_auth"));
        await Sends("first/1");
        await Patience.Until(() => Task.FromResult(Stop.Reason is not null), "the sender stops");
        await Plan("second/1", Person);
        Wake();
        Assert.Contains("Slack:BotToken", Stop.Reason, StringComparison.Ordinal);

        await Workspace.RealTimePasses(TimeSpan.FromSeconds(61));
        await InTime("auth.test");
        Assert.Equal((NoticeState.Planned, NoticeState.Planned), ((await Read("first/1")).State, (await Read("second/1")).State));

        Slack.AnswerAlways("auth.test", null);
        await Workspace.RealTimePasses(TimeSpan.FromSeconds(61));

        var said = new[] { (await InTime("chat.postMessage"))["text"], (await Slack.Next("chat.postMessage"))["text"] };
        Assert.Equal(["About first/1.", "About second/1."], said.Order(StringComparer.Ordinal));
        await Becomes("first/1", NoticeState.Sent);
        Assert.Null(Stop.Reason);
    }

    [Fact]
    public async Task A_scope_that_is_missing_is_named_and_waited_for()
    {
        await TheStartHasAsked();
        Slack.Answer("chat.postMessage", RecordedSlack.Json("""{"ok":false,"error":"missing_scope","needed":"chat:write:bot","provided":"commands"}"""));
        await Sends("first/1");
        await Patience.Until(() => Task.FromResult(Stop.Reason is not null), "the sender stops");
        Assert.Contains("chat:write:bot", Stop.Reason, StringComparison.Ordinal);

        await Workspace.RealTimePasses(TimeSpan.FromSeconds(61));
        await InTime("auth.test");
        await Workspace.RealTimePasses(TimeSpan.FromSeconds(61));
        await InTime("auth.test");

        Assert.NotNull(Stop.Reason);
        Assert.Equal(NoticeState.Planned, (await Read("first/1")).State);
    }

    [Fact]
    public async Task What_comes_out_within_a_round_holds_for_that_round()
    {
        await StopDispatcher();
        await Plan("first/1");
        var comesOut = new AtOpening(Bot.Services.GetRequiredService<IDbContextFactory<AoBotDbContext>>(), () => Stop.Stop(new AuthError("invalid_auth")));
        using var dispatcher = ActivatorUtilities.CreateInstance<OutboxDispatcher>(Bot.Services, comesOut);

        Assert.Equal(0, await dispatcher.Round(CancellationToken.None));
        await dispatcher.Settled();

        Assert.Equal(NoticeState.Planned, (await Read("first/1")).State);
    }

    /// <summary>Whose workspace it is, in order to know its staff: taken for a question of the sender it would hide that this one asked none.</summary>
    private Task TheStartHasAsked() => Slack.Next("auth.test");

    private SenderStop Stop => Bot.Services.GetRequiredService<SenderStop>();

    /// <summary>Something happens whenever the database is opened.</summary>
    private sealed class AtOpening(IDbContextFactory<AoBotDbContext> contexts, Action happens) : IDbContextFactory<AoBotDbContext>
    {
        public AoBotDbContext CreateDbContext() => contexts.CreateDbContext();

        public Task<AoBotDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            happens();
            return contexts.CreateDbContextAsync(cancellationToken);
        }
    }
}
