using AoBot.Events;
using AoBot.Slack.Tests;
using AoBot.Tests.Host;

namespace AoBot.Tests.Events;

/// <summary>Invitations, answers and places; who may press what, and what is said to those who may not.</summary>
public sealed class InvitationTests : GatheringTest
{
    [Fact]
    public async Task Each_invitee_is_invited_three_weeks_before_and_the_organizer_sees_it_an_hour_earlier()
    {
        var id = await NewRoundtable();
        await To("2024-07-03 08:59");
        Assert.Empty(await Posted());

        await To("2024-07-03 09:00");
        var preview = Assert.Single(await Posted()).Value;
        Assert.Equal(Organizer, preview["channel"]);
        Assert.StartsWith("In an hour I invite 4 people to Roundtable, Thursday, July 25, 10:00 AM New York time.", preview["text"], StringComparison.Ordinal);

        await To("2024-07-03 10:00");
        var posted = await Posted();
        Assert.Equal([Alda, Bert, Birch, Fira, Organizer], posted.Keys);
        Assert.Equal($"You are invited: Roundtable, Thursday, July 25, 10:00 AM New York time. {Link}. You have not answered yet. Please answer by Tuesday, July 23.", posted[Birch]["text"]);
        Assert.Equal(["rsvp.going", "rsvp.maybe", "rsvp.cant", "rsvp.more"], posted[Birch].Spoken.Buttons.Select(b => b.GetProperty("action_id").GetString()!));
        Assert.Contains("No answer yet: 5", posted[Organizer]["text"], StringComparison.Ordinal);
        Assert.Contains("Fictional Damson, by mail", posted[Organizer]["text"], StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", posted[Organizer].Body, StringComparison.Ordinal);

        await Works();
        Assert.Empty(await Posted());
        Assert.Equal(id, (await Read(id)).Id);
    }

    [Fact]
    public async Task Who_is_asleep_when_the_others_are_invited_is_invited_in_their_own_morning()
    {
        await NewRoundtable();
        await Workspace.Execute($"INSERT INTO People (SlackId, Name, ZoneId, IsFullMember, IsInStaffGroup, IsGone, RefreshedAt) VALUES ('{Birch}', 'Berta', 'Pacific/Auckland', 1, 0, 0, '2026-03-02T09:00:00.000Z')");
        await To("2024-07-03 10:00");
        Assert.Equal([Alda, Bert, Fira, Organizer], (await Posted()).Keys);

        await To("2024-07-03 17:29");
        Assert.Empty(await Posted());
        await To("2024-07-03 17:30");
        Assert.StartsWith("You are invited: Roundtable, Thursday, July 25, 10:00 AM New York time.", Assert.Single(await Posted()).Value["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_organizer_holds_it_back_and_lets_it_go()
    {
        var id = await NewRoundtable();
        await To("2024-07-03 09:00");
        var hold = Assert.Single(await Posted()).Value.Spoken.Button("gathering.hold")!.Value.GetProperty("value").GetString()!;

        await Bot.Press(new ButtonPress("gathering.hold", hold) { User = Stranger });
        Assert.StartsWith("Only its host and the fund's staff", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        await Bot.Press(new ButtonPress("gathering.hold", hold) { User = Organizer });
        var held = (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken;
        Assert.StartsWith("I hold Roundtable, Thursday, July 25, 10:00 AM New York time, back", held.Text, StringComparison.Ordinal);
        await To("2024-07-03 12:00");
        Assert.Equal([Organizer], (await Posted()).Keys);

        await Bot.Press(new ButtonPress("gathering.release", held.Button("gathering.release")!.Value.GetProperty("value").GetString()!) { User = Organizer });
        await Slack.Next(RecordedSlack.ResponseUrl);
        await Works();
        Assert.Equal([Alda, Bert, Birch, Fira], (await Posted()).Keys);
        Assert.False((await Read(id)).IsHeld);
    }

    [Theory]
    [InlineData("rsvp.going", "You are coming: Roundtable, Thursday, July 25, 10:00 AM New York time.", "You are coming.")]
    [InlineData("rsvp.maybe", "You may come: Roundtable, ", "You may come.")]
    [InlineData("rsvp.cant", "You cannot come: Roundtable, Thursday, July 25, 10:00 AM New York time. Thank you for saying so.", "You cannot come.")]
    [InlineData("withdraw", "I took your answer back: Roundtable, ", "You have not answered yet.")]
    public async Task An_answer_counts_and_stands_in_the_invitation(string button, string said, string shown)
    {
        var id = await Invited();
        if (button == "withdraw")
        {
            await Press(Birch, RsvpAction.Going, id);
            await Passes(4);
        }

        Assert.StartsWith(said, await Press(Birch, button, id), StringComparison.Ordinal);
        await Works();

        var edits = await Taken("chat.update");
        Assert.Contains(shown, edits.Last(e => e["channel"] == Birch)["text"], StringComparison.Ordinal);
        Assert.Contains(edits, e => e["channel"] == Organizer);
        Assert.Empty(await Posted());
    }

    [Theory]
    [InlineData("rsvp.going")]
    [InlineData("rsvp.maybe")]
    [InlineData("rsvp.cant")]
    [InlineData("withdraw")]
    [InlineData("remind")]
    [InlineData("who")]
    public async Task Who_is_not_invited_is_told_kindly_to_ask_the_host(string button)
    {
        var id = await Invited();
        var before = await Workspace.Content();

        foreach (var who in new[] { Stranger, Organizer })
        {
            var said = await Press(who, button, id);
            if (button != "who" || who != Organizer)
            {
                Assert.Equal("This goes by invitation. If you would like to come, please ask its host; they are glad to hear from you.", said);
            }
        }

        Assert.Equal(before, await Workspace.Content());
    }

    /// <summary>A guest from Slack and a substitute are as welcome to every button as a partner's contact; who was taken off is as a stranger.</summary>
    [Theory]
    [InlineData("guest")]
    [InlineData("substitute")]
    [InlineData("taken off")]
    [InlineData("left Slack")]
    public async Task Every_button_is_answered_for_every_kind_of_person(string kind)
    {
        var id = await Invited();
        var who = await Become(kind, id);
        var isInvited = kind != "taken off";
        foreach (var (button, said) in new[] { (RsvpAction.Going, "You are coming"), (RsvpAction.Maybe, "You may come"), ("remind", "I remind you, too"), (RsvpAction.Cant, "You cannot come"), ("withdraw", "I took your answer back"), ("who", "Roundtable, Thursday, July 25") })
        {
            Assert.StartsWith(isInvited ? said : "This goes by invitation.", await Press(who, button, id), StringComparison.Ordinal);
        }

        foreach (var (button, field) in new[] { ("note", "note"), ("substitute", "who") })
        {
            await Bot.Press(PressOf(who, button, id));
            var window = WindowSubmission.Of(await Slack.Next("views.open"), who);
            var said = await Submit(button == "note" ? window.Type(field, "With a friend") : window.PickOne(field, "U0000ELSE"));
            Assert.Contains(isInvited ? "\"Saved\"" : "This goes by invitation.", said, StringComparison.Ordinal);
        }

        var kept = (await Read(id)).Invitees.Find(i => i.SlackId == who)!;
        Assert.Equal(isInvited ? ("With a friend", RsvpAnswer.Cant) : (null, null), (kept.Rsvp?.Note, kept.Rsvp?.Answer));
        await Works();
        Assert.Equal(isInvited ? ["U0000ELSE"] : [], (await Posted()).Keys);
    }

    [Fact]
    public async Task Windows_of_an_invitation_are_the_invitees_alone()
    {
        var id = await Invited();
        foreach (var (button, field) in new[] { ("note", "note"), ("substitute", "who") })
        {
            await Bot.Press(PressOf(Stranger, button, id));
            var window = WindowSubmission.Of(await Slack.Next("views.open"), Stranger);
            Assert.Equal([field], window.Fields);
            Assert.Contains("This goes by invitation.", await Submit(button == "note" ? window.Type(field, "Me too") : window.PickOne(field, Fira)), StringComparison.Ordinal);
        }

        Assert.Equal(0, await Workspace.Scalar<int>("SELECT COUNT(*) FROM Rsvps"));
    }

    [Fact]
    public async Task A_note_reaches_the_organizer_and_who_comes_is_told_by_name_without_calling_anybody()
    {
        var id = await Invited();
        await Press(Birch, RsvpAction.Going, id);
        await Bot.Press(PressOf(Birch, "note", id));
        await Saved(WindowSubmission.Of(await Slack.Next("views.open"), Birch).Type("note", "Ten minutes <!here> later"));
        await Passes(4);

        var board = (await Taken("chat.update")).Last(e => e["channel"] == Organizer);
        Assert.Contains("Coming: 1 (U0000BIRC, note: Ten minutes <!here> later)", board.Spoken.Everything, StringComparison.Ordinal);
        Assert.Equal("Roundtable, Thursday, July 25, 10:00 AM New York time. Coming: U0000BIRC.", await Press(Alda, "who", id));
    }

    [Fact]
    public async Task Places_go_in_the_order_of_arrival_and_who_waits_hears_once_of_a_place()
    {
        var id = await Invited(w => w.Type(GatheringForm.Capacity, "1"));
        await Press(Birch, RsvpAction.Going, id);
        Assert.EndsWith("All places of Roundtable, Thursday, July 25, 10:00 AM New York time, are taken. You are number 1 of those who wait, and I tell you when there is a place.", await Press(Alda, RsvpAction.Going, id), StringComparison.Ordinal);
        Assert.Contains("You are number 2", await Press(Fira, RsvpAction.Going, id), StringComparison.Ordinal);
        await Passes(4);
        await Taken("chat.update");

        await Press(Birch, RsvpAction.Cant, id);
        await Press(Birch, RsvpAction.Cant, id);
        await Works();

        var told = Assert.Single(await Posted());
        Assert.Equal(Alda, told.Key);
        Assert.StartsWith("There is a place for you: Roundtable, Thursday, July 25", told.Value["text"], StringComparison.Ordinal);
        Assert.Contains("you are number 1 of those who wait", (await Taken("chat.update")).Last(e => e["channel"] == Fira)["text"], StringComparison.Ordinal);

        await Save((await Window($"/ao roundtable edit {id}")).Type(GatheringForm.Capacity, "3"));
        await Passes(4);
        Assert.Equal([Fira], (await Posted()).Keys);
        var refused = WindowSubmission.Updated(await Submit((await Window($"/ao roundtable edit {id}")).Type(GatheringForm.Capacity, "1")));
        Assert.StartsWith("2 have a place already.", Errors(await Submit(refused))[GatheringForm.Capacity], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_substitute_is_invited_and_who_sent_them_cannot_come()
    {
        var id = await Invited();
        await Bot.Press(PressOf(Birch, "substitute", id));
        var window = WindowSubmission.Of(await Slack.Next("views.open"), Birch);
        Assert.Equal("They are invited already.", Errors(await Submit(window.PickOne("who", Alda)))["who"]);
        Assert.Equal("Choose somebody else.", Errors(await Submit(window.PickOne("who", Birch)))["who"]);
        await Saved(window.PickOne("who", "U0000SUBS"));
        await Works();

        Assert.Equal(["U0000SUBS"], (await Posted()).Keys);
        Assert.StartsWith("You are coming", await Press("U0000SUBS", RsvpAction.Going, id), StringComparison.Ordinal);
        Assert.Equal(RsvpAnswer.Cant, (await Read(id)).Invitees.Find(i => i.SlackId == Birch)!.Rsvp!.Answer);
    }

    [Fact]
    public async Task The_organizer_answers_for_moves_and_removes_people_also_after_the_last_day()
    {
        var id = await Invited();
        await Press(Birch, RsvpAction.Maybe, id);
        await To("2024-07-24 09:00");
        Assert.StartsWith("The time to answer is over for Roundtable, Thursday, July 25, 10:00 AM New York time. Please tell its host", await Press(Birch, RsvpAction.Going, id), StringComparison.Ordinal);

        await Answers(id, Birch, "Going");
        await Answers(id, null, "Going");
        await Answers(id, Alda, "remove");
        await Posted();
        Assert.Contains("Coming: 2 (U0000BIRC, Fictional Damson, by mail)", (await Bot.AsStaff("/ao roundtable")).Text, StringComparison.Ordinal);
        Assert.StartsWith("This goes by invitation.", await Press(Alda, RsvpAction.Going, id), StringComparison.Ordinal);
        await Works();
        Assert.Contains(await Taken("chat.update"), e => e["channel"] == Alda && e["text"].StartsWith("You are not invited to Roundtable", StringComparison.Ordinal));

        var window = (await Window($"/ao roundtable answer {id}")).By(Stranger);
        Assert.Contains("This goes by invitation.", await Submit(window.Choose("who", await InviteeId(id, Birch)).Choose("answer", "Cant")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_and_guests_by_name_are_invited_later_at_once()
    {
        var id = await Invited();
        Assert.StartsWith("Names only", Errors(await Submit((await Window($"/ao roundtable invite {id}")).Type("guests", "ann@example.org")))["guests"], StringComparison.Ordinal);
        var mail = WindowSubmission.Updated(await Submit((await Window($"/ao roundtable invite {id}")).Pick("people", "U0000NEWP", Birch).Type("guests", "Gwen of Fictional Ginkgo\n\nHal"))).Json;
        Assert.Contains("mailto:?subject=Invitation%3A%20Roundtable%2C%20July%2025%2C%202024", mail, StringComparison.Ordinal);
        Assert.Contains("body=Hello%20Gwen%20of%20Fictional%20Ginkgo%2C", mail, StringComparison.Ordinal);
        await Works();

        Assert.Equal(["U0000NEWP"], (await Posted()).Keys);
        Assert.Equal(["Fictional Damson, by mail", "Gwen of Fictional Ginkgo", "Hal"], (await Read(id)).Invitees.Where(i => i.SlackId is null).Select(i => i.GuestName));
        Assert.Contains("Only its host and the fund's staff", await Submit((await Window($"/ao roundtable invite {id}")).Pick("people", Stranger).By(Stranger)), StringComparison.Ordinal);

        var again = (await Bot.AsStaff($"/ao roundtable mail {id}")).Text;
        Assert.Contains("To Hal: Hello Hal,", again, StringComparison.Ordinal);
        Assert.Contains("Thursday, July 25, 2024, 10:00 AM to 11:00 AM New York time (UTC−4)", again, StringComparison.Ordinal);
        Assert.Contains("Please answer this mail by Tuesday, July 23, 2024.", again, StringComparison.Ordinal);
        Assert.StartsWith("Only the fund's staff", (await Bot.Command($"/ao roundtable mail {id}", Birch)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_has_not_answered_is_asked_half_way_and_the_day_before_the_last()
    {
        var id = await Invited();
        await Press(Birch, RsvpAction.Cant, id);
        await Press(Alda, RsvpAction.Maybe, id);
        await To("2024-07-12 09:59");
        Assert.Empty(await Posted());
        await To("2024-07-12 10:00");
        var posted = await Posted();
        Assert.Equal([Bert, Fira], posted.Keys);
        Assert.Equal("Roundtable, Thursday, July 25, 10:00 AM New York time. Can you come? Any of the three answers helps. Answers are open until Tuesday, July 23.", posted[Bert]["text"]);

        await Press(Bert, RsvpAction.Going, id);
        await To("2024-07-22 10:00");
        Assert.Equal([Fira], (await Posted()).Keys);
        await To("2024-07-24 09:59");
        Assert.Empty(await Posted());
    }

    [Fact]
    public async Task Who_is_away_is_not_asked_again_while_they_are()
    {
        await Invited();
        await Bot.Send(SlackRequest.Command("/ao", "away until July 15", ("user_id", Birch)));
        Assert.Contains("away until Monday, July 15", await Submit(WindowSubmission.Of(await Slack.Next("views.open")).By(Birch)), StringComparison.Ordinal);

        await To("2024-07-12 10:00");
        var asked = (await Posted()).Keys;
        Assert.Contains(Bert, asked);
        Assert.DoesNotContain(Birch, asked);
        Assert.Equal("they are away", await Workspace.Scalar<string>($"SELECT Reason FROM Notices WHERE Kind = 'rsvp-chase' AND Recipient = '{Birch}' AND State = 'Skipped'"));
        await To("2024-07-22 10:00");
        Assert.Contains(Birch, (await Posted()).Keys);
    }

    [Fact]
    public async Task A_message_is_changed_at_most_once_in_three_seconds_and_ends_right()
    {
        var id = await Invited();
        await Press(Birch, RsvpAction.Going, id);

        // The first change is under way; one that had not begun would show the later answers as well.
        while ((await Slack.Next("chat.update"))["channel"] != Birch)
        {
        }

        foreach (var button in new[] { RsvpAction.Cant, RsvpAction.Maybe, RsvpAction.Going, RsvpAction.Maybe })
        {
            await Press(Birch, button, id);
        }

        await Works();
        var more = (await Taken("chat.update")).Count(e => e["channel"] == Birch);
        await Passes(2);
        Assert.Empty(await Taken("chat.update"));
        await Passes(1);
        var last = Assert.Single(await Taken("chat.update"), e => e["channel"] == Birch);

        Assert.Equal(0, more);
        Assert.Contains("You may come.", last["text"], StringComparison.Ordinal);
        await Passes(10);
        Assert.Empty(await Taken("chat.update"));
    }

    [Fact]
    public async Task A_press_that_comes_twice_or_late_changes_nothing()
    {
        var id = await Invited();
        var (earlier, later) = (PressOf(Birch, RsvpAction.Going, id), PressOf(Birch, RsvpAction.Cant, id));
        foreach (var press in new[] { later, later, earlier })
        {
            await Bot.Press(press);
            Assert.StartsWith("You cannot come", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        }

        Assert.Equal(1, await Workspace.Scalar<int>("SELECT COUNT(*) FROM Rsvps"));
    }

    /// <summary>Somebody of a kind, with an invitation where they have one.</summary>
    private async Task<string> Become(string kind, int id)
    {
        switch (kind)
        {
            case "guest":
                await Saved((await Window($"/ao roundtable invite {id}")).Pick("people", "U0000GUES"));
                break;
            case "substitute":
                await Bot.Press(PressOf(Birch, "substitute", id));
                await Saved(WindowSubmission.Of(await Slack.Next("views.open"), Birch).PickOne("who", "U0000SUBS"));
                break;
            case "taken off":
                await Answers(id, Alda, "remove");
                break;
            case "left Slack":
                // Slack may still deliver what they pressed before they were gone.
                await Workspace.Execute($"INSERT OR REPLACE INTO People (SlackId, Name, IsFullMember, IsInStaffGroup, IsGone, RefreshedAt) VALUES ('{Fira}', 'Fira', 1, 0, 1, '2024-07-03T12:00:00.000Z')");
                break;
        }

        await Works();
        await Posted();
        return kind switch { "guest" => "U0000GUES", "substitute" => "U0000SUBS", "taken off" => Alda, _ => Fira };
    }

    private async Task Answers(int id, string? who, string answer) =>
        await Saved((await Window($"/ao roundtable answer {id}")).Choose("who", await InviteeId(id, who)).Choose("answer", answer));

    private async Task<string> InviteeId(int id, string? who) => $"{(await Read(id)).Invitees.First(i => i.SlackId == who).Id}";
}
