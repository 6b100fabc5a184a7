using AoBot.Slack.Tests;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;

namespace AoBot.Tests.Door;

/// <summary>The fund's own monthly report: staff are reminded on the days of the seed, until it is out, or waived.</summary>
public sealed class ReportReminderTests : ReportDoorTest
{
    private const string June = "monthly/2024-06";

    [Fact]
    public async Task Staff_hear_two_working_days_before_what_is_in_and_one_of_them_takes_it()
    {
        await TurnOn();
        await Passes(TimeSpan.FromDays(4) + TimeSpan.FromMinutes(31));
        var told = new[] { await Report(), await Report() };

        Assert.Equal([Workspace.Staff, Other], told.Select(t => t["channel"]).Order(StringComparer.Ordinal).Reverse());
        Assert.StartsWith("The monthly report for June is due on Friday, July 5. In: Fictional Alder.", told[0].Spoken.Text, StringComparison.Ordinal);
        Assert.Contains("Waiting for a review: Fictional Birch and Fictional Fir. Not in yet: ", told[0].Spoken.Text, StringComparison.Ordinal);
        Assert.Contains("report-reminder/monthly/2024-06/early/U0000STAF Skipped", await Notices(), StringComparer.Ordinal);

        await Press(told[0], "report.got_it", Workspace.Member, "Only the fund's staff");
        await Press(told[0], "report.got_it", Other, "Thank you! From now on I remind you alone.");
        await Press(told[0], "report.got_it", Workspace.Staff, "Anna has it already.");

        await Passes(TimeSpan.FromDays(3));
        var due = await Report();
        Assert.Equal(Other, due["channel"]);
        Assert.StartsWith("The monthly report for June is due today.", due.Spoken.Text, StringComparison.Ordinal);
        Assert.Matches("Due today as well: [0-9]+ updates? \\(", due.Spoken.Text);
        Assert.DoesNotContain("late", due.Spoken.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_shows_each_reminder_that_is_to_come_and_after_it_is_taken_to_whom()
    {
        var off = (await Bot.AsStaff("/ao remind preview 8")).Text;
        Assert.Contains("The fund's own reports, to staff: 4 messages. Tuesday, July 2, 9:30 AM New York time, to ", off, StringComparison.Ordinal);
        Assert.Contains("The monthly report for June is due on Friday, July 5. In: Fictional Alder.", off, StringComparison.Ordinal);
        Assert.Contains("Friday, July 5, 9:30 AM New York time, to ", off, StringComparison.Ordinal);
        Assert.Contains("The monthly report for June is due today.", off, StringComparison.Ordinal);
        Assert.DoesNotContain("Tuesday, July 9", off, StringComparison.Ordinal);

        await TurnOn();
        await Passes(TimeSpan.FromDays(4) + TimeSpan.FromMinutes(31));
        var told = new[] { await Report(), await Report() };
        await Press(told[0], "report.got_it", Other, "Thank you! From now on I remind you alone.");
        var taken = (await Bot.AsStaff("/ao remind preview 8")).Text;
        Assert.Contains("The fund's own reports, to staff: 2 messages. Friday, July 5, ", taken, StringComparison.Ordinal);
        Assert.Contains("Tuesday, July 9, 9:30 AM New York time, to ", taken, StringComparison.Ordinal);
        Assert.Contains("The monthly report for June is not out yet (it was due on Friday, July 5).", taken, StringComparison.Ordinal);
        Assert.Equal(0, Slack.Waiting("chat.postMessage"));
    }

    [Fact]
    public async Task Done_with_its_link_it_is_announced_once_with_thanks()
    {
        await TurnOn();
        Assert.StartsWith("The fund's staff see to its reports.", (await Bot.Command("/ao report")).Text, StringComparison.Ordinal);
        var asked = await Bot.AsStaff("/ao report done https://openssf.org/june-2024");
        Assert.StartsWith("Is this the report for June?", asked.Text, StringComparison.Ordinal);

        var press = ButtonPress.On(asked, "report.done") with { User = Workspace.Staff };
        await Bot.Press(press);
        var noted = (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken;
        Assert.StartsWith("Noted: The report for June 2024 is out. Shall I announce it", noted.Text, StringComparison.Ordinal);
        await Bot.Press(press);
        Assert.StartsWith("This is settled already.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);

        foreach (var answer in new[] { "It is on its way to the channel.", "It was announced already." })
        {
            await Bot.Press(ButtonPress.On(noted, "report.announce") with { User = Workspace.Staff });
            Assert.Equal(answer, (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text);
        }

        var announced = await Slack.Next("chat.postMessage");
        Assert.Equal(Workspace.Channel, announced["channel"]);
        Assert.Equal("The report for June 2024 is out: https://openssf.org/june-2024 Thank you to all who reported: Fictional Alder.", announced.Spoken.Text);
        Assert.StartsWith("The monthly report for June is settled", (await Bot.AsStaff("/ao report")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_waived_is_not_asked_for()
    {
        await TurnOn();
        var asked = await Bot.AsStaff("/ao report waive we write one for two months");
        await Bot.Press(ButtonPress.On(asked, "report.waive") with { User = Workspace.Staff });
        Assert.Equal("Noted: I ask for it no more.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text);

        await Passes(TimeSpan.FromDays(4) + TimeSpan.FromMinutes(31));
        Assert.DoesNotContain(await Notices(), n => n.StartsWith("report-reminder/monthly/2024-06/soon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_has_it_silences_the_others_also_where_their_next_reminder_is_planned_already()
    {
        await TurnOn();
        await Passes(TimeSpan.FromDays(4) + TimeSpan.FromMinutes(31));
        var told = new[] { await Report(), await Report() };
        await Passes(TimeSpan.FromDays(2));
        Assert.Contains("due/U0000STAF Planned", await Reminders(June), StringComparer.Ordinal);
        await Press(told[0], "report.got_it", Other, "Thank you! From now on I remind you alone.");

        await Passes(TimeSpan.FromDays(1));
        await Report();
        await Patience.Until(async () => (await Reminders(June)).Contains("due/U0000STAF Skipped"), "the other's is passed over");
        await Passes(TimeSpan.FromDays(4));
        Assert.Equal(Other, (await Report())["channel"]);
        Assert.Equal(["due/U0000STA2 Sent", "due/U0000STAF Skipped", "after-2024-07-09/U0000STA2 Sent"], (await Reminders(June)).Where(n => n.StartsWith("due", StringComparison.Ordinal) || n.StartsWith("after", StringComparison.Ordinal)).Order(Comparer<string>.Create((a, b) => string.CompareOrdinal(b[..3], a[..3]) is var steps and not 0 ? steps : string.CompareOrdinal(a, b))));
        Assert.Equal(0, Slack.Waiting("chat.postMessage"));
    }

    [Fact]
    public async Task Each_of_staff_hears_of_it_at_the_hour_that_they_chose()
    {
        await Bot.Send(SlackRequest.Command("/ao", "settings", ("user_id", Other)));
        var window = WindowSubmission.Of(await Slack.Next("views.open"), Other);
        Assert.Contains("I write to you at 11:00 AM", (await Bot.Send(window.Choose("hour", "11:00").Request())).Body, StringComparison.Ordinal);

        await TurnOn();
        await Passes(TimeSpan.FromDays(4) + TimeSpan.FromMinutes(31));
        Assert.Equal(Workspace.Staff, (await Report())["channel"]);
        Assert.Contains("soon/U0000STA2 Planned", await Reminders(June), StringComparer.Ordinal);

        await Passes(TimeSpan.FromMinutes(88));
        Assert.Contains("soon/U0000STA2 Planned", await Reminders(June), StringComparer.Ordinal);
        await Passes(TimeSpan.FromMinutes(2));
        Assert.Equal(Other, (await Report())["channel"]);
    }

    [Fact]
    public async Task Who_reports_by_the_quarter_is_named_only_when_they_owe()
    {
        await Partners.Fill(Bot.Services, roster: Updates.Past.Roster("damson,Fictional Damson,damson,monthly,2024-01-01,,,,,", "hazel,Fictional Hazel,hazel,quarterly,2024-01-01,,,,,"), withSkip: false);
        Assert.Contains(" In: nobody. Not in yet: Fictional Damson and Fictional Hazel. ", (await Bot.AsStaff("/ao report june")).Text, StringComparison.Ordinal);

        Workspace.Clock.Advance(TimeSpan.FromDays(38));
        var july = (await Bot.AsStaff("/ao report")).Text;
        Assert.Contains("The monthly report for July is due today. In: nobody. Due today as well: 1 update (Fictional Damson). ", july, StringComparison.Ordinal);
        Assert.DoesNotContain("Hazel", july, StringComparison.Ordinal);
    }
}
