using AoBot.Engagements;
using AoBot.Outbox;
using AoBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Tests.Door;

/// <summary>Reminders over days and weeks, with a roster of the test's own.</summary>
public abstract class LadderTest : ReminderDoorTest
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    /// <param name="written">By the clock of New York: <c>2024-07-05T09:31</c>.</param>
    protected static Instant Local(string written) => NewYork.AtLeniently(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(written).Value).ToInstant();

    protected Task Roster(params string[] rows) =>
        Bot.Services.GetRequiredService<RosterRegister>().Change("operator", triggerId: null, _ => new RosterEdit.To(Updates.Past.Roster(rows), Key: null), CancellationToken.None);

    /// <summary>These alone owe something, and reminders are on.</summary>
    protected async Task Owe(params string[] rows)
    {
        await Roster(rows);
        await TurnOn();
    }

    protected Task<IReadOnlyList<SlackCall>> On(string local) => On(Local(local));

    /// <summary>The same, each as <c>U0000STAF: words</c>.</summary>
    protected async Task<IReadOnlyList<string>> Said(string local) => [.. (await On(local)).Select(call => $"{call["channel"]}: {call["text"]}")];

    /// <summary>What was recorded under a key that begins so.</summary>
    protected async Task<IReadOnlyList<string>> Notices(string start) => [.. (await Notices()).Where(n => n.StartsWith(start, StringComparison.Ordinal))];

    protected void MoveTo(string local) => MoveTo(Local(local));

    /// <summary>Killed now, and started again at a later moment; gives what is said then.</summary>
    protected async Task<IReadOnlyList<string>> AwayUntil(string local)
    {
        await Bot.Kill();
        MoveTo(local);
        Bot = await Workspace.Start();
        await Bot.NoJobsFromNowOn();

        // What the start could not send on its old reading is tried again some minutes later.
        await Read();
        await Workspace.RealTimePasses(TimeSpan.FromMinutes(6));
        return await Said(local);
    }

    /// <summary>What is said of engagements by a moment.</summary>
    protected async Task<IReadOnlyList<SlackCall>> On(Instant moment)
    {
        MoveTo(moment);
        await Read();
        await Plan();
        await Patience.Until(() => Bot.Services.GetRequiredService<OutboxDispatcher>().IsIdle(CancellationToken.None), "nothing is due");
        await Rest("chat.update");
        return [.. (await Rest("chat.postMessage")).Where(c => c["text"]!.ToString().Contains("Fictional", StringComparison.Ordinal))];
    }

    private void MoveTo(Instant moment) => Workspace.Clock.Advance((moment - Instant.FromDateTimeOffset(Workspace.Clock.GetUtcNow())).ToTimeSpan());

    private async Task<IReadOnlyList<SlackCall>> Rest(string method)
    {
        var calls = new List<SlackCall>();
        while (Slack.Waiting(method) > 0)
        {
            calls.Add(await Slack.Next(method));
        }

        return calls;
    }
}
