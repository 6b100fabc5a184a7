using System.Net;
using System.Text.RegularExpressions;
using AoBot.Events;
using AoBot.Events.Calendars;
using AoBot.People;
using AoBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Events;

/// <summary>Calendars by their addresses: everybody's, one's own, and the file of an invitation; each says the same as the messages do.</summary>
public sealed class CalendarTests : GatheringTest
{
    private const string Outside = "https://openssf.org/aobot/";

    [Fact]
    public async Task Everybodys_calendar_has_the_public_meetings_as_they_are_moved_and_cancelled()
    {
        await NewRoundtable();
        await Save((await Window("/ao meeting new")).Type(GatheringForm.Time, "1 PM").Type(GatheringForm.Link, "https://openssf.org/meeting"), isSame: true);
        var first = await LastId();
        Assert.Equal($"The public meetings as a calendar: {Outside}calendar.ics Let your calendar subscribe to this address, and it stays right by itself.", (await Bot.Command("/ao meeting calendar")).Text);

        var before = await Lines("/calendar.ics");
        Assert.Contains("METHOD:PUBLISH", before);
        Assert.Contains("RRULE:FREQ=MONTHLY;BYDAY=1WE", before);
        Assert.Contains("DTSTART;TZID=America/New_York:20240807T130000", before);
        Assert.Single(before, l => l == "BEGIN:VEVENT");
        Assert.DoesNotContain(before, l => l.Contains("roundtable", StringComparison.OrdinalIgnoreCase));

        await Save((await Window($"/ao meeting edit {first + 1}")).Type(GatheringForm.Day, "September 5"));
        await Saved(await Window($"/ao meeting cancel {first + 2}"));
        var after = await Lines("/calendar.ics");
        Assert.Contains("RECURRENCE-ID;TZID=America/New_York:20240904T130000", after);
        Assert.Contains("DTSTART;TZID=America/New_York:20240905T130000", after);
        Assert.Contains("EXDATE;TZID=America/New_York:20241002T130000", after);
        Assert.Equal(before.Single(l => l.StartsWith("UID:", StringComparison.Ordinal)), after.Where(l => l.StartsWith("UID:", StringComparison.Ordinal)).Distinct().Single());
        Assert.Contains("SEQUENCE:1", after);
    }

    [Fact]
    public async Task One_s_own_calendar_follows_the_invitation_and_names_nobody()
    {
        var id = await NewRoundtable();
        var mine = await NewFeed(Birch);
        Assert.DoesNotContain("BEGIN:VEVENT", await Lines(mine));

        await To("2024-07-03 10:00");
        await Posted();
        var invited = await Lines(mine);
        Assert.Contains("STATUS:TENTATIVE", invited);
        Assert.Contains($"URL:{Link}", invited);
        await Press(Birch, RsvpAction.Going, id);
        await Press(Alda, RsvpAction.Going, id);
        var going = await Lines(mine);
        Assert.Contains("STATUS:CONFIRMED", going);
        Assert.Contains("SEQUENCE:0", going);
        Assert.DoesNotContain(going, l => l.Contains("U0000", StringComparison.Ordinal) || l.Contains("Fictional", StringComparison.Ordinal) || l.StartsWith("ATTENDEE", StringComparison.Ordinal));

        await Save((await Window($"/ao roundtable edit {id}")).Type(GatheringForm.Day, "July 26").Type(GatheringForm.AnswerBy, ""));
        var moved = await Lines(mine);
        Assert.Contains("DTSTART;TZID=America/New_York:20240726T100000", moved);
        Assert.Contains("SEQUENCE:1", moved);
        Assert.Contains("STATUS:TENTATIVE", moved);
        Assert.Equal(Uid(going), Uid(moved));
        await Works();
        await Posted();

        await Press(Birch, RsvpAction.Cant, id);
        Assert.DoesNotContain("BEGIN:VEVENT", await Lines(mine));
        await Press(Birch, RsvpAction.Maybe, id);
        await Saved(await Window($"/ao roundtable cancel {id}"));
        var cancelled = await Lines(mine);
        Assert.Contains("STATUS:CANCELLED", cancelled);
        Assert.Contains("SEQUENCE:2", cancelled);
        Assert.Equal(Uid(going), Uid(cancelled));
        await Works();
        await Posted();
    }

    [Fact]
    public async Task An_address_ends_when_its_owner_says_so_and_is_kept_as_a_checksum()
    {
        var press = new ButtonPress(CalendarFeedAction.NewId, "") { User = Birch };
        await Bot.Press(press);
        var told = (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text;
        var token = Secret(told);
        await Bot.Press(press);
        Assert.StartsWith("I made an address for this press already.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        var others = await NewFeed(Alda);
        Assert.DoesNotContain(token, await Workspace.Content(), StringComparison.Ordinal);
        Assert.Equal(2, await Workspace.Scalar<int>("SELECT COUNT(*) FROM CalendarFeeds"));

        await Bot.Press(new ButtonPress(CalendarFeedAction.EndId, "") { User = Birch });
        Assert.StartsWith("1 address ended", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Status($"/calendar/{token}.ics"));
        Assert.Equal(HttpStatusCode.OK, await Status(others));
        Assert.Equal(HttpStatusCode.NotFound, await Status($"/calendar/{CalendarAddress.NewToken()}.ics"));

        await Bot.Services.GetRequiredService<Forgetting>().Forget(NamedPerson.Parse(Alda)!, "operator", CancellationToken.None);
        Assert.Equal(HttpStatusCode.NotFound, await Status(others));
    }

    [Fact]
    public async Task Nobody_has_more_than_five_addresses_and_the_oldest_goes()
    {
        var first = await NewFeed(Birch);
        for (var more = 0; more < 5; more++)
        {
            Workspace.Clock.Advance(TimeSpan.FromSeconds(1));
            await NewFeed(Birch);
        }

        Assert.Equal(HttpStatusCode.NotFound, await Status(first));
        Assert.Equal(5, await Workspace.Scalar<int>("SELECT COUNT(*) FROM CalendarFeeds WHERE RevokedAt IS NULL"));
    }

    [Fact]
    public async Task The_file_goes_with_the_confirmation_and_each_move_and_cancellation_under_one_name()
    {
        var id = await Invited();
        var confirmed = FileIn(await Press(Birch, RsvpAction.Going, id));
        var before = await Lines(confirmed);
        Assert.Contains("METHOD:PUBLISH", before);
        Assert.Contains("SEQUENCE:0", before);

        await Save((await Window($"/ao roundtable edit {id}")).Type(GatheringForm.Time, "11am"));
        await Works();
        var moved = await Lines(FileIn((await Posted())[Birch]["text"]));
        Assert.Contains("SEQUENCE:1", moved);
        Assert.Contains("DTSTART;TZID=America/New_York:20240725T110000", moved);

        await Saved(await Window($"/ao roundtable cancel {id}"));
        await Works();
        var told = (await Posted())[Birch];
        Assert.StartsWith("Roundtable, Thursday, July 25, 11:00 AM New York time, does not take place. Take it off your calendar: ", told["text"], StringComparison.Ordinal);
        var cancelled = await Lines(FileIn(told["text"]));
        Assert.Contains("METHOD:CANCEL", cancelled);
        Assert.Contains("SEQUENCE:2", cancelled);
        Assert.Equal([Uid(before), Uid(before)], [Uid(moved), Uid(cancelled)]);
    }

    [Fact]
    public async Task An_address_of_an_invitation_is_nobody_s_to_guess_and_ends_with_it()
    {
        var id = await Invited();
        var file = FileIn(await Press(Birch, RsvpAction.Going, id));
        var other = (await Read(id)).Invitees.First(i => i.SlackId == Alda).Id;
        Assert.Equal(HttpStatusCode.OK, await Status(file));
        Assert.Equal(HttpStatusCode.NotFound, await Status(Regex.Replace(file, @"\d+-", $"{other}-")));
        Assert.Equal(HttpStatusCode.NotFound, await Status($"/calendar/invitation/{other}.ics"));
        Assert.Equal(HttpStatusCode.NotFound, await Status("/calendar/invitation/-.ics"));

        var invitee = (await Read(id)).Invitees.First(i => i.SlackId == Birch).Id;
        await Saved((await Window($"/ao roundtable answer {id}")).Choose("who", $"{invitee}").Choose("answer", "remove"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(file));
    }

    protected override void Prepare()
    {
        base.Prepare();
        Workspace.Settings["Program:PublicUrl"] = Outside.TrimEnd('/');
    }

    /// <summary>Presses "Make an address", and gives its path here.</summary>
    private async Task<string> NewFeed(string user)
    {
        var offer = await Bot.Command("/ao roundtable calendar", user);
        await Bot.Press(ButtonPress.On(offer, CalendarFeedAction.NewId) with { User = user });
        return $"/calendar/{Secret((await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text)}.ics";
    }

    /// <summary>The token of an address, which must not stand in the log.</summary>
    private string Secret(string told)
    {
        var token = Regex.Match(told, $"{Regex.Escape(Outside)}calendar/(?<token>[\\w-]{{32}})\\.ics", RegexOptions.ExplicitCapture).Groups["token"].Value;
        Assert.NotEmpty(token);
        Workspace.Secrets.Add(token);
        return token;
    }

    private static string FileIn(string text)
    {
        var address = Regex.Match(text, $"{Regex.Escape(Outside)}(?<path>calendar/invitation/[\\w-]+\\.ics)", RegexOptions.ExplicitCapture);
        Assert.True(address.Success, text);
        return $"/{address.Groups["path"].Value}";
    }

    private async Task<HttpStatusCode> Status(string path)
    {
        using var response = await Bot.Client.GetAsync(path);
        return response.StatusCode;
    }

    private async Task<IReadOnlyList<string>> Lines(string path)
    {
        using var response = await Bot.Client.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, "text/calendar; charset=utf-8"), (response.StatusCode, $"{response.Content.Headers.ContentType}"));
        return [.. (await response.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")];
    }

    private static string Uid(IReadOnlyList<string> lines) => lines.Single(l => l.StartsWith("UID:", StringComparison.Ordinal));
}
