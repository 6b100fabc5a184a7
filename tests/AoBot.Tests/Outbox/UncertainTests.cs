using System.Net;
using AoBot.Outbox;
using AoBot.Tests.Host;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Tests.Outbox;

/// <summary>What may have arrived or not: it is looked for, twice, and only what is certainly not there is sent again.</summary>
public sealed class UncertainTests : OutboxTest
{
    public static TheoryData<string> Doubts => ["500", "drop", "internal_error"];

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task What_arrived_after_all_is_found_and_not_sent_again(string doubt)
    {
        Slack.Answer("chat.postMessage", Doubt(doubt));
        await Sends("maybe/1");
        var token = (await Becomes("maybe/1", NoticeState.Unknown)).Token;
        Slack.Answer("conversations.history", RecordedSlack.Json(History(token)));

        await Settles("maybe/1");

        var look = await InTime("conversations.history");
        Assert.Equal((Workspace.Channel, "true"), (look["channel"], look["include_all_metadata"]));
        var notice = await Becomes("maybe/1", NoticeState.Sent);
        Assert.Equal((Workspace.Channel, "6.7", 1), (notice.ChannelId, notice.Ts, notice.Attempts));
        await using var db = await Bot.Database();
        Assert.Equal(1, await db.Audit.CountAsync(a => a.Action == NoticeRows.FoundAction && a.Subject == "maybe/1"));
    }

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task What_did_not_arrive_is_sent_again_after_two_looks(string doubt)
    {
        Slack.Answer("chat.postMessage", Doubt(doubt));
        await Sends("maybe/1");
        await Becomes("maybe/1", NoticeState.Unknown);

        await LooksInVain("maybe/1", searches: 1);
        Assert.Equal((NoticeState.Unknown, 0), ((await Read("maybe/1")).State, Slack.Waiting("chat.postMessage")));
        await LooksInVain("maybe/1");

        Assert.Equal("About maybe/1.", (await Slack.Next("chat.postMessage"))["text"]);
        Assert.Equal(2, (await Becomes("maybe/1", NoticeState.Sent)).Attempts);
    }

    [Fact]
    public async Task What_arrives_between_the_two_looks_is_found_by_the_second()
    {
        Slack.Answer("chat.postMessage", RecordedSlack.Drop);
        await Sends("maybe/1");
        var token = (await Becomes("maybe/1", NoticeState.Unknown)).Token;
        await LooksInVain("maybe/1", searches: 1);

        Slack.Answer("conversations.history", RecordedSlack.Json(History(token)));
        await Settles("maybe/1");
        await InTime("conversations.history");

        Assert.Equal(1, (await Becomes("maybe/1", NoticeState.Sent)).Attempts);
    }

    [Fact]
    public async Task What_is_sent_again_is_only_sent_while_its_reason_holds()
    {
        Slack.Answer("chat.postMessage", RecordedSlack.Drop);
        await Sends("maybe/1");
        await Becomes("maybe/1", NoticeState.Unknown);
        Decisions["maybe/1"] = _ => new NoticeDecision.Skip("the update is in");

        await LooksInVain("maybe/1", searches: 1);
        await LooksInVain("maybe/1");

        await Becomes("maybe/1", NoticeState.Skipped);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_no_answer()
    {
        var never = new TaskCompletionSource();
        Slack.Answer("chat.postMessage", _ => never.Task);
        await Sends("maybe/1");
        await Becomes("maybe/1", NoticeState.Sending);
        Workspace.RealClock.Advance(TimeSpan.FromSeconds(10));
        var token = (await Becomes("maybe/1", NoticeState.Unknown)).Token;
        never.SetResult();
        Slack.Answer("conversations.history", RecordedSlack.Json(History(token)));

        await Settles("maybe/1");

        await InTime("conversations.history");
        await Becomes("maybe/1", NoticeState.Sent);
    }

    [Fact]
    public async Task Without_the_scope_nothing_is_sent_again_and_staff_can_see_why()
    {
        await IsUncertainWithoutTheScope("maybe/1");

        for (var look = 0; look < 3; look++)
        {
            await Settles("maybe/1");
            await InTime("conversations.history");
            await Patience.Until(async () => (await Read("maybe/1")).NextAttemptAt > Instant.FromDateTimeOffset(Workspace.RealClock.GetUtcNow()), "it was looked for");
        }

        var notice = await Read("maybe/1");
        Assert.Equal((NoticeState.Unknown, 1), (notice.State, notice.Attempts));
        Assert.Contains("channels:history", notice.Reason, StringComparison.Ordinal);

        // The others go on: a scope that is only for looking stops nobody.
        Assert.Equal("About other/1.", (await Sends("other/1", "C0000OTHR"))["text"]);

        Slack.AnswerAlways("conversations.history", null);
        Slack.Answer("conversations.history", RecordedSlack.Json(History(notice.Token)));
        await Settles("maybe/1");
        await InTime("conversations.history");
        await Becomes("maybe/1", NoticeState.Sent);
    }

    [Fact]
    public async Task The_longer_a_scope_is_missing_the_less_often_it_is_tried_and_once_a_day_in_any_case()
    {
        await IsUncertainWithoutTheScope("maybe/1");

        List<double> hours = [];
        for (var look = 0; look < 8; look++)
        {
            await Settles("maybe/1");
            await InTime("conversations.history");
            var now = Instant.FromDateTimeOffset(Workspace.RealClock.GetUtcNow());
            await Patience.Until(async () => (await Read("maybe/1")).NextAttemptAt > now, "it was looked for");
            hours.Add(Math.Round(((await Read("maybe/1")).NextAttemptAt!.Value - now).TotalHours));
        }

        Assert.Equal([1, 1, 2, 4, 8, 16, 24, 24], hours);
    }

    [Fact]
    public async Task A_first_direct_message_is_looked_for_where_it_would_stand()
    {
        Slack.Answer("chat.postMessage", RecordedSlack.Drop);
        await Sends("maybe/1", Person);
        var token = (await Becomes("maybe/1", NoticeState.Unknown)).Token;
        Slack.Answer("conversations.open", RecordedSlack.Json("""{"ok":true,"channel":{"id":"D0000EVA"}}"""));
        Slack.Answer("conversations.history", RecordedSlack.Json(History(token)));

        await Settles("maybe/1");

        Assert.Equal(Person, (await InTime("conversations.open"))["users"]);
        Assert.Equal("D0000EVA", (await InTime("conversations.history"))["channel"]);
        Assert.Equal("D0000EVA", (await Becomes("maybe/1", NoticeState.Sent)).ChannelId);

        // From now on it is known where they are written to.
        Slack.Answer("chat.postMessage", RecordedSlack.Drop);
        await Sends("maybe/2", Person);
        token = (await Becomes("maybe/2", NoticeState.Unknown)).Token;
        Slack.Answer("conversations.history", RecordedSlack.Json(History(token)));
        await Settles("maybe/2");
        Assert.Equal("D0000EVA", (await InTime("conversations.history"))["channel"]);
        await Becomes("maybe/2", NoticeState.Sent);
    }

    [Fact]
    public async Task A_first_direct_message_that_cannot_be_looked_for_stays_uncertain()
    {
        Slack.Answer("chat.postMessage", RecordedSlack.Drop);
        Slack.Answer("conversations.open", RecordedSlack.Error("missing_scope"));
        await Sends("maybe/1", Person);
        await Becomes("maybe/1", NoticeState.Unknown);

        await Settles("maybe/1");

        await InTime("conversations.open");
        await Patience.Until(async () => (await Read("maybe/1")).Reason!.Contains("im:write", StringComparison.Ordinal), "the reason names the scope");
    }

    [Fact]
    public async Task A_reply_is_looked_for_in_its_thread_page_by_page()
    {
        Slack.Answer("chat.postMessage", RecordedSlack.Drop);
        await Sends("maybe/1", more: p => p with { ThreadTs = "5.0" });
        var token = (await Becomes("maybe/1", NoticeState.Unknown)).Token;
        Slack.Answer("conversations.replies", RecordedSlack.Json("""{"ok":true,"messages":[],"has_more":true,"response_metadata":{"next_cursor":"c2"}}"""));
        Slack.Answer("conversations.replies", RecordedSlack.Json(History(token)));

        await Settles("maybe/1");

        Assert.Equal("5.0", (await InTime("conversations.replies"))["ts"]);
        Assert.Equal("c2", (await InTime("conversations.replies"))["cursor"]);
        await Becomes("maybe/1", NoticeState.Sent);
    }

    [Fact]
    public async Task What_was_claimed_when_the_process_died_is_sent()
    {
        await Plan("cut/1", after: Duration.FromDays(1));
        await Bot.Kill();
        await Workspace.Execute("UPDATE Notices SET ClaimedAt = '2026-03-02T09:00:00.000Z', NotBefore = '2024-06-28T12:00:00.000Z'");

        await Start();

        Assert.Equal("About cut/1.", (await Slack.Next("chat.postMessage"))["text"]);
        await Becomes("cut/1", NoticeState.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_being_sent_when_the_process_died_is_looked_for_first(bool hadArrived)
    {
        await Plan("cut/1", after: Duration.FromDays(1));
        var token = (await Read("cut/1")).Token;
        await Bot.Kill();
        await Workspace.Execute("UPDATE Notices SET ClaimedAt = '2026-03-02T09:00:00.000Z', State = 'Sending', Attempts = 1, NotBefore = '2024-06-28T12:00:00.000Z'");

        await Start();

        await Becomes("cut/1", NoticeState.Unknown);
        if (hadArrived)
        {
            Slack.Answer("conversations.history", RecordedSlack.Json(History(token)));
            await Settles("cut/1");
            await InTime("conversations.history");
        }
        else
        {
            await LooksInVain("cut/1", searches: 1);
            await LooksInVain("cut/1");
            Assert.Equal("About cut/1.", (await Slack.Next("chat.postMessage"))["text"]);
        }

        await Becomes("cut/1", NoticeState.Sent);
    }

    [Fact]
    public async Task What_was_sent_when_the_process_died_stays_sent()
    {
        await Sends("cut/1");
        await Becomes("cut/1", NoticeState.Sent);
        await Bot.Kill();

        await Start();

        await Sends("next/1");
        await Becomes("next/1", NoticeState.Sent);
    }

    private async Task IsUncertainWithoutTheScope(string key)
    {
        Slack.AnswerAlways("conversations.history", RecordedSlack.Json("""{"ok":false,"error":"missing_scope","needed":"channels:history","provided":"chat:write"}"""));
        Slack.Answer("chat.postMessage", RecordedSlack.Drop);
        await Sends(key);
        await Becomes(key, NoticeState.Unknown);
    }

    private async Task LooksInVain(string key, int? searches = null)
    {
        Slack.Answer("conversations.history", RecordedSlack.Json(History(null)));
        await Settles(key);
        await InTime("conversations.history");
        await Patience.Until(async () => await Read(key) is var notice && (searches is { } count ? notice.Searches == count : notice.State != NoticeState.Unknown), "it was looked for");
    }

    private static RequestDelegate Doubt(string doubt) => doubt switch
    {
        "500" => RecordedSlack.Status(HttpStatusCode.InternalServerError),
        "drop" => RecordedSlack.Drop,
        _ => RecordedSlack.Error(doubt),
    };
}
