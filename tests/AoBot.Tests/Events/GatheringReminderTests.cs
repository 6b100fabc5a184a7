using AoBot.Events;

namespace AoBot.Tests.Events;

/// <summary>A day and an hour before a roundtable: to those who come, as they wish it.</summary>
public sealed class GatheringReminderTests : GatheringTest
{
    [Fact]
    public async Task Who_comes_is_reminded_a_day_and_an_hour_before_and_nobody_else_but_who_asked()
    {
        var id = await Invited();
        await Press(Birch, RsvpAction.Going, id);
        await Press(Alda, RsvpAction.Maybe, id);
        await Press(Bert, RsvpAction.Maybe, id);
        Assert.StartsWith("I remind you, too", await Press(Bert, "remind", id), StringComparison.Ordinal);
        await Press(Fira, RsvpAction.Going, id);
        await Passes(4);
        await Press(Fira, RsvpAction.Cant, id);

        await To("2024-07-24 10:00");
        var posted = await Posted();
        Assert.Equal([Bert, Birch], posted.Keys);
        Assert.Equal($"Roundtable is tomorrow: Thursday, July 25, 10:00 AM New York time. {Link}", posted[Birch]["text"]);
        await To("2024-07-25 09:00");
        posted = await Posted();
        Assert.Equal([Bert, Birch], posted.Keys);
        Assert.StartsWith("Roundtable is in an hour", posted[Birch]["text"], StringComparison.Ordinal);
        await To("2024-07-25 10:00");
        Assert.StartsWith("Roundtable, Thursday, July 25, 10:00 AM New York time, has begun.", await Press(Birch, RsvpAction.Cant, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_see_beforehand_who_will_read_what_and_when_and_what_will_not_be_sent()
    {
        var id = await NewRoundtable();
        await Works();
        var before = (await Bot.AsStaff("/ao remind preview 31")).Text;
        Assert.Contains("About gatherings, whether reminders are on or not: ", before, StringComparison.Ordinal);
        Assert.Contains("Wednesday, July 3, 10:00 AM New York time, to ", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Not sent", before, StringComparison.OrdinalIgnoreCase);

        await To("2024-07-03 10:00");
        await Posted();
        await Press(Birch, RsvpAction.Going, id);
        await Press(Fira, RsvpAction.Going, id);
        await Submit((await Window("/ao settings")).By(Fira).Check("gatherings", "hour"));
        await Works();
        var after = (await Bot.AsStaff("/ao remind preview 31")).Text;
        Assert.Contains($"Wednesday, July 24, 10:00 AM New York time, to {Birch}: Roundtable is tomorrow: Thursday, July 25, 10:00 AM New York time.", after, StringComparison.Ordinal);
        Assert.Contains("Roundtable is in an hour", after, StringComparison.Ordinal);
        Assert.Matches("Planned, and not sent as things are: .*: they have answered", after);
        Assert.Contains($"; Wednesday, July 24, 10:00 AM New York time, to {Fira}: they wish for no reminder so long before", after, StringComparison.Ordinal);

        // It is what then happens.
        await To("2024-07-24 10:00");
        var posted = await Posted();
        Assert.Contains(Birch, posted.Keys);
        Assert.DoesNotContain(Fira, posted.Keys);
    }

    [Theory]
    [InlineData(new[] { "day" }, "Of what you said yes to I remind you a day before.", true, false)]
    [InlineData(new[] { "hour" }, "Of what you said yes to I remind you an hour before.", false, true)]
    [InlineData(new string[0], "Of what you said yes to I do not remind you.", false, false)]
    public async Task Everybody_chooses_how_long_before_they_are_reminded(string[] chosen, string noted, bool dayBefore, bool hourBefore)
    {
        var id = await Invited();
        await Press(Birch, RsvpAction.Going, id);
        await Press(Fira, RsvpAction.Going, id);
        await Press(Bert, RsvpAction.Going, id);
        await Press(Bert, "remind", id);
        foreach (var person in new[] { Birch, Bert })
        {
            Assert.Contains(noted, await Submit((await Window("/ao settings")).By(person).Check("gatherings", chosen)), StringComparison.Ordinal);
        }

        await To("2024-07-24 10:00");
        Assert.Equal(dayBefore ? [Bert, Birch, Fira] : [Bert, Fira], (await Posted()).Keys);
        await To("2024-07-25 09:00");
        Assert.Equal(hourBefore ? [Bert, Birch, Fira] : [Bert, Fira], (await Posted()).Keys);
        Assert.Equal(chosen.Length == 0 ? 2 : 1, await Workspace.Scalar<int>($"SELECT COUNT(*) FROM Notices WHERE Kind = 'gathering-reminder' AND Recipient = '{Birch}' AND Reason = 'they wish for no reminder so long before'"));
    }
}
