using AoBot.Outbox;
using AoBot.Reports.Reminders;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Door;

/// <summary>Two of staff, who owe June's report by Friday, July 5; it is Friday, June 28, 9:00 AM in New York. No job plans by itself, however the clock is moved.</summary>
public abstract class ReportDoorTest : FrontDoorTest
{
    protected const string Other = "U0000STA2";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Bot.NoJobsFromNowOn();
        await Partners.Fill(Bot.Services);

        // Staff are asked about the dates of the seed as well, which is another test's.
        await Workspace.Execute("DELETE FROM Events");
    }

    protected override void Prepare() => Workspace.Settings["Program:StaffUserIds:1"] = Other;

    /// <summary>Types a word of staff's, presses the button below its answer, and gives what was said to that.</summary>
    protected async Task<SpokenAnswer> Say(string typed, string button)
    {
        await Bot.Press(ButtonPress.On(await Bot.AsStaff(typed), button) with { User = Workspace.Staff });
        return (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken;
    }

    /// <summary>What came of the reminders of a report so far: step, recipient and state.</summary>
    protected async Task<IReadOnlyList<string>> Reminders(string report)
    {
        await Bot.NothingIsBeingSent();
        var prefix = $"report-reminder/{report}/";
        return [.. (await Notices()).Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Select(n => n[prefix.Length..])];
    }

    protected async Task TurnOn()
    {
        await Bot.Press(ButtonPress.On(await Bot.AsStaff("/ao admin reminders on"), "reminders.choose.on") with { User = Workspace.Staff });
        await Slack.Next(RecordedSlack.ResponseUrl);
    }

    protected async Task Passes(TimeSpan time)
    {
        Workspace.Clock.Advance(time);
        await ActivatorUtilities.CreateInstance<ReportReminderJob>(Bot.Services).Execute(null!);
        Bot.Services.GetRequiredService<OutboxSignal>().Wake();
    }

    /// <summary>The next message about a report; what is said about updates is another test's.</summary>
    protected async Task<SlackCall> Report(string named = "monthly report")
    {
        while (true)
        {
            var call = await Slack.Next("chat.postMessage");
            if (call["text"].Contains(named, StringComparison.Ordinal))
            {
                return call;
            }
        }
    }

    protected async Task Press(SlackCall told, string button, string user, string answer)
    {
        await Bot.Press(ButtonPress.On(told.Spoken, button) with { User = user });
        Assert.StartsWith(answer, (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
    }

    protected async Task<IReadOnlyList<string>> Notices()
    {
        await using var db = await Bot.Database();
        return [.. (await db.Notices.AsNoTracking().OrderBy(n => n.Id).ToListAsync()).Select(n => $"{n.Key} {n.State}")];
    }
}
