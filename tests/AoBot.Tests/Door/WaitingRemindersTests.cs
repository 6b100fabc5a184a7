using System.Text.Json;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;

namespace AoBot.Tests.Door;

/// <summary>While the repository cannot be read nobody is asked; that this lasts, staff hear.</summary>
public sealed class WaitingRemindersTests : LadderTest
{
    private readonly List<SlackCall> _said = [];

    [Fact]
    public async Task Reminders_that_are_put_off_again_and_again_turn_the_duties_red_after_an_hour_and_staff_are_told_once()
    {
        await TurnOn();
        Assert.Empty(await On("2024-07-01T08:00"));
        foreach (var local in new[] { "2024-07-01T09:31", "2024-07-01T09:55", "2024-07-01T10:29" })
        {
            await PutOff(local);
            Assert.DoesNotContain("outbox", await Undone());
        }

        await PutOff("2024-07-01T10:31");
        Assert.Contains("outbox", await Undone());
        Assert.Contains("`update-heads-up/2024-06/U0000BIRC` to Birgit, Monday, July 1 at 9:30 AM New York time (nobody is asked on a reading of the repository that is older than 30 minutes)", (await Bot.AsStaff("/ao admin outbox")).Shown, StringComparison.Ordinal);
        await Workspace.RealTimePassesUntil(async () => (await Told()).Count > 0, "staff are told");
        await PutOff("2024-07-01T12:00");
        await PutOff("2024-07-01T15:00");

        // It is read again, and nobody waits any longer.
        await Read();
        await Workspace.RealTimePassesUntil(async () => (await Said()).Any(s => s["channel"] == Partners.Contact), "they are asked");
        await Bot.NothingIsBeingSent();
        Assert.DoesNotContain("outbox", await Undone());
        Assert.Equal(Workspace.Staff, Assert.Single(await Told())["channel"]);
    }

    protected override void Prepare()
    {
        base.Prepare();
        Workspace.TellsStaff = true;
    }

    /// <summary>It is tried anew, on an old reading.</summary>
    private async Task PutOff(string local)
    {
        MoveTo(local);
        var tried = await Attempt();
        await Workspace.RealTimePassesUntil(
            async () =>
            {
                Wake();
                return await Attempt() is { Length: > 0 } next && next != tried;
            },
            "it is put off");
    }

    private Task<string> Attempt() => Workspace.Scalar<string>("SELECT COALESCE(MAX(NextAttemptAt), '') FROM Notices WHERE Key = 'update-heads-up/2024-06/U0000BIRC'");

    private async Task<IReadOnlyList<string?>> Undone()
    {
        using var response = await Bot.Client.GetAsync("/health/duties");
        return [.. JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("undone").EnumerateArray().Select(duty => duty.GetString())];
    }

    /// <summary>That messages wait. That no job runs they hear as well, since in this test none does.</summary>
    private async Task<IReadOnlyList<SlackCall>> Told() => [.. (await Said()).Where(s => s["text"].StartsWith("I need one of the staff: a message has waited for more than an hour", StringComparison.Ordinal))];

    private async Task<IReadOnlyList<SlackCall>> Said()
    {
        while (Slack.Waiting("chat.postMessage") > 0)
        {
            _said.Add(await Slack.Next("chat.postMessage"));
        }

        return _said;
    }
}
