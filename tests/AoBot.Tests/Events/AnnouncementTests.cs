using AoBot.Events;
using AoBot.Reports.Reminders;
using AoBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Events;

/// <summary>What the channel is told of public meetings, and what hosts and staff are asked before it can be.</summary>
public sealed class AnnouncementTests : GatheringTest
{
    private const string Join = "https://openssf.org/meeting";

    protected override void Prepare()
    {
        base.Prepare();
        Workspace.Settings["Program:CalendarLink"] = "https://openssf.org/calendar";
    }

    [Fact]
    public async Task The_first_public_meeting_is_announced_a_week_and_fifteen_minutes_before()
    {
        await NewMeetings();
        foreach (var quiet in new[] { "2024-07-03 13:00", "2024-07-31 08:59" })
        {
            await To(quiet);
            Assert.DoesNotContain(Workspace.Channel, (await Posted()).Keys);
        }

        await To("2024-07-31 09:00");
        Assert.StartsWith("In an hour I announce Public meeting, Wednesday, August 7, 1:00 PM New York time, in the channel.", (await Posted())[Organizer]["text"], StringComparison.Ordinal);
        await To("2024-07-31 10:00");
        var (to, announced) = Assert.Single(await Posted());
        Assert.Equal((Workspace.Channel, $"Public meeting is on Wednesday, August 7, 1:00 PM New York time. {Join}. Everybody is welcome. Calendar: https://openssf.org/calendar"), (to, announced["text"]));
        Assert.Contains("<!date^1723050000^{date_long} at {time}|", announced["blocks"].Replace("\\u003C", "<", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<!here", announced.Body, StringComparison.Ordinal);

        await To("2024-08-07 12:44");
        Assert.Empty(await Posted());
        await To("2024-08-07 12:45");
        Assert.StartsWith($"Public meeting begins at 1:00 PM New York time. {Join}", Assert.Single(await Posted()).Value["text"], StringComparison.Ordinal);
        await To("2024-08-07 15:00");
        Assert.Empty(await Posted());
        await To("2024-08-28 10:00");
        Assert.StartsWith("Public meeting is on Wednesday, September 4", (await Posted())[Workspace.Channel]["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moved_meeting_is_told_to_the_channel_once_and_its_announcement_follows()
    {
        var first = await NewMeetings();
        await To("2024-07-31 10:00");
        await Posted();
        await Save((await Window($"/ao meeting edit {first}")).Type(GatheringForm.Day, "August 8"));
        await Works();

        Assert.Equal("Public meeting has changed. When: Wednesday, August 7, 1:00 PM New York time → Thursday, August 8, 1:00 PM New York time.", Assert.Single(await Posted()).Value["text"]);
        Assert.StartsWith("Public meeting is on Thursday, August 8", Assert.Single(await Taken("chat.update"))["text"], StringComparison.Ordinal);
        await To("2024-08-07 12:45");
        Assert.Empty(await Posted());
        await To("2024-08-08 12:45");
        Assert.Equal([Workspace.Channel], (await Posted()).Keys);
    }

    [Fact]
    public async Task Without_a_way_to_attend_nothing_is_announced_and_the_host_is_asked_ten_days_before()
    {
        await Save((await Window("/ao meeting new")).Type(GatheringForm.Time, "1 PM").Type(GatheringForm.Repeats, ""), isSame: true);
        var id = await LastId();
        await To("2024-07-26 10:00");
        var asked = Assert.Single(await Posted());
        Assert.Equal(Organizer, asked.Key);
        Assert.Equal($"Public meeting, Wednesday, August 7, 1:00 PM New York time, has no link and no place yet, so I tell nobody of it. To add one: /ao meeting edit {id}", asked.Value["text"]);
        await To("2024-07-31 10:00");
        Assert.Empty(await Posted());

        await Save((await Window($"/ao meeting edit {id}")).Type(GatheringForm.Link, Join));
        await Works();
        Assert.Equal([Workspace.Channel], (await Posted()).Keys);
    }

    [Fact]
    public async Task Staff_are_asked_ten_days_before_a_day_that_a_report_announced_and_nobody_completed()
    {
        await Bot.Press(ButtonPress.On(await Bot.AsStaff("/ao admin reminders preview"), "reminders.choose.preview") with { User = Organizer });
        await Slack.Next(RecordedSlack.ResponseUrl);
        await To("2024-07-15 09:59");
        Assert.Empty(await AsksFor("/ao roundtable new"));
        await To("2024-07-15 10:00");
        var asked = Assert.Single(await AsksFor("/ao roundtable new"));
        Assert.Equal(Organizer, asked["channel"]);
        Assert.Equal("Roundtable, Thursday, July 25, is announced by the fund's report. I know no time and no way to attend yet, so I tell nobody of it. To add them: /ao roundtable new", asked["text"]);
        Assert.Equal("roundtable new", asked.Spoken.Buttons.Single().GetProperty("value").GetString());

        await Save((await Window("/ao meeting new")).Type(GatheringForm.Time, "1 PM").Type(GatheringForm.Link, Join), isSame: true);
        await To("2024-07-26 10:00");
        Assert.Empty(await AsksFor("/ao meeting new"));

        // Reminders are on: what the job of the reports has to say, which runs at a start, may otherwise come after the last look.
        await ActivatorUtilities.CreateInstance<ReportReminderJob>(Bot.Services).Plan(CancellationToken.None);
        await Works();
        await Taken("chat.postMessage");
    }

    [Fact]
    public async Task An_occurrence_on_a_holiday_is_asked_about()
    {
        await NewMeetings();
        foreach (var time in new[] { "2024-07-31 10:00", "2024-08-28 10:00", "2024-09-25 10:00", "2024-10-30 10:00", "2024-11-27 10:00", "2024-12-03 10:00" })
        {
            await To(time);
            await Posted();
        }

        await To("2024-12-04 10:00");
        Assert.StartsWith("Public meeting, Wednesday, January 1, 2025, 1:00 PM New York time, is on a holiday. Shall it take place then? If you leave it, it does.", (await Posted())[Organizer]["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_made_in_the_night_before_a_weekend_is_announced_on_Monday_morning()
    {
        await To("2024-08-02 22:00");
        await Taken("chat.postMessage");
        await NewMeetings();
        await To("2024-08-05 09:29");
        Assert.Empty(await Posted());

        await To("2024-08-05 09:30");
        Assert.StartsWith("Public meeting is on Wednesday, August 7", (await Posted())[Workspace.Channel]["text"], StringComparison.Ordinal);
    }

    /// <summary>What was posted since the last look and names the command. Of reports, which are due in these days, staff hear something else.</summary>
    private async Task<IReadOnlyList<SlackCall>> AsksFor(string command) =>
        [.. (await Taken("chat.postMessage")).Where(call => call["text"].Contains(command, StringComparison.Ordinal))];

    private async Task<int> NewMeetings()
    {
        await Save((await Window("/ao meeting new")).Type(GatheringForm.Time, "1 PM").Type(GatheringForm.Link, Join), isSame: true);
        return await LastId();
    }
}
