using System.Net;
using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AoBot.Tests.Outbox;

/// <summary>What is planned is sent once, when its time comes and while its reason holds.</summary>
public sealed class SendingTests : OutboxTest
{
    [Fact]
    public async Task A_notice_is_sent_with_an_opaque_id_and_the_audit_says_that_it_was_but_not_what()
    {
        var call = await Sends("hello/1");

        var notice = await Becomes("hello/1", NoticeState.Sent);
        Assert.Equal((Workspace.Channel, "About hello/1."), (call["channel"], call["text"]));
        Assert.Equal($$$"""{"event_type":"aobot_notice","event_payload":{"id":"{{{notice.Token}}}"}}""", call["metadata"]);
        Assert.Equal((Workspace.Channel, Now, 1), (notice.ChannelId, notice.SentAt, notice.Attempts));
        Assert.StartsWith("1772442000.", notice.Ts, StringComparison.Ordinal);
        await using var db = await Bot.Database();
        var audit = await db.Audit.SingleAsync(a => a.Action == NoticeRows.SentAction);
        Assert.Equal(("aobot", "hello/1", Workspace.Channel), (audit.Actor, audit.Subject, audit.Detail));
    }

    [Fact]
    public async Task What_is_planned_with_a_fact_that_is_not_kept_is_not_sent()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Bot.Services.GetRequiredService<WriteGate>().Write<bool>(
            async db =>
            {
                await db.Plan(new NoticePlan("lost/1", "test", Workspace.Channel, Now), Now, CancellationToken.None);
                await db.SaveChangesAsync();
                throw new InvalidOperationException("The fact did not hold.");
            },
            CancellationToken.None));

        await Sends("kept/1");
        await using var db = await Bot.Database();
        Assert.False(await db.Notices.AnyAsync(n => n.Key == "lost/1"));
    }

    [Fact]
    public async Task The_same_thing_is_planned_once_whatever_became_of_it()
    {
        await Sends("hello/1");
        await Becomes("hello/1", NoticeState.Sent);

        Assert.False(await Plan("hello/1"));
    }

    [Fact]
    public async Task A_notice_whose_time_comes_is_sent_without_a_signal()
    {
        await Plan("later/1", after: Duration.FromHours(2));
        Wake();
        await Sends("now/1");
        await Becomes("now/1", NoticeState.Sent);
        Assert.Equal(NoticeState.Planned, (await Read("later/1")).State);

        Workspace.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal("About later/1.", (await InTime("chat.postMessage"))["text"]);
        await Becomes("later/1", NoticeState.Sent);
    }

    [Fact]
    public async Task What_has_no_reason_any_more_is_not_sent()
    {
        Decisions["gone/1"] = _ => new NoticeDecision.Skip("the update is in");
        await Plan("gone/1");
        Wake();

        Assert.Equal("the update is in", (await Becomes("gone/1", NoticeState.Skipped)).Reason);
    }

    [Fact]
    public async Task What_is_useless_by_now_is_not_sent()
    {
        await Plan("late/1", more: p => p with { UselessAfter = Now });
        Wake();

        await Becomes("late/1", NoticeState.Skipped);
    }

    [Fact]
    public async Task What_has_to_wait_says_why_and_is_asked_about_again()
    {
        var isRead = false;
        Decisions["waits/1"] = _ => isRead ? new NoticeDecision.Send(new("Read.")) : new NoticeDecision.Wait(Now + Duration.FromMinutes(30), "the repository was not read");
        await Plan("waits/1");
        Wake();
        await Patience.Until(async () => (await Read("waits/1")).Reason is not null, "it waits");
        Assert.Equal((NoticeState.Planned, "the repository was not read", Now + Duration.FromMinutes(30)), ((await Read("waits/1")).State, (await Read("waits/1")).Reason, (await Read("waits/1")).NotBefore));

        isRead = true;
        Workspace.Clock.Advance(TimeSpan.FromMinutes(30));
        Wake();

        Assert.Equal("Read.", (await Slack.Next("chat.postMessage"))["text"]);
        await Becomes("waits/1", NoticeState.Sent);
    }

    [Fact]
    public async Task A_row_names_what_its_message_said_and_nothing_else()
    {
        NoticeSubject one = new("acme", new YearMonth(2024, 6), "due"), other = new("birch", new YearMonth(2024, 6), "due");
        Decisions["two/1"] = _ => new NoticeDecision.Send(new("About acme.")) { About = [one] };
        Slack.Answer("chat.postMessage", RecordedSlack.Error("is_archived"));
        await Sends("two/1", more: p => p with { Subjects = [one, other] });
        Assert.Equal([one], (await Becomes("two/1", NoticeState.Dead)).Subjects);

        await Sends("two/2", more: p => p with { Subjects = [one, other] });
        Assert.Equal([one, other], (await Becomes("two/2", NoticeState.Sent)).Subjects);
    }

    [Fact]
    public async Task What_nobody_can_render_is_dead_and_what_fails_to_render_is_tried_again_and_then_dead()
    {
        var tried = 0;
        Decisions["odd/1"] = _ =>
        {
            tried++;
            throw new InvalidOperationException("A defect.");
        };
        await Plan("odd/1");
        await Workspace.Execute("INSERT INTO Notices (Key, Kind, Recipient, Subjects, PlannedAt, NotBefore, State, Token, Attempts, Searches) VALUES ('none/1', 'unheard-of', 'C0000NONE', '[]', '2024-06-28T12:00:00.000Z', '2024-06-28T12:00:00.000Z', 'Planned', 't1', 0, 0)");
        Wake();

        Assert.Contains("unheard-of", (await Becomes("none/1", NoticeState.Dead)).Reason, StringComparison.Ordinal);
        await Workspace.RealTimePassesUntil(async () => (await Read("odd/1")).State == NoticeState.Dead, "it was tried again and again");

        Assert.Contains("InvalidOperationException", (await Read("odd/1")).Reason, StringComparison.Ordinal);
        Assert.True(tried is > 3 and < 10, $"It was tried {tried} times.");
    }

    [Fact]
    public async Task Two_who_want_to_send_the_same_send_it_once()
    {
        await StopDispatcher();
        await Plan("once/1", after: Duration.FromHours(1));
        var (id, sender) = ((await Read("once/1")).Id, Bot.Services.GetRequiredService<NoticeSender>());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sender.Send(id, CancellationToken.None)));

        Assert.Equal("About once/1.", (await Slack.Next("chat.postMessage"))["text"]);
        await Becomes("once/1", NoticeState.Sent);
    }

    [Fact]
    public async Task A_claim_that_was_lost_meanwhile_sends_nothing()
    {
        await StopDispatcher();
        Decisions["taken/1"] = notice =>
        {
            Workspace.Execute("UPDATE Notices SET ClaimedAt = '2026-03-02T08:00:00.000Z' WHERE Key = 'taken/1'").GetAwaiter().GetResult();
            return new NoticeDecision.Send(new("Taken."));
        };
        await Plan("taken/1", after: Duration.FromHours(1));

        await Bot.Services.GetRequiredService<NoticeSender>().Send((await Read("taken/1")).Id, CancellationToken.None);

        Assert.Equal((NoticeState.Planned, 0), ((await Read("taken/1")).State, (await Read("taken/1")).Attempts));
    }

    [Fact]
    public async Task A_recipient_who_is_gone_or_slow_delays_nobody()
    {
        var answered = new TaskCompletionSource();
        Slack.Answer("chat.postMessage", async context =>
        {
            await answered.Task;
            await RecordedSlack.Json("""{"ok":true,"channel":"C0000SLOW","ts":"1.2"}""")(context);
        });
        await Sends("slow/1", "C0000SLOW");
        Slack.Answer("chat.postMessage", RecordedSlack.Error("user_disabled"));
        await Sends("dead/1", Person);
        Assert.Contains("no longer active", (await Becomes("dead/1", NoticeState.Dead)).Reason, StringComparison.Ordinal);
        await Plan("slow/2", "C0000SLOW");

        foreach (var other in Enumerable.Range(1, 20))
        {
            Assert.Equal($"About other/{other}.", (await Sends($"other/{other}", $"U000OTHER{other}"))["text"]);
        }

        Assert.Equal(NoticeState.Planned, (await Read("slow/2")).State);
        answered.SetResult();
        Assert.Equal("About slow/2.", (await Slack.Next("chat.postMessage"))["text"]);
        await Becomes("slow/2", NoticeState.Sent);
    }

    [Fact]
    public async Task A_rate_limit_is_waited_out_and_costs_nothing()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Slack.Answer("chat.postMessage", RecordedSlack.RateLimited(30));
        }

        await Sends("busy/1");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var asked = Workspace.RealClock.Elapsed;
            await InTime("chat.postMessage");
            Assert.True(Workspace.RealClock.Elapsed - asked >= TimeSpan.FromSeconds(29), "As long as Slack asked for.");
        }

        await Becomes("busy/1", NoticeState.Sent);
    }

    [Fact]
    public async Task Slack_that_cannot_be_reached_is_tried_until_it_can()
    {
        await Bot.Stop();
        Workspace.Settings["Slack:ApiUrl"] = "http://127.0.0.1:1/api/";
        await Start();
        await Plan("down/1");
        Wake();
        await Workspace.RealTimePassesUntil(async () => (await Read("down/1")).Attempts > 2, "it is tried again and again");
        var stop = Bot.StopNow();
        await Workspace.RealTimePassesUntil(() => Task.FromResult(stop.IsCompleted), "it stops");
        await stop;

        Workspace.Settings["Slack:ApiUrl"] = Slack.ApiUrl.AbsoluteUri;
        await Start();
        await Workspace.RealTimePassesUntil(() => Task.FromResult(Slack.Waiting("chat.postMessage") > 0), "it is sent");

        Assert.Equal("About down/1.", (await InTime("chat.postMessage"))["text"]);
        await Becomes("down/1", NoticeState.Sent);
    }

    [Fact]
    public async Task An_edit_waits_for_its_message_and_changes_it()
    {
        Slack.Answer("chat.postMessage", RecordedSlack.RateLimited(20));
        await Sends("ask/1", Person);
        var original = await Read("ask/1");
        await Plan("thanks/1", Person, more: p => p with { EditsId = original.Id });
        Wake();
        Assert.Equal(0, Slack.Waiting("chat.update"));

        await InTime("chat.postMessage");
        var call = await Slack.Next("chat.update");

        original = await Becomes("ask/1", NoticeState.Sent);
        Assert.Equal((original.ChannelId, original.Ts, "About thanks/1."), (call["channel"], call["ts"], call["text"]));
        await Becomes("thanks/1", NoticeState.Sent);
    }

    [Fact]
    public async Task An_edit_of_what_was_never_sent_or_is_gone_is_not_made()
    {
        Decisions["ask/1"] = _ => new NoticeDecision.Skip("the update is in");
        await Plan("ask/1");
        await Plan("thanks/1", more: p => p with { EditsId = 1 });
        Wake();
        Assert.Contains("never sent", (await Becomes("thanks/1", NoticeState.Skipped)).Reason, StringComparison.Ordinal);

        await Sends("ask/2");
        Slack.Answer("chat.update", RecordedSlack.Error("message_not_found"));
        await Plan("thanks/2", more: p => p with { EditsId = 3 });
        Wake();
        await Slack.Next("chat.update");
        Assert.Contains("gone", (await Becomes("thanks/2", NoticeState.Skipped)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_uncertain_edit_is_made_again_when_the_first_cannot_arrive_after_it()
    {
        await Sends("ask/1");
        await Becomes("ask/1", NoticeState.Sent);
        Slack.Answer("chat.update", RecordedSlack.Status(HttpStatusCode.InternalServerError));
        await Plan("thanks/1", more: p => p with { EditsId = 1 });
        await Plan("thanks/2", more: p => p with { EditsId = 1 });
        Wake();
        await Slack.Next("chat.update");
        await Patience.Until(async () => (await Read("thanks/1")).NextAttemptAt is not null, "it waits");
        Assert.Equal(0, Slack.Waiting("chat.update"));

        await Settles("thanks/1");

        Assert.Equal("About thanks/1.", (await InTime("chat.update"))["text"]);
        Assert.Equal("About thanks/2.", (await InTime("chat.update"))["text"]);
        await Becomes("thanks/2", NoticeState.Sent);
    }
}
