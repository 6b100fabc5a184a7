using AoBot.Events;
using AoBot.Tests.Host;
using NodaTime;

namespace AoBot.Tests.Events;

/// <summary>Staff add, change and cancel gatherings in a window; what they typed is shown in full before it counts.</summary>
public sealed class GatheringWindowTests : GatheringTest
{
    [Fact]
    public async Task A_roundtable_is_completed_where_the_report_announced_its_day()
    {
        Assert.Contains("Thursday, July 25, Roundtable (no time yet)", (await Bot.Command("/ao next")).Text, StringComparison.Ordinal);
        var window = (await Window("/ao roundtable new")).Type(GatheringForm.Time, "10am").Type(GatheringForm.Link, Link);

        var seen = WindowSubmission.Updated(await Submit(window));

        Assert.Contains("Thursday, July 25, 2024, 10:00 AM to 11:00 AM New York time (UTC", seen.Json, StringComparison.Ordinal);
        Assert.Contains("report announced: Roundtable, Thursday, July 25?", seen.Json, StringComparison.Ordinal);
        Assert.Equal("update", Action(await Submit(seen)));
        Assert.Contains("Invitations go to 5 people on Wednesday, July 3, 10:00 AM New York time, with a preview to its host an hour before.", await Saved(seen.Choose(GatheringForm.Same, "yes")), StringComparison.Ordinal);
        Assert.Contains("This was saved before.", await Saved(seen), StringComparison.Ordinal);
        Assert.Contains("Thursday, July 25, 10:00 AM New York time, Roundtable", (await Bot.Command("/ao next")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Roundtable (no time yet)", (await Bot.Command("/ao next")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await Workspace.Scalar<int>("SELECT COUNT(*) FROM Occurrences"));
        Assert.Equal(1, await Workspace.Scalar<int>("SELECT COUNT(*) FROM Audit WHERE Action = 'gathering.add' AND Actor = 'U0000STAF'"));
    }

    [Fact]
    public async Task Another_one_near_an_announced_day_leaves_that_day_to_be_completed()
    {
        await Save((await Window("/ao roundtable new")).Type(GatheringForm.Day, "July 23").Type(GatheringForm.Time, "14:30").Type(GatheringForm.Place, "Room 5"), isSame: false);

        var next = (await Bot.Command("/ao next")).Text;
        Assert.Contains("Tuesday, July 23, 2:30 PM New York time, Roundtable", next, StringComparison.Ordinal);
        Assert.Contains("Thursday, July 25, Roundtable (no time yet)", next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GatheringForm.Day, "June 20, 2024", "Thursday, June 20, 2024 at that time is past.")]
    [InlineData(GatheringForm.Day, "Friday, July 25", "July 25, 2024 is a Thursday.")]
    [InlineData(GatheringForm.Day, "one day", "I cannot read this day.")]
    [InlineData(GatheringForm.Day, "February 30", "I cannot read this day.")]
    [InlineData(GatheringForm.Time, "10", "Is that 10 AM or PM?")]
    [InlineData(GatheringForm.Time, "25:00", "There is no such time.")]
    [InlineData(GatheringForm.Length, "9:00 AM", "It would end before it begins.")]
    [InlineData(GatheringForm.Length, "forever", "I cannot read this.")]
    [InlineData(GatheringForm.Zone, "Mars", "I know no such time zone.")]
    [InlineData(GatheringForm.Title, " ", "Write a title.")]
    [InlineData(GatheringForm.Link, "zoom", "This is no web address.")]
    [InlineData(GatheringForm.Capacity, "none", "Write a number from 1 on")]
    [InlineData(GatheringForm.AnswerBy, "July 26", "This is after the roundtable.")]
    [InlineData(GatheringForm.Repeats, "sometimes", "I cannot read this.")]
    [InlineData(GatheringForm.Repeats, "first Monday", "By this rule the first day would be Monday, August 5, 2024.")]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_is_changed(string field, string typed, string said)
    {
        var window = (await Window("/ao roundtable new")).Type(GatheringForm.Time, "10am").Type(GatheringForm.Link, Link);
        var before = await Workspace.Content();

        var (at, words) = Assert.Single(Errors(await Submit(window.Type(field, typed))));

        Assert.Equal(field, at);
        Assert.StartsWith(said, words, StringComparison.Ordinal);
        Assert.Equal(before, await Workspace.Content());
    }

    [Fact]
    public async Task A_time_that_the_clocks_skip_is_refused()
    {
        var window = (await Window("/ao roundtable new")).Type(GatheringForm.Day, "2025-03-09").Type(GatheringForm.Time, "2:30 am").Type(GatheringForm.Link, Link);

        Assert.StartsWith("The clocks of New York time skip 2:30 AM on that day.", Errors(await Submit(window))[GatheringForm.Time], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_meeting_becomes_a_series_with_its_next_days_shown()
    {
        var window = (await Window("/ao meeting new")).Type(GatheringForm.Time, "1 PM").Type(GatheringForm.Length, "1:45 PM").Type(GatheringForm.Link, "https://openssf.org/meeting");

        var seen = WindowSubmission.Updated(await Submit(window));

        Assert.Contains("Wednesday, August 7, 2024, 1:00 PM to 1:45 PM New York time (UTC", seen.Json, StringComparison.Ordinal);
        Assert.Contains("Wednesday, September 4, 2024; Wednesday, October 2, 2024; Wednesday, November 6, 2024", seen.Json, StringComparison.Ordinal);
        await Saved(seen.Choose(GatheringForm.Same, "yes"));
        var listed = (await Bot.Command("/ao meeting")).Text;
        Assert.StartsWith("Public meetings: Wednesday, August 7, 1:00 PM New York time, Public meeting (https://openssf.org/meeting); Wednesday, September 4,", listed, StringComparison.Ordinal);
        Assert.EndsWith("more.", listed, StringComparison.Ordinal);
        Assert.Equal(3, (await Bot.Command("/ao next all")).Text.Split("Public meeting").Length - 1);
    }

    [Fact]
    public async Task One_of_a_series_or_all_later_ones_are_changed()
    {
        await Save((await Window("/ao meeting new")).Type(GatheringForm.Time, "1 PM").Type(GatheringForm.Link, "https://openssf.org/meeting"), isSame: true);
        var first = await LastId();

        await Save((await Window($"/ao meeting edit {first + 1}")).Type(GatheringForm.Day, "September 5").Type(GatheringForm.Time, "2 PM"));
        await Save((await Window($"/ao meeting edit {first + 2}")).Type(GatheringForm.Time, "3 PM").Choose(GatheringForm.Scope, "later"));

        var listed = (await Bot.Command("/ao meeting")).Text;
        Assert.Contains("Wednesday, August 7, 1:00 PM", listed, StringComparison.Ordinal);
        Assert.Contains("Thursday, September 5, 2:00 PM", listed, StringComparison.Ordinal);
        Assert.Contains("Wednesday, October 2, 3:00 PM", listed, StringComparison.Ordinal);
        Assert.Contains("Wednesday, November 6, 3:00 PM", listed, StringComparison.Ordinal);
        var refused = (await Window($"/ao meeting edit {first + 2}")).Type(GatheringForm.Day, "October 3").Choose(GatheringForm.Scope, "later");
        Assert.StartsWith("All later ones cannot be moved to one day.", Errors(await Submit(WindowSubmission.Updated(await Submit(refused))))[GatheringForm.Day], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_more_is_added_to_a_series_beside_its_rule()
    {
        await Save((await Window("/ao meeting new")).Type(GatheringForm.Time, "1 PM").Type(GatheringForm.Link, "https://openssf.org/meeting"), isSame: true);

        var window = await Window("/ao meeting add");
        Assert.Equal([GatheringForm.Day, GatheringForm.Time, GatheringForm.Length, GatheringForm.Link, GatheringForm.Place], window.Fields);
        Assert.StartsWith("Thursday, June 20, 2024 at that time is past.", Errors(await Submit(window.Type(GatheringForm.Day, "2024-06-20")))[GatheringForm.Day], StringComparison.Ordinal);
        Assert.StartsWith("This is no web address.", Errors(await Submit((await Window("/ao meeting add")).Type(GatheringForm.Day, "August 21").Type(GatheringForm.Link, "in the wiki")))[GatheringForm.Link], StringComparison.Ordinal);
        var seen = WindowSubmission.Updated(await Submit((await Window("/ao meeting add")).Type(GatheringForm.Day, "August 21").Type(GatheringForm.Time, "3pm").Type(GatheringForm.Place, "Room 4")));
        Assert.Contains("Wednesday, August 21, 2024, 3:00 PM to 4:00 PM New York time (UTC", seen.Json, StringComparison.Ordinal);
        Assert.Contains("Only the fund's staff can add this", await Submit(seen.By(Stranger)), StringComparison.Ordinal);
        await Saved(seen.By(Workspace.Staff));

        var listed = (await Bot.Command("/ao meeting")).Text;
        Assert.StartsWith("Public meetings: Wednesday, August 7, 1:00 PM New York time, Public meeting (https://openssf.org/meeting); Wednesday, August 21, 3:00 PM New York time, Public meeting (Room 4", listed, StringComparison.Ordinal);
        Assert.Contains("Wednesday, September 4, 1:00 PM", listed, StringComparison.Ordinal);
        var again = WindowSubmission.Updated(await Submit((await Window("/ao meeting add")).Type(GatheringForm.Day, "August 21").Type(GatheringForm.Time, "3pm")));
        Assert.Equal("There is one at that time already. Choose another day or time.", Errors(await Submit(again))[GatheringForm.Day]);

        // It is told of as each of the series, and what is changed for all later ones does not make it the first of them.
        await To("2024-08-14 10:00");
        Assert.Contains("Wednesday, August 21", Assert.Single((await Posted()).Values, c => c["channel"] == Workspace.Channel)["text"], StringComparison.Ordinal);
        var added = (await Bot.AsStaff("/ao meeting")).Text.Split('#')[1].Split(';')[0];
        await Save((await Window($"/ao meeting edit {added}")).Type(GatheringForm.Time, "4 PM").Choose(GatheringForm.Scope, "later"));
        Assert.Contains("Wednesday, September 4, 4:00 PM", (await Bot.Command("/ao meeting")).Text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=America/New_York:20240904T160000", (await Bot.Client.GetStringAsync("/calendar.ics")).Split("\r\n"));
        await Works();
        await Posted();
    }

    [Theory]
    [InlineData("/ao roundtable bogus", "I don't know \"roundtable bogus\". What there is: /ao roundtable, and /ao help roundtable")]
    [InlineData("/ao meeting edti 3", "I don't know \"meeting edti\". Did you mean /ao meeting edit? ")]
    [InlineData("/ao meeting edit 3", "There is no public meeting #3. The numbers stand in /ao meeting.")]
    [InlineData("/ao roundtable attendence", "I don't know \"roundtable attendence\". Did you mean /ao roundtable attendance? ")]
    [InlineData("/ao roundtable mail", "No roundtable with a time is coming. /ao roundtable new adds one.")]
    public async Task What_is_mistyped_is_not_passed_over(string typed, string said) =>
        Assert.StartsWith(said, (await Bot.AsStaff(typed)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Who_asks_in_more_words_gets_the_list() =>
        Assert.StartsWith("Public meetings: Wednesday, August 7", (await Bot.Command("/ao meeting when please")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task To_what_does_not_repeat_nothing_is_added()
    {
        var id = await NewRoundtable();

        Assert.Equal($"#{id} does not repeat, so there is no series to add to. /ao roundtable new adds another.", (await Bot.AsStaff("/ao roundtable add")).Text.Replace("`", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_not_staff_changes_nothing_and_a_window_of_yesterday_neither()
    {
        var window = (await Window("/ao roundtable new")).Type(GatheringForm.Time, "10am").Type(GatheringForm.Link, Link);
        Assert.Contains("Only the fund's staff can change this", await Submit(window.By(Stranger)), StringComparison.Ordinal);
        Assert.StartsWith("Only the fund's staff can change roundtables.", (await Bot.Command("/ao roundtable new")).Text, StringComparison.Ordinal);

        var id = await NewRoundtable();
        Assert.StartsWith("Only the fund's staff can change roundtables.", (await Bot.Command($"/ao roundtable cancel {id}", Birch)).Text, StringComparison.Ordinal);
        var (mine, yours) = ((await Window($"/ao roundtable edit {id}")).Type(GatheringForm.Time, "11am"), (await Window($"/ao roundtable edit {id}")).Type(GatheringForm.Time, "noon"));
        await Save(mine);
        Assert.Contains("Somebody changed it while the window was open.", await Submit(WindowSubmission.Updated(await Submit(yours))), StringComparison.Ordinal);
        Assert.Equal(new LocalTime(11, 0), (await Read(id)).Time);

        Assert.Contains("Only the fund's staff can cancel this.", await Submit((await Window($"/ao roundtable cancel {id}")).By(Stranger)), StringComparison.Ordinal);
        Assert.StartsWith("There is no roundtable #99.", (await Bot.AsStaff("/ao roundtable edit 99")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Everybody is welcome at a public meeting", await OfMeeting(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_link_and_names_are_for_invitees_and_staff_alone()
    {
        await NewRoundtable();

        Assert.Contains($"({Link})", (await Bot.Command("/ao roundtable", Birch)).Text, StringComparison.Ordinal);
        Assert.Contains("No answer yet: 5", (await Bot.Command("/ao roundtable", Birch)).Text, StringComparison.Ordinal);
        Assert.Contains($"({Link})", (await Bot.AsStaff("/ao roundtable")).Text, StringComparison.Ordinal);
        var asPublic = await Bot.Command("/ao roundtable");
        Assert.Equal("Roundtables: Thursday, July 25, 10:00 AM New York time, Roundtable.", asPublic.Text);
        Assert.DoesNotContain("openssf.org", asPublic.Json.GetRawText(), StringComparison.Ordinal);

        await Bot.Press(ButtonPress.On(await Bot.Command("/ao roundtable", Birch)) with { User = Birch });
        var shared = await Slack.Next(RecordedSlack.ResponseUrl);
        Assert.DoesNotContain("openssf.org", shared.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("No answer", shared.Body, StringComparison.Ordinal);
    }

    private async Task<string> OfMeeting()
    {
        await Save((await Window("/ao meeting new")).Type(GatheringForm.Time, "1 PM").Type(GatheringForm.Link, "https://openssf.org/meeting"), isSame: true);
        return (await Bot.AsStaff("/ao meeting answer")).Text;
    }

    private static string? Action(string response) => (string?)System.Text.Json.Nodes.JsonNode.Parse(response)!["response_action"];
}
