using AoBot.Engagements;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Door;

/// <summary>Reminders from the switch to the thanks: what leaves, what is answered, and what stays silent.</summary>
public sealed class ReminderTests : ReminderDoorTest
{
    [Fact]
    public async Task On_a_new_database_nothing_leaves_until_staff_have_seen_the_preview()
    {
        await Plan();
        Assert.Empty(await Notices());

        Assert.StartsWith("Only the fund's staff", (await Bot.Command("/ao admin reminders on")).Text, StringComparison.Ordinal);
        var shown = await Bot.AsStaff("/ao admin reminders on");
        Assert.Contains("Reminders are off: I write to nobody by myself. Shall they be on?", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Monday, July 1, 9:30 AM New York time, to Birgit: Hello! A friendly heads-up about your update. Fictional Birch, June: Due around Friday, July 5.", shown.Text, StringComparison.Ordinal);
        Assert.Empty(await Notices());

        await Bot.Press(ButtonPress.On(shown, "reminders.choose.on") with { User = Partners.Contact });
        Assert.StartsWith("Only the fund's staff", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        await TurnOn();
        Assert.Empty(await Notices());
        Workspace.Clock.Advance(TimeSpan.FromDays(2));
        await Plan();
        Assert.Equal(["update-heads-up/2024-06/U0000BIRC Planned"], await Notices(prefix: "update-"));
        Assert.Contains("U0000STAF reminders.switch reminders: off → on", await Audit());
    }

    [Theory]
    [InlineData("/ao admin reminders", "off: I write to nobody by myself.")]
    [InlineData("/ao admin reminders please", "off: I write to nobody by myself.")]
    public async Task Whoever_only_looks_how_they_are_set_is_led_to_the_preview_before_they_turn_them_on(string typed, string set)
    {
        var looked = await Bot.AsStaff(typed);
        Assert.Equal($"Reminders are {set}", looked.Text);
        Assert.Null(looked.Button("reminders.choose.on"));

        await Bot.Press(ButtonPress.On(looked, "ask.admin.1") with { User = Workspace.Staff });
        var shown = (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken;
        Assert.Contains("Monday, July 1, 9:30 AM New York time, to Birgit: Hello!", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("off → on", string.Join(' ', await Audit()), StringComparison.Ordinal);

        await Bot.Press(ButtonPress.On(shown, "reminders.choose.on") with { User = Workspace.Staff });
        Assert.StartsWith("Done: reminders are on.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        Assert.Contains("U0000STAF reminders.switch reminders: off → on", await Audit());
    }

    [Fact]
    public async Task What_is_past_when_they_are_turned_on_is_recorded_and_never_sent()
    {
        Workspace.Clock.Advance(TimeSpan.FromDays(6));
        await Read();
        await TurnOn();

        Assert.Equal(
            ["update-due/2024-06/U0000BIRC Planned", "update-heads-up/2024-06/birch/passed Skipped before start", "update-heads-up/2024-06/cedar/passed Skipped before start"],
            (await Notices(prefix: "update-")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_message_asks_for_all_engagements_and_each_is_answered_by_itself()
    {
        var asked = await HeadsUp();
        Assert.Equal(Partners.Contact, asked["channel"]);
        Assert.Contains("Fictional Birch, June: Due around Friday, July 5.", asked.Spoken.Text, StringComparison.Ordinal);
        Assert.Contains("Fictional Cedar, June", asked.Spoken.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)late|missing|overdue|nag", asked.Spoken.Everything);
        Assert.Equal(2, asked.Spoken.Buttons.Count(b => b.GetProperty("action_id").GetString() == "remind.sent"));

        var press = Press(asked, "remind.tomorrow", "birch");
        await Bot.Press(press);
        Assert.StartsWith("Gladly: I come back to Fictional Birch on Tuesday, July 2", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        var edited = (await Slack.Next("chat.update")).Spoken;
        Assert.Contains("Fictional Birch, June: I come back to this on Tuesday, July 2.", edited.Text, StringComparison.Ordinal);
        Assert.Single(edited.Buttons, b => b.GetProperty("action_id").GetString() == "remind.sent");

        await Bot.Press(press);
        Assert.Equal("Noted already.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text);
        Assert.Single(await Audit(), a => a.Contains("reminder.later", StringComparison.Ordinal));

        Workspace.Clock.Advance(TimeSpan.FromDays(1));
        await Read();
        await Plan();
        var again = (await Slack.Next("chat.postMessage")).Spoken;
        Assert.StartsWith("As promised, here I am again. Fictional Birch, June", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cedar", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_update_comes_the_message_becomes_a_thanks_and_a_late_click_is_answered_kindly()
    {
        var asked = await HeadsUp();
        Past.Proposes(7, "2024-07-01T14:00:00Z", "2024/birch/update-2024-06.md");
        Workspace.Clock.Advance(TimeSpan.FromHours(1));
        await Read();
        await Plan();

        var edited = (await Slack.Next("chat.update")).Spoken;
        Assert.Contains("Fictional Birch, June: Your pull request is open and waits for a review. Thank you, the rest is ours!", edited.Text, StringComparison.Ordinal);
        await Bot.Press(Press(asked, "remind.tomorrow", "birch"));
        Assert.StartsWith("Your pull request is open", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        await Bot.Press(Press(asked, "remind.sent", "cedar"));
        Assert.StartsWith("Thank you! I don't see the update of Fictional Cedar", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        Assert.StartsWith("Thank you, everything here is settled.", (await Slack.Next("chat.update")).Spoken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_an_old_reading_nothing_leaves_and_staff_see_why()
    {
        await TurnOn();
        Workspace.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(40));
        await Plan();

        await Patience.Until(async () => (await Notices(reasons: true)).Any(n => n.Contains("older than 30 minutes", StringComparison.Ordinal)), "it waits");
        Assert.Equal(0, Slack.Waiting("chat.postMessage"));
        await Read();
        await Workspace.RealTimePasses(TimeSpan.FromMinutes(6));
        Wake();
        Assert.Contains("Fictional Birch", (await Slack.Next("chat.postMessage")).Spoken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outage_of_three_days_over_the_due_day_leads_to_one_message_for_each_person()
    {
        await HeadsUp();
        Workspace.Clock.Advance(TimeSpan.FromDays(2));
        await IsAway(TimeSpan.FromDays(3) + TimeSpan.FromHours(2));
        await Bot.NoJobsFromNowOn();
        await Read();
        await Plan();

        // It is Saturday, July 6: what was due on Friday comes on Monday, for both engagements at once.
        await Patience.Until(() => Bot.Services.GetRequiredService<OutboxDispatcher>().IsIdle(CancellationToken.None), "nothing is due");
        Assert.Equal(0, Slack.Waiting("chat.postMessage"));
        Workspace.Clock.Advance(TimeSpan.FromDays(2));
        await Read();
        await Plan();
        var asked = await Slack.Next("chat.postMessage");
        Assert.Equal(Partners.Contact, asked["channel"]);
        Assert.Contains("Fictional Birch, June", asked.Spoken.Text, StringComparison.Ordinal);
        Assert.Contains("Fictional Cedar, June", asked.Spoken.Text, StringComparison.Ordinal);
        await Patience.Until(() => Bot.Services.GetRequiredService<OutboxDispatcher>().IsIdle(CancellationToken.None), "nothing is due");
        Assert.Equal(0, Slack.Waiting("chat.postMessage"));
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_it_changes_nothing()
    {
        var press = Press(await HeadsUp(), "remind.tomorrow", "birch") with { User = Workspace.Member };
        var before = await Workspace.Content();
        await Bot.Press(press);

        Assert.StartsWith("Only the contacts of Fictional Birch", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        Assert.Equal(before, await Workspace.Content());
    }

    [Fact]
    public async Task Nothing_this_month_is_said_with_a_reason_that_stays_with_staff()
    {
        var window = await Choose(await HeadsUp(), "nothing", "birch");
        Assert.Contains("A word is enough.", await Submit(window.By(Partners.Contact)), StringComparison.Ordinal);
        Assert.Contains("Noted: nothing is due from Fictional Birch this time.", await Submit(window.By(Partners.Contact).Type("reason", Partners.Reason)), StringComparison.Ordinal);

        Assert.Contains("Fictional Birch, June: Noted: nothing is due this time.", (await Slack.Next("chat.update")).Spoken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Partners.Reason, string.Join('\n', await Audit()), StringComparison.Ordinal);
        Assert.DoesNotContain(Partners.Reason, (await Bot.Command("/ao update birch")).Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_away_is_not_asked_and_who_stands_in_is()
    {
        await TurnOn();
        Workspace.Clock.Advance(TimeSpan.FromDays(2));
        await Plan();
        var shown = await OpenBy("/ao away until July 10", Partners.Contact);
        Assert.Contains("2024-07-10", shown.Json, StringComparison.Ordinal);
        Assert.Contains("Choose a day from today on", await Submit(shown.By(Partners.Contact).Date("until", "2024-06-01")), StringComparison.Ordinal);
        Assert.Contains("away until Wednesday, July 10", await Submit(shown.By(Partners.Contact).Date("until", "2024-07-10").PickOne("substitute", StandIn)), StringComparison.Ordinal);

        Workspace.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(31));
        await Read();
        await Plan();
        await Patience.Until(async () => (await Notices()).Contains("update-heads-up/2024-06/U0000BIRC Skipped somebody else is asked now"), "who is away is passed over");
        await Plan();
        Assert.Equal(StandIn, (await Slack.Next("chat.postMessage"))["channel"]);
    }

    [Fact]
    public async Task Not_me_holds_at_once_and_whom_they_name_is_written_to_only_after_staff_say_yes()
    {
        var window = await Choose(await HeadsUp(), "not_me", "birch");
        Assert.Contains("Noted: I ask you no more about Fictional Birch.", await Submit(window.By(Partners.Contact).PickOne("who", StandIn)), StringComparison.Ordinal);
        await Slack.Next("chat.update");

        var question = await Slack.Next("chat.postMessage");
        Assert.Equal(Workspace.Staff, question["channel"]);
        Assert.Contains("Birgit says that they are not the one to ask about Fictional Birch, and names Eva. I ask Birgit no more. May I write to Eva instead?", question.Spoken.Text, StringComparison.Ordinal);
        await Bot.Press(ButtonPress.On(question.Spoken, "not_me.yes") with { User = Partners.Contact });
        Assert.StartsWith("Only the fund's staff", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        await Bot.Press(ButtonPress.On(question.Spoken, "not_me.yes") with { User = Workspace.Staff });
        Assert.StartsWith("Noted: I write to them", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        await Bot.Press(ButtonPress.On(question.Spoken, "not_me.no") with { User = Workspace.Staff });
        Assert.StartsWith("This was answered already.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);

        Assert.Contains("to Eva: Hello! Today is the day for your update. Fictional Birch, June", (await Bot.AsStaff("/ao remind preview")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_moves_to_another_zone_is_asked_by_the_clock_of_where_they_are()
    {
        await TurnOn();
        Workspace.Clock.Advance(TimeSpan.FromDays(2));
        await Plan();
        Assert.Equal(["update-heads-up/2024-06/U0000BIRC Planned"], await Notices(prefix: "update-"));

        // Planned for 9:30 in New York, which is 1:30 in the night where they are by then.
        Slack.People[Partners.Contact] = RecordedSlack.PersonJson(Partners.Contact, "Birgit", ",\"tz\":\"Pacific/Auckland\"");
        await Bot.Services.GetRequiredService<PeopleDirectory>().Find(Partners.Contact, CancellationToken.None, afresh: true);
        Workspace.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(31));
        await Read();
        await Plan();
        await Patience.Until(() => Bot.Services.GetRequiredService<OutboxDispatcher>().IsIdle(CancellationToken.None), "nothing is due");
        Assert.Equal(0, Slack.Waiting("chat.postMessage"));

        Workspace.Clock.Advance(TimeSpan.FromHours(8));
        await Read();
        await Plan();
        Assert.Equal(Partners.Contact, (await Slack.Next("chat.postMessage"))["channel"]);
    }

    [Fact]
    public async Task Their_own_hour_is_kept()
    {
        await TurnOn();
        var window = await OpenBy("/ao settings", Partners.Contact);
        Assert.Contains("at 11:00 AM by your own clock, without a heads-up before the due day. Of what you said yes to I remind you a day and an hour before.", await Submit(window.By(Partners.Contact).Choose("hour", "11:00").Choose("heads_up", "off")), StringComparison.Ordinal);

        var old = await OpenBy("/ao settings off", Partners.Contact);
        Assert.Contains("I remind you a day and an hour before.", await Submit(old.By(Partners.Contact).Without("gatherings").Choose("hour", "11:00").Choose("heads_up", "off")), StringComparison.Ordinal);

        var preview = (await Bot.AsStaff("/ao remind preview 10")).Text;
        Assert.Contains("Friday, July 5, 11:00 AM New York time, to Birgit", preview, StringComparison.Ordinal);
        Assert.Contains("Fictional Birch, June: they want no heads-up", preview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_contact_in_Slack_staff_get_the_text_and_a_letter()
    {
        await Bot.Services.GetRequiredService<RosterRegister>().Change("operator", triggerId: null, _ => new RosterEdit.To(Past.Roster($"damson,Fictional Damson,damson,monthly,2024-06-01,,,{Partners.Address},,U0000STAF"), Key: null), CancellationToken.None);
        var asked = await HeadsUp();

        Assert.Equal(Workspace.Staff, asked["channel"]);
        Assert.Contains("I can reach nobody in Slack: a contact without Slack: known by e-mail alone", asked["text"], StringComparison.Ordinal);
        Assert.Contains($"mailto:{Partners.Address}?subject=Your%20June%20update", asked.Body, StringComparison.Ordinal);
        Assert.StartsWith("What waits for you this week. Nobody can be written to: Fictional Damson.", (await Slack.Next("chat.postMessage"))["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_remind_by_hand_after_a_look_and_never_about_what_is_in()
    {
        await HeadsUp();
        var shown = await Bot.AsStaff("/ao remind birch");
        Assert.Contains("Birgit of Fictional Birch would read, on Monday, July 1", shown.Text, StringComparison.Ordinal);
        await Bot.Press(ButtonPress.On(shown, "remind.by_hand") with { User = Workspace.Staff });
        Assert.StartsWith("It is on its way", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        Assert.StartsWith("Hello! The fund's staff asked me", (await Slack.Next("chat.postMessage")).Spoken.Text, StringComparison.Ordinal);

        Past.Proposes(7, "2024-07-01T13:00:00Z", "2024/birch/update-2024-06.md");
        await Read();
        Assert.Equal("I don't remind Fictional Birch: in review.", (await Bot.AsStaff("/ao remind birch")).Text);
        Assert.StartsWith("The fund's staff see", (await Bot.Command("/ao remind birch")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stands_in_may_be_typed()
    {
        var shown = await OpenBy($"/ao away until July 10 <@{StandIn}|eva>", Partners.Contact);
        Assert.Contains("2024-07-10", shown.Json, StringComparison.Ordinal);
        await Submit(shown.By(Partners.Contact));
        Assert.Contains($"U0000BIRC reminder.away U0000BIRC: until 2024-07-10, {StandIn} stands in", await Audit());
    }

    [Fact]
    public async Task Who_comes_back_after_three_steps_gets_one_message()
    {
        await Bot.Services.GetRequiredService<RosterRegister>().Change("operator", triggerId: null, _ => new RosterEdit.To(Updates.Past.Roster($"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Partners.Contact},,U0000STAF"), Key: null), CancellationToken.None);
        await TurnOn();
        await Submit((await OpenBy("/ao away until July 9", Partners.Contact)).By(Partners.Contact));
        foreach (var _ in Enumerable.Range(0, 12))
        {
            Workspace.Clock.Advance(TimeSpan.FromDays(1));
            await Read();
            await Plan();
        }

        // Wednesday, July 10, 9:31 in New York.
        Workspace.Clock.Advance(TimeSpan.FromMinutes(31));
        await Read();
        await Plan();
        Assert.Equal(Partners.Contact, (await Slack.Next("chat.postMessage"))["channel"]);
        await Bot.NothingIsBeingSent();
        Assert.Single(await Notices(), n => n.StartsWith("update-", StringComparison.Ordinal) && n.EndsWith(" Sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task How_much_is_asked_stands_in_the_health()
    {
        Assert.Contains("Reminders for each update: No reminder has been sent so far.", (await Bot.AsStaff("/ao admin health")).Text, StringComparison.Ordinal);
        Past.Lands("2024-07-01T11:00:00Z", "2024/cedar/update-2024-06.md");
        await HeadsUp();

        var health = await Bot.AsStaff("/ao admin health");
        Assert.Contains("Reminders for each update: July 2024: 1.00 for each update (1 reminder, 1 update).", health.Text, StringComparison.Ordinal);
        Assert.Contains(health.Blocks, b => b.GetProperty("type").GetString() == "data_visualization");
    }
}
