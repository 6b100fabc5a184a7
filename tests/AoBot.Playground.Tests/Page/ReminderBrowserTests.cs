using AoBot.Persistence;
using AoBot.Playground.Bot;
using AoBot.Playground.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AoBot.Playground.Tests.Page;

/// <summary>The days around July 5, 2024, as a visitor sees them: who is asked, who answers, and what staff hear; a browser and a clock of its own.</summary>
public sealed class ReminderBrowserTests(Browser browser, ITestOutputHelper output) : IClassFixture<Browser>
{
    [Fact]
    public async Task From_June_28_to_July_16_each_hears_what_is_theirs_and_nobody_more()
    {
        if (await browser.Open("?as=U0FAY", output, height: 1000) is not { } page)
        {
            return;
        }

        await GoOn(page, Cast.Fay, "2024-06-28T10:00");
        Assert.Equal("Skipped before start", await Notice("report-reminder/monthly/2024-06/early/U0FAY"));
        Assert.Equal("Skipped before start", await Notice("report-reminder/monthly/2024-06/early/U0SAM"));

        // Monday, July 1: half past nine in Berlin, then in Los Angeles. One wants to be asked tomorrow, one delivers at once.
        await GoOn(page, Cast.Pat, "2024-07-01T12:45");
        var headsUp = Message(page, "A friendly heads-up about your update.");
        await Expect(headsUp).ToContainTextAsync("Example Foundation (fictional), June");
        await Expect(headsUp).ToContainTextAsync("Due around Friday, July 5.");
        await Chromium.Picture(page, "reminders-heads-up");
        Assert.Empty(await Contrast(page));

        // Looked at anew: a press on what is being drawn anew is lost.
        await See(page, Cast.Pat);
        await headsUp.GetByRole(AriaRole.Button, new() { Name = "Remind me tomorrow" }).ClickAsync();
        await Expect(page.Locator(".message.ephemeral").Last).ToContainTextAsync("Gladly: I come back to Example Foundation (fictional) on Tuesday, July 2");
        await Expect(page.GetByText("I come back to this on Tuesday, July 2.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remind me tomorrow" })).ToHaveCountAsync(0);
        await Chromium.Picture(page, "reminders-snoozed");

        await See(page, Cast.Phil);
        await Expect(Message(page, "A friendly heads-up about your update.")).ToContainTextAsync("Sample Software Guild (fictional), June");
        await page.Locator("#repository li").Filter(new() { HasText = "Sample Software Guild" }).GetByRole(AriaRole.Button, new() { Name = "Open a pull request for June 2024" }).ClickAsync();
        await Expect(page.Locator("#repository")).ToContainTextAsync("Sample Software Guild: June 2024");
        await GoOn(page, Cast.Phil, "2024-07-01T13:30");
        await Expect(Message(page, "Thank you, everything here is settled.")).ToContainTextAsync("Your pull request is open and waits for a review.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Already sent" })).ToHaveCountAsync(0);
        await Chromium.Picture(page, "reminders-thanks");

        // Tuesday, July 2: as promised; and the report is due in two working days.
        await GoOn(page, Cast.Pat, "2024-07-02T09:45");
        await Expect(Message(page, "As promised, here I am again.")).ToHaveCountAsync(1);
        await See(page, Cast.Fay);
        await Expect(Message(page, "The monthly report for June is due on Friday, July 5")).ToContainTextAsync("Not in yet: ");
        await Chromium.Picture(page, "reminders-report-soon");

        // Thursday, July 4 is a holiday: nobody hears anything.
        await GoOn(page, Cast.Fay, "2024-07-03T20:00");
        Assert.Equal("Nothing was sent on the way.", await GoOn(page, Cast.Fay, "2024-07-04T23:30"));

        // Friday, July 5: the due day, of the updates and of the report.
        await GoOn(page, Cast.Lena, "2024-07-05T09:45");
        await Expect(Message(page, "Hello! Today is the day for your update.")).ToContainTextAsync("Placeholder Project (fictional), June");
        await Chromium.Picture(page, "reminders-due");
        await See(page, Cast.Fay);
        await Expect(Message(page, "The monthly report for June is due today")).ToContainTextAsync("Due today as well: ");

        await GoOn(page, Cast.Fay, "2024-07-09T09:45");
        await Expect(Message(page, "The monthly report for June is not out yet")).ToHaveCountAsync(1);

        // Friday, July 12: the last one. The working day after, staff hear how it ended.
        await GoOn(page, Cast.Lena, "2024-07-12T09:45");
        await Expect(Message(page, "One last note from me about your update.")).ToContainTextAsync("a person will take it from here");
        await GoOn(page, Cast.Fay, "2024-07-15T09:45");
        await Expect(Message(page, "Placeholder Project (fictional): June is not in")).ToContainTextAsync("Lena Later-Example (partner contact): the heads-up on Monday, July 1, the reminder of the due day on Friday, July 5 and the last reminder on Friday, July 12");
        await Expect(Message(page, "What waits for you this week").Last).ToContainTextAsync("Placeholder Project (fictional), June");
        await Chromium.Picture(page, "reminders-staff");
        Assert.Empty(await Contrast(page));

        // It comes after all, and everything that asked becomes a thanks, on a small screen too.
        await GoOn(page, Cast.Lena, "2024-07-16T09:45");
        await Expect(Message(page, "Thank you, everything here is settled.")).ToHaveCountAsync(3);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Already sent" })).ToHaveCountAsync(0);
        await OnAPhone(Cast.Lena, "reminders-phone-thanks");
        await OnAPhone(Cast.Fay, "reminders-phone-staff");

        // Nobody plays that a real partner was asked.
        Assert.Empty(browser.Playground.Workspace.Messages("D0HOLLY", Cast.Holly).Messages);
    }

    private static async Task See(IPage page, string user)
    {
        await page.GotoAsync($"/?as={user}&at=D{user[1..]}");
        await page.Locator("body[data-connected]").WaitForAsync();
        if (!await page.Locator("#clock-to").IsVisibleAsync())
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Behind the scenes", Exact = true }).ClickAsync();
        }
    }

    /// <summary>On to a time of New York, as a person; what the page says of the way.</summary>
    private static async Task<string> GoOn(IPage page, string user, string to)
    {
        await See(page, user);
        await page.GetByLabel("On to").FillAsync(to);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go", Exact = true }).ClickAsync();
        var said = page.Locator("#sent p");
        await Expect(said).ToContainTextAsync("on the way", new() { Timeout = 300_000, IgnoreCase = true });
        return await said.InnerTextAsync();
    }

    private static ILocator Message(IPage page, string words) => page.Locator(".message:not(.ephemeral)").Filter(new() { HasText = words });

    private async Task OnAPhone(string user, string name)
    {
        var page = (await browser.Open($"?as={user}&at=D{user[1..]}", output, width: 390, height: 844))!;
        await page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= 390 && document.querySelector('#messages-scroll').scrollWidth <= document.querySelector('#messages-scroll').clientWidth");
        await Chromium.Picture(page, name);
    }

    private async Task<string> Notice(string key)
    {
        var services = (await browser.Playground.Get<BotHost>().Services(CancellationToken.None))!;
        await using var db = await services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync();
        return await db.Notices.Where(n => n.Key == key).Select(n => $"{n.State} {n.Reason}").SingleAsync();
    }

    private static async Task<string[]> Contrast(IPage page) => await page.EvaluateAsync<string[]>(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Page", "Contrast.js")));
}
