using AoBot.Events;
using AoBot.Tests.Host;

namespace AoBot.Tests.Events;

/// <summary>Moves, new links and cancellations: told once to each person whom they concern, from old to new; a typo is told to nobody.</summary>
public sealed class GatheringChangeTests : GatheringTest
{
    [Fact]
    public async Task A_moved_day_leads_to_one_notice_for_each_person_concerned_who_is_asked_anew()
    {
        var id = await Invited();
        await Press(Birch, RsvpAction.Going, id);
        await Press(Alda, RsvpAction.Cant, id);
        await Works();
        await Taken("chat.update");

        await Save((await Window($"/ao roundtable edit {id}")).Type(GatheringForm.Day, "July 26").Type(GatheringForm.AnswerBy, ""));
        await Works();

        var posted = await Posted();
        Assert.Equal([Bert, Birch, Fira], posted.Keys);
        Assert.Equal(
            "Roundtable has changed. When: Thursday, July 25, 10:00 AM New York time → Friday, July 26, 10:00 AM New York time. Can you come to the new date? What you answered to the old one does not count.",
            posted[Birch]["text"]);
        Assert.Contains("Coming: 0", (await Bot.AsStaff("/ao roundtable")).Text, StringComparison.Ordinal);
        await Passes(4);
        var edits = await Taken("chat.update");
        Assert.Contains("Said yes to the old date: 1 (U0000BIRC)", edits.Last(e => e["channel"] == Organizer)["text"], StringComparison.Ordinal);
        Assert.StartsWith("You are invited: Roundtable, Friday, July 26, 10:00 AM New York time.", edits.Last(e => e["channel"] == Birch)["text"], StringComparison.Ordinal);

        await To("2024-07-05 10:01");
        Assert.Equal("Roundtable, Friday, July 26, 10:00 AM New York time. You said yes to the old date. Can you come to the new one? Answers are open until Wednesday, July 24.", Assert.Single(await Posted()).Value["text"]);
        Assert.StartsWith("You are coming: Roundtable, Friday, July 26", await Press(Birch, RsvpAction.Going, id), StringComparison.Ordinal);

        await To("2024-07-12 10:00");
        await Posted();
        await To("2024-07-24 10:00");
        await Posted();
        await To("2024-07-25 09:59");
        Assert.Empty(await Posted());
        await To("2024-07-25 10:00");
        Assert.Equal([Birch], (await Posted()).Keys);
    }

    [Fact]
    public async Task A_new_link_is_told_and_a_typo_is_not()
    {
        var id = await Invited();
        await Press(Birch, RsvpAction.Going, id);
        await Save((await Window($"/ao roundtable edit {id}")).Type(GatheringForm.Title, "Round table").Type(GatheringForm.Agenda, "News"));
        await Passes(4);
        Assert.Empty(await Posted());
        Assert.Contains(await Taken("chat.update"), e => e["channel"] == Birch && e["text"].StartsWith("You are invited: Round table", StringComparison.Ordinal));

        await Save((await Window($"/ao roundtable edit {id}")).Type(GatheringForm.Link, "https://openssf.org/other").Type(GatheringForm.Place, "Room 5"));
        await Works();
        var posted = await Posted();
        Assert.Equal([Alda, Bert, Birch, Fira], posted.Keys);
        Assert.Equal("Round table has changed. Where: none → Room 5. Link: the old one → https://openssf.org/other.", posted[Birch]["text"]);
        Assert.Contains("Coming: 1 (U0000BIRC)", (await Bot.AsStaff("/ao roundtable")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_twice_in_the_evening_is_told_once_in_the_morning_and_to_the_channel_at_once()
    {
        var id = await Invited(w => w.Check(GatheringForm.InChannel, "yes"));
        await Press(Birch, RsvpAction.Going, id);
        await To("2024-07-08 19:00");
        await Save((await Window($"/ao roundtable edit {id}")).Type(GatheringForm.Day, "July 26").Type(GatheringForm.AnswerBy, ""));
        await Passes(4);
        Assert.Equal([Workspace.Channel], (await Posted()).Keys);
        Assert.StartsWith("You are invited: Roundtable, Friday, July 26", (await Taken("chat.update")).Last(e => e["channel"] == Birch)["text"], StringComparison.Ordinal);
        await To("2024-07-08 22:00");
        await Save((await Window($"/ao roundtable edit {id}")).Type(GatheringForm.Time, "11am").Type(GatheringForm.AnswerBy, ""));
        await To("2024-07-09 09:29");
        Assert.Equal([Workspace.Channel], (await Posted()).Keys);

        await To("2024-07-09 09:30");
        var posted = await Posted();
        Assert.Equal([Alda, Bert, Birch, Fira], posted.Keys);
        Assert.StartsWith("Roundtable has changed. When: Thursday, July 25, 10:00 AM New York time → Friday, July 26, 11:00 AM New York time.", posted[Birch]["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-07-24 19:00", "July 25", true)]
    [InlineData("2024-07-19 19:00", "July 22", true)]
    [InlineData("2024-07-19 19:00", "July 26", false)]
    public async Task A_change_at_night_waits_for_the_morning_only_if_a_day_is_left_then(string changed, string day, bool isTold)
    {
        var id = await Invited();
        await To(changed);
        await Posted();
        await Save((await Window($"/ao roundtable edit {id}")).Type(GatheringForm.Day, day).Type(GatheringForm.Time, "1pm").Type(GatheringForm.AnswerBy, ""));
        await Works();
        Assert.Equal(isTold, (await Posted()).ContainsKey(Birch));
    }

    [Fact]
    public async Task A_cancelled_one_is_told_once_says_so_where_it_stands_and_reminds_nobody()
    {
        var id = await Invited(w => w.Check(GatheringForm.InChannel, "yes"));
        await Press(Birch, RsvpAction.Going, id);
        var window = await Window($"/ao roundtable cancel {id}");

        await Saved(window);
        await Saved(window);
        await Passes(4);

        var posted = await Posted();
        Assert.Equal([Workspace.Channel, Alda, Bert, Birch, Fira], posted.Keys);
        Assert.All(posted.Values, p => Assert.Equal("Roundtable, Thursday, July 25, 10:00 AM New York time, does not take place.", p["text"]));
        var edits = await Taken("chat.update");
        Assert.Contains(edits, e => e["channel"] == Birch && e["text"] == "Roundtable, Thursday, July 25, 10:00 AM New York time, does not take place.");
        Assert.Contains(edits, e => e["channel"] == Workspace.Channel && e["text"].EndsWith("does not take place.", StringComparison.Ordinal));
        Assert.StartsWith("Roundtable, Thursday, July 25, 10:00 AM New York time, does not take place.", await Press(Alda, RsvpAction.Going, id), StringComparison.Ordinal);
        foreach (var time in new[] { "2024-07-12 10:00", "2024-07-22 10:00", "2024-07-24 10:00", "2024-07-25 09:00", "2024-07-25 12:00" })
        {
            await To(time);
        }

        Assert.Empty(await Posted());
        Assert.Contains("It has begun, or it was cancelled before.", await Submit((await Window($"/ao roundtable cancel {id}")).By(Organizer)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_was_told_of_yet_changes_in_silence()
    {
        var id = await NewRoundtable();
        await Save((await Window($"/ao roundtable edit {id}")).Type(GatheringForm.Time, "11am"));
        await Works();
        Assert.Empty(await Posted());

        await To("2024-07-03 10:00");
        Assert.StartsWith("You are invited: Roundtable, Thursday, July 25, 11:00 AM", (await Posted())[Birch]["text"], StringComparison.Ordinal);
    }
}
