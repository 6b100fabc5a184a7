using System.Net;
using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Slack.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Quartz;

namespace AoBot.Tests.Host;

/// <summary>One run of the real product on a loopback port, and what a person, or Slack, can do to it from outside.</summary>
public sealed class AoBotHost(Workspace workspace, WebApplication app, bool withWorker)
{
    private bool _isStopped;

    public IServiceProvider Services => app.Services;

    public HttpClient Client { get; private set; } = new();

    public RecordedSlack Slack => workspace.Slack;

    public async Task Start()
    {
        app.Urls.Add("http://127.0.0.1:0");
        Services.GetRequiredService<Settings>().CheckForServing();
        app.UseAoBot();
        await Services.GetRequiredService<Startup>().Prepare(CancellationToken.None);
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <summary>Ends gracefully: what was begun is finished.</summary>
    public async Task Stop()
    {
        if (_isStopped)
        {
            return;
        }

        if (withWorker)
        {
            await InboxIsEmpty();
        }

        await StopNow();
    }

    /// <summary>Asks it to end gracefully, whatever is under way.</summary>
    public async Task StopNow()
    {
        _isStopped = true;
        Client.Dispose();
        await app.StopAsync(Patience.Token);
        await app.DisposeAsync();
    }

    /// <summary>Ends at once, whatever is under way.</summary>
    public async Task Kill()
    {
        _isStopped = true;
        Client.Dispose();
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    /// <summary>Sends it signed, and gives what came.</summary>
    public async Task<(HttpStatusCode Status, string Body)> Send(SlackRequest request)
    {
        using var response = await Client.SendAsync(request.Sign(workspace.RealClock.GetUtcNow()));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Types a slash command, with its slash, and reads the answer.</summary>
    public async Task<SpokenAnswer> Command(string typed, string user = Workspace.Member, string channel = Workspace.Channel)
    {
        var parts = typed.Split(' ', 2);
        var request = SlackRequest.Command(parts[0], parts.ElementAtOrDefault(1) ?? "", ("user_id", user), ("channel_id", channel), ("response_url", Slack.NewResponseUrl().AbsoluteUri));
        var (status, body) = await Send(request);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("went wrong", body, StringComparison.Ordinal);
        return SpokenAnswer.Read(body);
    }

    public Task<SpokenAnswer> AsStaff(string typed, string channel = Workspace.Channel) => Command(typed, Workspace.Staff, channel);

    /// <summary>Types what opens a window, which alone is the answer.</summary>
    public async Task Opens(string typed)
    {
        var parts = typed.Split(' ', 2);
        Assert.Equal((HttpStatusCode.OK, ""), await Send(SlackRequest.Command(parts[0], parts[1], ("user_id", Workspace.Staff), ("channel_id", Workspace.Channel))));
    }

    /// <summary>Presses a button of an answer. Slack gets its empty 200; what comes of it shows in <see cref="Slack"/>.</summary>
    public async Task Press(ButtonPress press)
    {
        var (status, body) = await Send(SlackRequest.Interaction(press.Payload(workspace)));
        Assert.Equal((HttpStatusCode.OK, ""), (status, body));
    }

    /// <summary>Delivers an event; Slack gets its empty 200.</summary>
    public async Task Event(SlackEventJson slackEvent)
    {
        var (status, body) = await Send(SlackRequest.Event(slackEvent.Json));
        Assert.Equal((HttpStatusCode.OK, ""), (status, body));
    }

    public async Task<AoBotDbContext> Database() =>
        await Services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync();

    /// <summary>Waits until what Slack was told is kept: the message comes first, then the commit that says so.</summary>
    public Task NothingIsBeingSent() => Patience.Until(
        async () =>
        {
            await using var db = await Database();
            return !await db.Notices.AnyAsync(n => n.State == NoticeState.Sending);
        },
        "what was sent is kept");

    /// <summary>Waits until the jobs of the start are done; from then on none begins, however the clock is moved, and the test does itself what they would do.</summary>
    public async Task NoJobsFromNowOn()
    {
        var scheduler = await Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await Patience.Until(async () => scheduler.Status == SchedulerStatus.Running && !await IsAtWork(scheduler), "the jobs of the start are done");
        await scheduler.Standby();
    }

    /// <summary>Waits until no event is due: a row stands before its 200, and is due until it was worked on.</summary>
    public Task InboxIsEmpty() => Patience.Until(
        async () =>
        {
            await using var db = await Database();
            var now = Instant.FromDateTimeOffset(workspace.RealClock.GetUtcNow());
            return !await db.Inbox.AnyAsync(e => e.NextAttemptAt <= now);
        },
        "the inbox is worked on");

    // In this order: a job that begins between the questions is seen by the last.
    private async Task<bool> IsAtWork(IScheduler scheduler) =>
        (await scheduler.QueryTriggers(new TriggerQuery { Take = PagedQuery.All })).Items.Any(trigger => trigger.NextFireTimeUtc <= workspace.Clock.GetUtcNow())
        || (await scheduler.QueryFireInstances(new FireInstanceQuery { State = FireInstanceState.Executing })).Items.Count > 0;
}
