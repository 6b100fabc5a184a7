using AoBot.Playground.Workspace;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AoBot.Playground.Tests.Page;

/// <summary>What the report of the seed announces, from a day in it to what came of it, through the page as people do it; each with a browser and a clock of its own.</summary>
public sealed class GatheringBrowserTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly Browser _browser = new(["--Program:CalendarLink=https://calendar.example/openssf"]);

    public Task InitializeAsync() => _browser.InitializeAsync();

    public Task DisposeAsync() => _browser.DisposeAsync();

    [Fact]
    public async Task The_roundtable_of_July_25_is_completed_answered_moved_by_a_day_reminded_of_and_held()
    {
        if (await _browser.Open("?as=U0FAY", output, height: 1000) is not { } page)
        {
            return;
        }

        // Friday, June 28: the report said the day; staff say the rest, see it in full, and that it is the announced one.
        await Browser.Write(page, "/ao roundtable");
        await page.Locator(".message.ephemeral").Last.GetByRole(AriaRole.Button, new() { Name = "Add time and link" }).ClickAsync();
        var window = page.GetByRole(AriaRole.Dialog, new() { Name = "Roundtable", Exact = true });
        await Expect(Field(window, "Day")).ToHaveValueAsync("Thursday, July 25, 2024");
        await Field(window, "Begins at").FillAsync("10");
        await Press(window, "Next");
        await Expect(window.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Is that 10 AM or PM? Write for instance: 10:00 AM, or 14:30.");
        await Field(window, "Begins at").FillAsync("10am");
        await Field(window, "Takes").FillAsync("1.5 hours");
        await Field(window, "Link to join (optional)").FillAsync("https://meet.example/roundtable");
        await Field(window, "Agenda (optional)").FillAsync("Who reviews whose releases; what to write together");
        await Chromium.Picture(page, "roundtable-window");
        await Press(window, "Next");
        await Expect(window).ToContainTextAsync("Thursday, July 25, 2024, 10:00 AM to 11:30 AM New York time (UTC−4)");
        await Chromium.Picture(page, "roundtable-confirm");
        await Field(window, "Yes, this is it").CheckAsync();
        await Press(window, "Save");
        await Done(page, "Invitations go to 4 people on Wednesday, July 3, 10:00 AM New York time, with a preview to its host an hour before.");

        await Browser.Write(page, "/ao roundtable invite");
        window = page.GetByRole(AriaRole.Dialog, new() { Name = "Invite", Exact = true });
        await window.Locator("summary").ClickAsync();
        await window.GetByLabel("Gus Guest-Example").CheckAsync();
        await Field(window, "Guests by name (optional)").FillAsync("Greta Guest-by-Mail (fictional)");
        await Chromium.Picture(page, "roundtable-invite");
        await Press(window, "Invite");
        window = page.GetByRole(AriaRole.Dialog, new() { Name = "Mail to guests", Exact = true });
        await Expect(window).ToContainTextAsync("Hello Greta Guest-by-Mail (fictional),");
        await Expect(window).ToContainTextAsync("Thursday, July 25, 2024, 10:00 AM to 11:30 AM New York time (UTC−4)");
        await Chromium.Picture(page, "roundtable-mail");
        await Press(window, "Done");
        await Expect(window).ToHaveCountAsync(0);
        await Browser.Write(page, "/ao roundtable");
        await Expect(page.Locator(".message.ephemeral").Last).ToContainTextAsync("No answer yet: 6");
        await Chromium.Picture(page, "roundtable-list");

        // Wednesday, July 3, three weeks before and a day: an hour before it the host sees what will be said.
        await GoOn(page, Cast.Fay, "2024-07-03T09:30");
        await Expect(Message(page, "In an hour, or when their day begins, I invite 5 people: ")).ToHaveCountAsync(1);
        await Chromium.Picture(page, "roundtable-preview");
        Assert.Equal(0, Count(Cast.Pat, "You are invited"));
        await GoOn(page, Cast.Pat, "2024-07-03T10:30");
        var invitation = Message(page, "You are invited: Roundtable");
        await Expect(invitation).ToContainTextAsync("Thursday, July 25th, 2024 at 4:00 PM");
        await Expect(invitation).ToContainTextAsync("Please answer by Tuesday, July 23.");
        await Chromium.Picture(page, "roundtable-invitation");
        Assert.Empty(await Contrast(page));

        // Whose day is over, or has not begun, is invited in their own morning. Three answer.
        Assert.All([Cast.Lena, Cast.Gus, Cast.Phil], person => Assert.Equal(0, Count(person, "You are invited")));
        await Answer(page, Cast.Pat, "Going", "You are coming: Roundtable, Thursday, July 25th, 2024 at 4:00 PM.");
        await Chromium.Picture(page, "roundtable-going");
        var file = await Message(page, "You are invited: Roundtable").GetByRole(AriaRole.Link, new() { Name = "Put it into your calendar" }).GetAttributeAsync("href");
        Assert.Contains("SEQUENCE:0\r\n", await Calendar(file!), StringComparison.Ordinal);
        await GoOn(page, Cast.Lena, "2024-07-04T01:00");
        await Answer(page, Cast.Lena, "Going", "You are coming: Roundtable");
        await Answer(page, Cast.Gus, "Maybe", "You may come: Roundtable");
        await See(page, Cast.Fay);
        var board = Message(page, "Ecosystems of those who come");
        await Expect(board).ToContainTextAsync("Coming: 2 Pat Pretend (partner contact), Lena Later-Example (partner contact)");
        await Expect(board).ToContainTextAsync("2 of the 5 that KR 1.4 wants (JavaScript and Python)");
        await Chromium.Picture(page, "roundtable-board");
        await OnAPhone(Cast.Lena, "roundtable-phone-invitation");

        // A week later staff move it by a day: one notice to each, from old to new, by day where they are, and they answer anew.
        await GoOn(page, Cast.Fay, "2024-07-08T10:00");
        await Browser.Write(page, "/ao roundtable edit");
        window = page.GetByRole(AriaRole.Dialog, new() { Name = "Roundtable", Exact = true });
        await Field(window, "Day").FillAsync("July 26");
        await Press(window, "Next");
        await Expect(window).ToContainTextAsync("Friday, July 26, 2024, 10:00 AM to 11:30 AM New York time (UTC−4)");
        await Chromium.Picture(page, "roundtable-move");
        await Press(window, "Save");
        await Done(page, "Whoever has heard of it hears of a new time, place or link, and of nothing else.");
        await See(page, Cast.Pat);
        await Expect(Message(page, "Roundtable has changed.")).ToHaveCountAsync(1);

        // Where it is evening they read it in the morning.
        Assert.Equal((0, 0), (Count(Cast.Lena, "Roundtable has changed."), Count(Cast.Gus, "Roundtable has changed.")));
        await GoOn(page, Cast.Fay, "2024-07-09T01:00");
        foreach (var (person, hour, said) in new[] { (Cast.Pat, "4:00 PM", "yes"), (Cast.Lena, "7:30 PM", "yes"), (Cast.Gus, "11:00 PM", "maybe") })
        {
            await See(page, person);
            var change = Message(page, "Roundtable has changed.");
            await Expect(change).ToHaveCountAsync(1);
            await Expect(change).ToContainTextAsync($"Thursday, July 25th, 2024 at {hour} → Friday, July 26th, 2024 at {hour}");
            await Expect(Message(page, "You are invited: Roundtable")).ToContainTextAsync($"You said {said} to the old date. Please answer anew by Wednesday, July 24.");
            await Chromium.Picture(page, $"roundtable-moved-{person}");
        }

        Assert.Contains("SEQUENCE:1\r\n", await Calendar(file!), StringComparison.Ordinal);
        Assert.Contains("20240726T", await Calendar(file!), StringComparison.Ordinal);
        await See(page, Cast.Fay);
        await Expect(board).ToContainTextAsync("Said yes to the old date: 2 Pat Pretend (partner contact), Lena Later-Example (partner contact)");
        await Expect(board).ToContainTextAsync("Said maybe to the old date: 1 Gus Guest-Example (invited guest)");
        await Chromium.Picture(page, "roundtable-board-moved");
        await Answer(page, Cast.Pat, "Going", "You are coming: Roundtable, Friday, July 26th, 2024 at ");
        await Answer(page, Cast.Gus, "Going", "You are coming: Roundtable, Friday, July 26th, 2024 at ");
        await Answer(page, Cast.Lena, "Can't", "You cannot come: Roundtable, Friday, July 26th, 2024 at ");
        foreach (var person in new[] { Cast.Pat, Cast.Lena, Cast.Gus, Cast.Phil })
        {
            Assert.Equal(1, Count(person, "Roundtable has changed."));
        }

        // Who has not answered is asked twice, and nobody else. A day and an hour before, those who come are reminded.
        await GoOn(page, Cast.Phil, "2024-07-24T20:00");
        await Expect(Message(page, "Can you come? Any of the three answers helps.")).ToHaveCountAsync(2);
        await Chromium.Picture(page, "roundtable-chase");
        foreach (var person in new[] { Cast.Pat, Cast.Lena, Cast.Gus, Cast.Holly })
        {
            Assert.Equal(0, Count(person, "Can you come? "));
        }

        await GoOn(page, Cast.Pat, "2024-07-25T10:15");
        await Expect(Message(page, "Roundtable is tomorrow")).ToContainTextAsync("Friday, July 26th, 2024 at 4:00 PM");
        await Expect(Message(page, "Roundtable is tomorrow")).ToContainTextAsync("Please tell Fay Fictional (staff), who can still change your answer.");
        await Chromium.Picture(page, "roundtable-tomorrow");
        await GoOn(page, Cast.Pat, "2024-07-26T09:15");
        await Expect(Message(page, "Roundtable is in an hour: 4:00 PM")).ToHaveCountAsync(1);
        await Chromium.Picture(page, "roundtable-hour");
        foreach (var (person, times) in new[] { (Cast.Pat, 1), (Cast.Gus, 1), (Cast.Lena, 0), (Cast.Phil, 0), (Cast.Fay, 0) })
        {
            Assert.Equal((times, times), (Count(person, "Roundtable is tomorrow"), Count(person, "Roundtable is in an hour")));
        }

        // It was held: the host is asked, says who came and what came of it, and those are thanked.
        await GoOn(page, Cast.Fay, "2024-07-26T11:45");

        // Looked at anew: a press on what is being drawn anew is lost.
        await See(page, Cast.Fay);
        await Message(page, "Roundtable of Friday, July 26 is over.").GetByRole(AriaRole.Button, new() { Name = "Record who came" }).ClickAsync();
        window = page.GetByRole(AriaRole.Dialog, new() { Name = "Who came", Exact = true });
        await Expect(window.GetByLabel("Pat Pretend")).ToBeCheckedAsync();
        await Expect(window.GetByLabel("Gus Guest-Example")).ToBeCheckedAsync();
        await Expect(window.GetByLabel("Lena Later-Example")).Not.ToBeCheckedAsync();
        await window.GetByLabel("Gus Guest-Example").UncheckAsync();
        await window.GetByLabel("Greta Guest-by-Mail").CheckAsync();
        await Field(window, "What came of it").SelectOptionAsync(new SelectOptionValue { Label = "A joint publication" });
        await Field(window, "Link to it (optional)").FillAsync("https://publications.example/together");
        await Field(window, "Link to the notes (optional)").FillAsync("https://notes.example/roundtable");
        await Chromium.Picture(page, "roundtable-attendance");
        await Press(window, "Save");
        await Done(page, "Recorded: 2 people came.");
        var recorded = Message(page, "Roundtable of Friday, July 26 is recorded.");
        await Expect(recorded).ToContainTextAsync("2 people came: Pat Pretend (partner contact), Greta Guest-by-Mail (fictional).");
        await Expect(recorded.GetByRole(AriaRole.Link, new() { Name = "a joint publication" })).ToHaveAttributeAsync("href", "https://publications.example/together");
        await Chromium.Picture(page, "roundtable-recorded");
        await GoOn(page, Cast.Pat, "2024-07-29T12:00");
        await Expect(Message(page, "Thank you for coming to Roundtable on Friday, July 26.")).ToHaveCountAsync(1);
        await Chromium.Picture(page, "roundtable-thanks");
        foreach (var (person, times) in new[] { (Cast.Pat, 1), (Cast.Gus, 0), (Cast.Lena, 0), (Cast.Phil, 0) })
        {
            Assert.Equal(times, Count(person, "Thank you for coming"));
            Assert.Equal((1, 1), (Count(person, "You are invited"), Count(person, "Roundtable has changed.")));
        }

        // By invitation: the channel never heard of it.
        Assert.DoesNotContain(Said(Cast.AlphaOmega, Cast.Fay), text => text.Contains("Roundtable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_public_meeting_of_August_7_is_completed_and_announced_a_week_and_a_quarter_of_an_hour_before()
    {
        if (await _browser.Open("?as=U0SAM", output, height: 1000) is not { } page)
        {
            return;
        }

        await Browser.Write(page, "/ao meeting new");
        var window = page.GetByRole(AriaRole.Dialog, new() { Name = "Public meeting", Exact = true });
        await Expect(Field(window, "Day")).ToHaveValueAsync("Wednesday, August 7, 2024");
        await Field(window, "Begins at").FillAsync("1 PM");
        await Field(window, "Link to join (optional)").FillAsync("https://meet.example/public");
        await Field(window, "Agenda (optional)").FillAsync("News of the fund, and your questions");
        await Press(window, "Next");
        await Expect(window).ToContainTextAsync("Wednesday, August 7, 2024, 1:00 PM to 2:00 PM New York time (UTC−4)");
        await Expect(window).ToContainTextAsync("Wednesday, September 4, 2024");
        await Chromium.Picture(page, "meeting-confirm");
        await Field(window, "Yes, this is it").CheckAsync();
        await Press(window, "Save");
        await Done(page, "I announce it in the channel on Wednesday, July 31, 10:00 AM New York time, with a preview to its host an hour before, and again 15 minutes before it begins.");
        await Browser.Write(page, "/ao meeting");
        await Expect(page.Locator(".message.ephemeral").Last).ToContainTextAsync("Wednesday, September 4th, 2024");
        await Chromium.Picture(page, "meeting-list");

        // A first Wednesday as well, but before the series begins: nothing is on.
        await GoOn(page, Cast.Sam, "2024-07-03T23:00");
        Assert.DoesNotContain(Said(Cast.AlphaOmega, Cast.Sam), IsAnnouncement);

        await GoOn(page, Cast.Sam, "2024-07-31T09:30");
        Assert.DoesNotContain(Said(Cast.AlphaOmega, Cast.Sam), IsAnnouncement);
        await Expect(Message(page, "In an hour I say this in the channel:")).ToHaveCountAsync(1);
        await Chromium.Picture(page, "meeting-preview");
        await GoOn(page, Cast.Gus, "2024-07-31T10:05");
        await See(page, Cast.Gus, Cast.AlphaOmega);
        var week = Message(page, "Public meeting is on");
        await Expect(week).ToContainTextAsync("Thursday, August 8th, 2024 at 2:00 AM");
        await Expect(week).ToContainTextAsync("Wednesday, August 7, 1:00 PM New York time; shown in your own time above");
        await Expect(week.GetByRole(AriaRole.Link, new() { Name = "OpenSSF calendar" })).ToHaveAttributeAsync("href", "https://calendar.example/openssf");
        await Chromium.Picture(page, "meeting-week");
        Assert.Empty(await Contrast(page));
        Assert.Equal(new DateTimeOffset(2024, 7, 31, 10, 0, 0, TimeSpan.FromHours(-4)), At(Cast.AlphaOmega, "Public meeting is on"), TimeSpan.FromMinutes(1));

        await GoOn(page, Cast.Gus, "2024-08-07T12:40");
        Assert.Equal(1, Said(Cast.AlphaOmega, Cast.Sam).Count(IsAnnouncement));
        await GoOn(page, Cast.Phil, "2024-08-07T12:50");
        await See(page, Cast.Phil, Cast.AlphaOmega);
        var soon = Message(page, "Public meeting begins");
        await Expect(soon).ToContainTextAsync("Public meeting begins at 10:00 AM");
        await Expect(soon.GetByRole(AriaRole.Link, new() { Name = "Join here" })).ToHaveAttributeAsync("href", "https://meet.example/public");
        await Chromium.Picture(page, "meeting-soon");
        await OnAPhone(Cast.Phil, "meeting-phone", Cast.AlphaOmega);
        Assert.Equal(new DateTimeOffset(2024, 8, 7, 12, 45, 0, TimeSpan.FromHours(-4)), At(Cast.AlphaOmega, "Public meeting begins"), TimeSpan.FromMinutes(1));
        await GoOn(page, Cast.Sam, "2024-08-09T12:00");
        Assert.Equal(2, Said(Cast.AlphaOmega, Cast.Sam).Count(IsAnnouncement));

        static bool IsAnnouncement(string text) => text.StartsWith("Public meeting", StringComparison.Ordinal);
    }

    /// <summary>Presses an answer on the newest message that asks, as a person in their own page.</summary>
    private static async Task Answer(IPage page, string person, string answer, string confirmed)
    {
        await See(page, person);
        await page.GetByRole(AriaRole.Button, new() { Name = answer, Exact = true }).Last.ClickAsync();
        await Expect(page.Locator(".message.ephemeral").Last).ToContainTextAsync(confirmed);
    }

    /// <summary>What the window says when it is saved, and away with it.</summary>
    private static async Task Done(IPage page, string says)
    {
        var saved = page.GetByRole(AriaRole.Dialog, new() { Name = "Saved", Exact = true });
        await Expect(saved).ToContainTextAsync(says);
        await Chromium.Picture(page, $"saved-{says.Split(' ')[0].ToLowerInvariant()}");
        await Press(saved, "Done");
        await Expect(saved).ToHaveCountAsync(0);
    }

    private static ILocator Field(ILocator window, string label) => window.GetByLabel(label, new() { Exact = true });

    private static Task Press(ILocator window, string button) => window.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task See(IPage page, string user, string? channel = null)
    {
        await page.GotoAsync($"/?as={user}&at={channel ?? $"D{user[1..]}"}");
        await page.Locator("body[data-connected]").WaitForAsync();
    }

    /// <summary>On to a time of New York, as a person.</summary>
    private static async Task GoOn(IPage page, string user, string to)
    {
        await See(page, user);
        if (!await page.Locator("#clock-to").IsVisibleAsync())
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Behind the scenes", Exact = true }).ClickAsync();
        }

        await page.GetByLabel("On to").FillAsync(to);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go", Exact = true }).ClickAsync();
        await Expect(page.Locator("#sent p")).ToContainTextAsync("on the way", new() { Timeout = 300_000, IgnoreCase = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Behind the scenes", Exact = true }).ClickAsync();
    }

    private Task<string> Calendar(string address) => _browser.Playground.Http.GetStringAsync(new Uri(address));

    private static ILocator Message(IPage page, string words) => page.Locator(".message:not(.ephemeral)").Filter(new() { HasText = words });

    private async Task OnAPhone(string user, string name, string? channel = null)
    {
        var page = (await _browser.Open($"?as={user}&at={channel ?? $"D{user[1..]}"}", output, width: 390, height: 844))!;
        await page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= 390 && document.querySelector('#messages-scroll').scrollWidth <= document.querySelector('#messages-scroll').clientWidth");
        await Chromium.Picture(page, name);
    }

    /// <summary>What stands in a channel, or between a person and the bot, for all who see it.</summary>
    private IEnumerable<WorkspaceMessage> Messages(string channel, string viewer) =>
        _browser.Playground.Workspace.Messages(channel, viewer, limit: 1000).Messages.Where(message => message is { IsEphemeral: false, User: Cast.BotUser });

    private IEnumerable<string> Said(string channel, string viewer) => Messages(channel, viewer).Select(message => message.Text);

    private int Count(string person, string words) => Said($"D{person[1..]}", person).Count(text => text.Contains(words, StringComparison.Ordinal));

    private DateTimeOffset At(string channel, string words) => Messages(channel, Cast.Fay).Single(message => message.Text.StartsWith(words, StringComparison.Ordinal)).At;

    private static async Task<string[]> Contrast(IPage page) => await page.EvaluateAsync<string[]>(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Page", "Contrast.js")));
}
