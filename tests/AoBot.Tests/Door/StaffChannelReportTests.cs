using AoBot.Tests.Host;

namespace AoBot.Tests.Door;

/// <summary>Where staff have a private channel, it is reminded of a report until one of them has it; from then on they are, of each step once.</summary>
public sealed class StaffChannelReportTests : ReportDoorTest
{
    private const string StaffChannel = "C0000STAF";
    private const string June = "monthly/2024-06";
    private static readonly TimeSpan UntilTuesday = TimeSpan.FromDays(4) + TimeSpan.FromMinutes(31);

    protected override void Prepare()
    {
        base.Prepare();
        Workspace.Settings["Program:StaffChannelId"] = StaffChannel;
    }

    [Fact]
    public async Task Whoever_takes_it_hears_the_next_step_once_though_it_was_planned_for_the_channel()
    {
        await TurnOn();
        await Passes(UntilTuesday);
        var told = await Report();
        Assert.Equal(StaffChannel, told["channel"]);
        await Passes(TimeSpan.FromDays(2));
        Assert.Contains($"due/{StaffChannel} Planned", await Reminders(June), StringComparer.Ordinal);
        await Press(told, "report.got_it", Other, "Thank you! From now on I remind you alone.");

        await Passes(TimeSpan.FromDays(1));
        var due = await Report();
        Assert.Equal(Other, due["channel"]);
        Assert.StartsWith("The monthly report for June is due today.", due.Spoken.Text, StringComparison.Ordinal);
        await Patience.Until(async () => (await Reminders(June)).Contains($"due/{StaffChannel} Skipped"), "the channel's is passed over");

        await Passes(TimeSpan.FromDays(4));
        Assert.Equal(Other, (await Report())["channel"]);
        Assert.Equal(["after-2024-07-09/U0000STA2 Sent", "due/C0000STAF Skipped", "due/U0000STA2 Sent", "soon/C0000STAF Sent"], await Steps());
        Assert.Equal(0, Slack.Waiting("chat.postMessage"));
    }

    [Fact]
    public async Task What_the_channel_has_heard_nobody_hears_again_when_they_take_it()
    {
        await TurnOn();
        await Passes(UntilTuesday);
        await Press(await Report(), "report.got_it", Other, "Thank you! From now on I remind you alone.");
        await Passes(TimeSpan.FromMinutes(10));
        Assert.Equal(["soon/C0000STAF Sent"], await Steps());
    }

    /// <summary>Before, a step had no recipient in its key where there was one place to tell.</summary>
    [Fact]
    public async Task What_an_older_AoBot_has_planned_and_sent_counts_after_it_was_replaced()
    {
        await TurnOn();
        await Passes(UntilTuesday);
        var told = await Report();
        await Passes(TimeSpan.FromDays(2));
        await Reminders(June);
        await Workspace.Execute($"UPDATE Notices SET Key = replace(Key, '/{StaffChannel}', '') WHERE Kind = 'report-reminder'");
        Assert.Contains("due Planned", await Reminders(June), StringComparer.Ordinal);

        await IsAway(TimeSpan.FromMinutes(5));
        await Bot.NoJobsFromNowOn();
        await Passes(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain(await Reminders(June), n => n.Contains('/', StringComparison.Ordinal));
        await Press(told, "report.got_it", Other, "Thank you! From now on I remind you alone.");
        await Passes(TimeSpan.FromHours(24));
        Assert.Equal(Other, (await Report())["channel"]);
        await Patience.Until(async () => (await Reminders(June)).Contains("due Skipped"), "the channel's is passed over");
        Assert.Equal(["due Skipped", "due/U0000STA2 Sent", "soon Sent"], await Steps());
        Assert.Equal(0, Slack.Waiting("chat.postMessage"));
    }

    /// <summary>Without what was past when reminders were turned on.</summary>
    private async Task<IReadOnlyList<string>> Steps()
    {
        await Patience.Until(async () => !(await Reminders(June)).Any(n => n.EndsWith("Planned", StringComparison.Ordinal)), "all that is due is sent");
        return [.. (await Reminders(June)).Where(n => !n.StartsWith("early", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
