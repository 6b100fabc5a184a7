using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AoBot.Tests.Door;

/// <summary>What a press on a reminder promises is kept: to whom, on which day, and how it ends.</summary>
public sealed class PromiseTests : LadderTest
{
    private const string Owned = Workspace.Staff;

    [Fact]
    public async Task After_the_last_reminder_there_is_no_later_and_staff_take_over()
    {
        await Owe($"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Partners.Contact},,{Owned}");
        await On("2024-07-01T09:31");
        await On("2024-07-05T09:31");
        var last = Assert.Single(await On("2024-07-12T09:31"));
        Assert.StartsWith("Hello! One last note", last.Spoken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("remind.tomorrow", last.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("next_week", last.Body, StringComparison.Ordinal);

        // A message of before, which still has the button.
        await Bot.Press(Press(last, "remind.tomorrow", "birch"));
        Assert.StartsWith("That was my last note about Fictional Birch for this time", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        await Bot.Press(Press(last, "remind.sent", "birch"));
        Assert.Contains("Should it not turn up in two working days, the fund's staff look for it.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);

        Assert.Empty(await On("2024-07-15T09:31"));
        var told = Assert.Single(await On("2024-07-16T09:31"));
        Assert.Equal(Owned, told["channel"]);
        Assert.Contains("Fictional Birch", told.Spoken.Text, StringComparison.Ordinal);
        Assert.Contains("escalation/birch/2024-06 Sent", await Notices());
    }

    [Fact]
    public async Task Already_sent_is_believed_for_two_working_days_and_asked_once_more()
    {
        await Owe($"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Partners.Contact},,{Owned}");
        var asked = Assert.Single(await On("2024-07-05T09:31"));
        await Bot.Press(Press(asked, "remind.sent", "birch"));
        Assert.EndsWith("I look again in two working days.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);

        Assert.Empty(await On("2024-07-08T09:31"));
        Assert.Contains("Tuesday, July 9, 9:30 AM New York time, to Birgit: As promised, here I am again.", (await Bot.AsStaff("/ao remind preview")).Text, StringComparison.Ordinal);
        var again = Assert.Single(await On("2024-07-09T09:31"));
        Assert.StartsWith("As promised, here I am again.", again.Spoken.Text, StringComparison.Ordinal);
        Assert.Empty(await On("2024-07-10T09:31"));
    }

    [Fact]
    public async Task A_promise_that_was_kept_leaves_the_last_step_to_the_next_contact()
    {
        await Owe($"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Partners.Contact};{Substitute},,{Owned}");
        var due = Assert.Single(await On("2024-07-05T09:31"));
        await Later(due, "next_week", "Monday, July 8");
        Assert.Equal(Partners.Contact, Assert.Single(await On("2024-07-08T09:31"))["channel"]);
        var again = Assert.Single(await On("2024-07-12T09:31"));
        Assert.Equal(Substitute, again["channel"]);
        Assert.StartsWith("Hello! One last note", again.Spoken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_snoozed_past_the_last_step_is_asked_themselves()
    {
        await Owe($"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Partners.Contact};{Substitute},,{Owned}");
        var due = Assert.Single(await On("2024-07-08T09:31"));
        Assert.StartsWith("Hello! A word about your update.", due.Spoken.Text, StringComparison.Ordinal);
        await Later(due, "next_week", "Monday, July 15");
        Assert.Empty(await On("2024-07-12T09:31"));

        var again = Assert.Single(await On("2024-07-15T09:31"));
        Assert.Equal(Partners.Contact, again["channel"]);
        Assert.StartsWith("As promised, here I am again.", again.Spoken.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("America/New_York", "2024-07-05T09:31", "remind.tomorrow", "Monday, July 8", "2024-07-08T09:31")]
    [InlineData("America/New_York", "2024-07-05T09:31", "three_days", "Monday, July 8", "2024-07-08T09:31")]
    [InlineData("America/New_York", "2024-07-05T09:31", "next_week", "Monday, July 8", "2024-07-08T09:31")]
    [InlineData("Pacific/Auckland", "2024-06-30T17:31", "remind.tomorrow", "Tuesday, July 2", "2024-07-01T17:31")]
    [InlineData("Asia/Kolkata", "2024-07-05T00:01", "remind.tomorrow", "Monday, July 8", "2024-07-08T00:01")]
    public async Task Later_is_a_weekday_where_they_are(string zone, string asked, string choice, string day, string again)
    {
        Slack.People[Partners.Contact] = RecordedSlack.PersonJson(Partners.Contact, "Birgit", $",\"tz\":\"{zone}\"");
        await Bot.Services.GetRequiredService<AoBot.People.PeopleDirectory>().Find(Partners.Contact, CancellationToken.None, afresh: true);
        await Owe($"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Partners.Contact},,{Owned}");
        await Later(Assert.Single(await On(asked)), choice, day);

        var moment = Local(again);
        await On(moment - Duration.FromMinutes(2));
        Assert.Equal(Partners.Contact, Assert.Single(await On(moment))["channel"]);
    }

    [Fact]
    public async Task Later_is_never_past_the_next_period_which_for_a_quarter_is_the_next_quarter()
    {
        await Owe($"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Partners.Contact},,{Owned}", $"cedar,Fictional Cedar,cedar,quarterly,2024-01-01,,,{Partners.Contact},,{Owned}");
        var asked = Assert.Single(await On("2024-07-05T09:31"));
        await On("2024-08-05T08:00");

        // Monday, August 5: June's successor is due today, the next quarter's in October.
        await Bot.Press(Press(asked, "remind.tomorrow", "birch"));
        Assert.Equal("By then the next update is due, and I write about that one. Nothing was changed.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text);
        await Bot.Press(Press(asked, "remind.tomorrow", "cedar"));
        Assert.StartsWith("Gladly: I come back to Fictional Cedar on Tuesday, August 6", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        await Slack.Next("chat.update");
    }

    [Fact]
    public async Task Who_was_away_for_all_of_it_gets_one_message_when_they_are_back()
    {
        await Owe($"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Partners.Contact},,{Owned}");
        await Submit((await OpenBy("/ao away until July 19", Partners.Contact)).By(Partners.Contact));
        await On("2024-07-05T09:31");
        await On("2024-07-12T09:31");
        Assert.Equal(Owned, Assert.Single(await On("2024-07-15T09:31"))["channel"]);
        Assert.Empty(await On("2024-07-19T09:31"));

        Assert.Equal(Partners.Contact, Assert.Single(await On("2024-07-22T09:31"), c => !c["text"].StartsWith("What waits for you", StringComparison.Ordinal))["channel"]);
        await On("2024-07-23T09:31");
        Assert.Empty(await On("2024-07-24T09:31"));
    }

    [Fact]
    public async Task A_promise_to_somebody_who_is_away_waits_for_them_and_staff_do_not()
    {
        await Owe($"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Partners.Contact},,{Owned}");
        await Later(Assert.Single(await On("2024-07-05T09:31")), "next_week", "Monday, July 8");
        await Submit((await OpenBy("/ao away until July 31", Partners.Contact)).By(Partners.Contact));
        Assert.Empty(await On("2024-07-08T09:31"));
        Assert.Empty(await On("2024-07-12T09:31"));
        Assert.Equal(Owned, Assert.Single(await On("2024-07-15T09:31"))["channel"]);

        var back = Assert.Single(await On("2024-08-01T09:31"), IsToContact);
        Assert.Contains("Fictional Birch, June: I don't see it in the repository yet.", back.Spoken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_named_in_their_place_may_say_so_too_and_the_roster_takes_it_back()
    {
        await Owe($"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Partners.Contact},,{Owned}");
        var asked = Assert.Single(await On("2024-07-01T09:31"));
        await Submit((await Choose(asked, "not_me", "birch")).By(Partners.Contact).PickOne("who", StandIn));
        var edited = await Slack.Next("chat.update");
        Assert.Contains("Fictional Birch, June: Noted: I ask you no more about it.", edited.Spoken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("remind.sent", edited.Body, StringComparison.Ordinal);
        await Bot.Press(ButtonPress.On((await Slack.Next("chat.postMessage")).Spoken, "not_me.yes") with { User = Workspace.Staff });
        await Slack.Next(RecordedSlack.ResponseUrl);

        var other = Assert.Single(await On("2024-07-05T09:31"));
        Assert.Equal(StandIn, other["channel"]);
        await Bot.Press(Press(other, "remind.more", "birch") with { User = StandIn, Chosen = "not_me" });
        await Submit(WindowSubmission.Of(await Slack.Next("views.open")).By(StandIn));
        await Slack.Next("chat.update");
        await Slack.Next("chat.postMessage");

        // Nobody is left: staff hear so in the digest, and the owner gets a letter to write, which says why.
        await On("2024-07-08T08:00");
        await On("2024-07-08T09:31");
        Assert.Contains("digest/2024-W28 Sent", await Notices());
        var letter = Assert.Single(await On("2024-07-12T09:31"));
        Assert.Equal(Owned, letter["channel"]);
        Assert.Contains("I can reach nobody in Slack: Eva: not the one to ask, they say.", letter.Spoken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not_me", letter.Body, StringComparison.Ordinal);
        Assert.Contains("Fictional Birch has no contact whom I can reach in Slack", (await Bot.AsStaff("/ao status")).Text, StringComparison.Ordinal);

        await Roster($"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Substitute},,{Owned}");
        await Roster($"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Partners.Contact},,{Owned}");
        Assert.Contains("to Birgit: Hello! A friendly heads-up about your update. Fictional Birch, July", (await Bot.AsStaff("/ao remind preview 31")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_message_may_hold_several_steps_and_periods_each_in_its_own_words()
    {
        await Owe($"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Partners.Contact},,{Owned}", $"cedar,Fictional Cedar,cedar,monthly,2024-07-01,,,{Partners.Contact},,{Owned}");
        var june = Assert.Single(await On("2024-07-05T09:31"));
        await On("2024-07-12T09:31");
        await On("2024-07-15T09:31");
        await On("2024-07-31T09:31");
        await On("2024-08-01T10:00");
        await Bot.Press(Press(june, "remind.sent", "birch"));
        await Slack.Next(RecordedSlack.ResponseUrl);

        var both = Assert.Single(await On("2024-08-05T09:31"), IsToContact);
        Assert.StartsWith("Hello! A word about your updates.", both.Spoken.Text, StringComparison.Ordinal);
        Assert.Contains("Fictional Birch, June: I don't see it in the repository yet.", both.Spoken.Text, StringComparison.Ordinal);
        Assert.Contains("Fictional Birch, July: Due today, and not in yet.", both.Spoken.Text, StringComparison.Ordinal);
        Assert.Contains("Fictional Cedar, July: Due today, and not in yet.", both.Spoken.Text, StringComparison.Ordinal);
        var last = Assert.Single(await On("2024-08-12T09:31"), IsToContact);
        Assert.Contains("Fictional Birch, July: It was hoped for by Monday, August 5", last.Spoken.Text, StringComparison.Ordinal);
        Assert.Contains("Fictional Cedar, July: It was hoped for by Monday, August 5", last.Spoken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_silent_before_reminders_were_on_is_asked_all_the_same()
    {
        await Roster($"birch,Fictional Birch,birch,monthly,2024-04-01,,,{Partners.Contact},,{Owned}");
        Workspace.Clock.Advance((Local("2024-07-29T12:00") - Instant.FromDateTimeOffset(Workspace.Clock.GetUtcNow())).ToTimeSpan());
        await Read();
        await TurnOn();

        Assert.Contains("Fictional Birch, July", Assert.Single(await On("2024-08-05T09:31"), IsToContact).Spoken.Text, StringComparison.Ordinal);
    }

    private static bool IsToContact(SlackCall said) => said["channel"]?.ToString() == Partners.Contact;

    private async Task Later(SlackCall asked, string choice, string day)
    {
        await Bot.Press(choice == "remind.tomorrow" ? Press(asked, choice, "birch") : Press(asked, "remind.more", "birch") with { Chosen = choice });
        Assert.StartsWith($"Gladly: I come back to Fictional Birch on {day}", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        Assert.Contains($"I come back to this on {day}.", (await Slack.Next("chat.update")).Spoken.Text, StringComparison.Ordinal);
    }
}
