using System.Globalization;
using System.Text.RegularExpressions;
using AoBot.Playground.Workspace;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AoBot.Playground.Tests.Page;

/// <summary>What people do, through a real browser, with the real bot.</summary>
public sealed class BrowserTests(Browser browser, ITestOutputHelper output) : IClassFixture<Browser>
{
    [Fact]
    public async Task The_status_is_typed_with_completion_answered_and_shared_and_a_stranger_sees_what_was_shared()
    {
        if (await browser.Open("?as=U0FAY", output, height: 1060) is not { } page)
        {
            return;
        }

        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "Message #alpha_omega" });
        await box.FillAsync("");
        await box.PressSequentiallyAsync("/ao st");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Tab");
        await Expect(box).ToHaveValueAsync("/ao status");
        await page.Keyboard.PressAsync("Enter");

        var answer = page.Locator(".message.ephemeral").Last;
        await Expect(answer.GetByText("Only visible to you")).ToBeVisibleAsync();
        await Expect(answer).ToContainTextAsync("Roundtable on Thursday, July 25 has no time yet");
        await Expect(answer).ToContainTextAsync(KeyResults(11), AsShown);
        await Expect(answer).Not.ToContainTextAsync(KeyResults(12), AsShown);
        await Expect(page.Locator("#announcer")).ToContainTextAsync("AoBot, only visible to you: Alpha-Omega");
        await Chromium.Picture(page, "status");

        await answer.GetByRole(AriaRole.Button, new() { Name = "Share this answer in the channel" }).ClickAsync();
        var shared = page.Locator(".message:not(.ephemeral)").Filter(new() { HasText = "Key results 2024" });
        await Expect(shared).ToHaveCountAsync(1);
        await Chromium.Picture(page, "shared");

        await page.GetByText("You are", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Stella Stranger-Demo" }).ClickAsync();
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-as", Cast.Stella);
        await Expect(page.Locator(".message").Filter(new() { HasText = "Key results 2024" })).ToHaveCountAsync(1);

        // What staff alone are told did not come along.
        await Expect(page.GetByText("Roundtable on Thursday, July 25 has no time yet")).ToHaveCountAsync(0);
        await Expect(page.GetByText("Only visible to you")).ToHaveCountAsync(0);
        await Chromium.Picture(page, "stranger");
    }

    [Fact]
    public async Task A_typo_is_answered_with_a_button_that_asks_what_was_meant()
    {
        if (await browser.Open("?as=U0SAM", output) is not { } page)
        {
            return;
        }

        await Browser.Write(page, "/ao statsu");
        await page.Locator(".message.ephemeral").Last.GetByRole(AriaRole.Button, new() { Name = "/ao status" }).ClickAsync();
        await Expect(page.GetByText("Key results 2024").Last).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_mention_is_answered_in_its_thread()
    {
        if (await browser.Open("?as=U0PAT", output) is not { } page)
        {
            return;
        }

        await Browser.Write(page, "@AoBot next");
        var asked = page.Locator(".message").Filter(new() { HasText = "@AoBot next" }).Last;
        await asked.GetByRole(AriaRole.Link, new() { Name = "1 reply" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Thread", Exact = true }).GetByText("Public meeting")).ToBeVisibleAsync();
        await page.Locator("body[data-connected][data-thread]").WaitForAsync();
        await Chromium.Picture(page, "thread");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#thread")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Home_appears_when_it_is_opened()
    {
        if (await browser.Open("?as=U0GUS", output) is not { } page)
        {
            return;
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "AoBot Home" }).ClickAsync();
        await Expect(page.GetByText("Ask me in any channel")).ToBeVisibleAsync();
        await Chromium.Picture(page, "home");
    }

    [Fact]
    public async Task On_a_phone_everything_fits_and_the_channels_are_a_drawer()
    {
        if (await browser.Open("?as=U0PHIL", output, width: 390, height: 844, isFirstVisit: true) is not { } page)
        {
            return;
        }

        await Chromium.Picture(page, "phone-welcome");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the welcome" }).ClickAsync();
        await Browser.Write(page, "/ao status");
        await Expect(page.Locator(".message.ephemeral").Last).ToBeVisibleAsync();
        await Chromium.Picture(page, "phone");
        await page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= 390 && document.querySelector('#messages-scroll').scrollWidth <= document.querySelector('#messages-scroll').clientWidth");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "general" })).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Channels", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "general" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "general" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_next_day_comes_when_it_is_asked_for()
    {
        if (await browser.Open("?as=U0FAY", output) is not { } page)
        {
            return;
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Behind the scenes", Exact = true }).ClickAsync();
        var time = page.Locator("#clock time");
        var before = (await time.GetAttributeAsync("datetime"))!;
        await page.GetByRole(AriaRole.Button, new() { Name = "Next day" }).ClickAsync();
        await Expect(page.Locator("#sent")).ToContainTextAsync("sent on the way", new() { IgnoreCase = true });
        await Expect(time).Not.ToHaveAttributeAsync("datetime", before);
        var after = (await time.GetAttributeAsync("datetime"))!;
        Assert.InRange((DateTimeOffset.Parse(after, CultureInfo.InvariantCulture) - DateTimeOffset.Parse(before, CultureInfo.InvariantCulture)).TotalHours, 23.5, 25.5);

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Next day" })).ToBeEnabledAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Next thing that happens" })).ToBeEnabledAsync();
        await page.Locator(".request").First.Locator("summary").ClickAsync();
        await Expect(page.Locator(".request[open] .json").First).Not.ToBeEmptyAsync();
        await Chromium.Picture(page, "scenes");
    }

    [Fact]
    public async Task A_fault_in_the_middle_is_told_to_the_person_and_stands_in_the_log()
    {
        if (await browser.Open("?as=U0SAM", output) is not { } page)
        {
            return;
        }

        await Browser.Write(page, "/ao kr 2.1");
        var answer = page.Locator(".message.ephemeral").Filter(new() { HasText = "KR 2.1" }).Last;
        await Expect(answer).ToBeVisibleAsync();
        await browser.Playground.Script("faults", new { method = "response_url", fault = "down" });
        await answer.GetByRole(AriaRole.Button, new() { Name = "Share this answer in the channel" }).ClickAsync();

        await Expect(page.Locator(".message.ephemeral").Last).ToContainTextAsync("I could not make sure that it arrived.");
        await Expect(page.Locator("#announcer")).ToContainTextAsync("I could not make sure that it arrived.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Behind the scenes", Exact = true }).ClickAsync();
        await Expect(page.Locator(".request").Filter(new() { HasText = "fault on purpose: down" })).ToContainTextAsync("no answer");
        await Expect(page.Locator(".request-about").First).ToContainTextAsync(new Regex(@", 2:\d\d:\d\d PM"));
        await Chromium.Picture(page, "fault");
    }

    [Fact]
    public async Task A_new_beginning_asks_first_and_then_everything_is_as_at_the_start()
    {
        if (await browser.Open("?as=U0FAY", output) is not { } page)
        {
            return;
        }

        await Browser.Write(page, "before the new beginning");
        var written = page.GetByText("before the new beginning", new() { Exact = true });
        await Expect(written).ToBeVisibleAsync();
        var question = page.GetByRole(AriaRole.Dialog, new() { Name = "Begin anew?" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(question).ToHaveCountAsync(0);
        await Expect(written).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
        await Chromium.Picture(page, "reset");
        await question.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
        await Expect(page.GetByText("This is the very beginning of #alpha_omega")).ToBeVisibleAsync();
        // The bot ends and begins, and reads the whole repository again.
        await Expect(page.Locator(".message")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Expect(page.Locator(".clock")).ToContainTextAsync("Fri, Jun 28, 2024, 9:0");
        await page.Locator("body[data-connected]").WaitForAsync();
        await Browser.Write(page, "/ao next");
        await Expect(page.Locator(".message.ephemeral")).ToContainTextAsync("Public meeting");
    }

    [Fact]
    public async Task A_modal_takes_what_is_entered_and_Escape_closes_it()
    {
        if (await browser.Open("?as=U0SAM", output) is not { } page)
        {
            return;
        }

        const string modal = """{"type":"modal","callback_id":"none","title":{"type":"plain_text","text":"Check in"},"submit":{"type":"plain_text","text":"Save"},"blocks":[{"type":"input","block_id":"b","label":{"type":"plain_text","text":"One sentence"},"element":{"type":"plain_text_input","action_id":"a"}},{"type":"input","block_id":"c","optional":true,"label":{"type":"plain_text","text":"Status"},"element":{"type":"radio_buttons","action_id":"r","options":[{"text":{"type":"plain_text","text":"On target"},"value":"on"},{"text":{"type":"plain_text","text":"At risk"},"value":"risk"}]}}]}""";
        browser.Playground.Workspace.Open(Cast.Sam, AoBot.Slack.Blocks.SlackJson.ReadView(modal));
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Check in" });
        await Expect(dialog.GetByLabel("One sentence")).ToBeFocusedAsync();
        await dialog.GetByLabel("At risk").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Please complete this required field.");
        await Expect(dialog.GetByLabel("At risk")).ToBeCheckedAsync();
        await Chromium.Picture(page, "modal");
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        Assert.Empty(browser.Playground.Workspace.Modals(Cast.Sam));
    }

    [Fact]
    public async Task A_data_table_turns_its_pages_sorts_by_number_and_filters()
    {
        if (await browser.Open($"?as=U0FAY&at={Cast.General}", output) is not { } page)
        {
            return;
        }

        var rows = string.Join(',', Enumerable.Range(1, 12).Select(number => $$$"""[{"type":"raw_text","text":"row {{{number}}}"},{"type":"raw_number","value":{{{number}}},"text":"{{{number}}}"}]"""));
        browser.Playground.Workspace.Post(new NewMessage(Cast.General, Cast.BotUser, "Twelve rows")
        {
            Blocks = AoBot.Slack.Blocks.SlackJson.ReadBlocks($$"""[{"type":"data_table","caption":"Twelve","page_size":5,"rows":[[{"type":"raw_text","text":"Name"},{"type":"raw_text","text":"Number"}],{{rows}}]}]"""),
        });
        var table = page.Locator(".data-table").Last;
        await table.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(table.Locator("[data-table-where]")).ToHaveTextAsync("6–10 of 12");
        await table.GetByRole(AriaRole.Button, new() { Name = "Number" }).ClickAsync();
        await table.GetByRole(AriaRole.Button, new() { Name = "Number" }).ClickAsync();
        await Expect(table.Locator("tbody tr:visible").First).ToContainTextAsync("row 12");
        await table.GetByRole(AriaRole.Searchbox).FillAsync("row 3");
        await Expect(table.Locator("tbody tr:visible")).ToHaveCountAsync(1);
        await Chromium.Picture(page, "data-table");
    }

    [Fact]
    public async Task The_slash_key_leads_to_the_message_box_and_the_theme_stays_as_it_was_chosen()
    {
        if (await browser.Open("?as=U0FAY", output) is not { } page)
        {
            return;
        }

        await page.Locator("#messages-scroll").FocusAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Message #alpha_omega" })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await Chromium.Picture(page, "completion");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Chromium.Picture(page, "dark");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_words_can_be_read_against_what_lies_behind_them(bool isDark)
    {
        var contrast = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Page", "Contrast.js"));
        foreach (var address in new[] { "?as=U0FAY", "?as=U0FAY&at=home", "?as=U0PHIL" })
        {
            if (await browser.Open(address, output, isDark: isDark, isFirstVisit: true) is not { } page)
            {
                return;
            }

            if (!address.EndsWith("home", StringComparison.Ordinal))
            {
                await Browser.Write(page, "/ao status");
                await Browser.Write(page, "*bold* `code` <@U0FAY> https://example.com");
                await Expect(page.Locator(".message").Last).ToContainTextAsync("bold");
                await page.GetByRole(AriaRole.Button, new() { Name = "Behind the scenes", Exact = true }).ClickAsync();
            }

            Assert.Empty(await page.EvaluateAsync<string[]>(contrast));
        }
    }

    [Fact]
    public async Task The_check_of_contrast_finds_grey_on_grey()
    {
        if (await browser.Open("?as=U0FAY", output) is not { } page)
        {
            return;
        }

        var contrast = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Page", "Contrast.js"));
        await page.EvaluateAsync("() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('h1 { color: #777; background: #888 }'); document.adoptedStyleSheets = [sheet]; }");
        Assert.Contains(await page.EvaluateAsync<string[]>(contrast), found => found.Contains("AoBot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ten_thousand_messages_are_on_the_screen_in_300_milliseconds_or_thrice_what_none_take_and_scroll_on()
    {
        if (await browser.Open("?as=U0FAY", output) is not { } page)
        {
            return;
        }

        var workspace = browser.Playground.Workspace;
        workspace.Put(workspace.FindChannel(Cast.General)! with { Id = "C0FEW", Name = "few" });
        workspace.Put(workspace.FindChannel(Cast.General)! with { Id = "C0MANY", Name = "many" });
        workspace.Load(Enumerable.Range(1, 10_000).Select(number => new NewMessage("C0MANY", Cast.Sam, $"Message *{number}* of many")));

        // How long a channel without a message takes says how quick this machine is now: the bar is 300 ms, and three times that on a slower one.
        var (few, many) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < 20 && many >= Bound(few); round++)
        {
            few = Math.Min(few, await Painted(page, "C0FEW"));
            many = Math.Min(many, await Painted(page, "C0MANY"));
            await Expect(page.GetByText("Message 10000 of many")).ToBeInViewportAsync();
        }

        await page.Locator("body[data-connected]").WaitForAsync();
        output.WriteLine($"Painted after {many:0} ms; a channel without a message after {few:0} ms.");
        Assert.True(many < Bound(few), $"It took {many:0} ms at best, and a channel without a message {few:0} ms.");

        static double Bound(double few) => few == double.MaxValue ? 0 : Math.Max(300, 3 * few);

        await ScrollToOldest(page);
        await Expect(page.GetByText("Message 9850 of many")).ToHaveCountAsync(1);
        await Expect(page.GetByText("Message 10000 of many")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_did_not_change_stays_as_it_was_when_the_list_comes_anew()
    {
        if (await browser.Open("?as=U0FAY&at=C0STAYS", output) is not { } page)
        {
            return;
        }

        var workspace = browser.Playground.Workspace;
        workspace.Put(workspace.FindChannel(Cast.General)! with { Id = "C0STAYS", Name = "stays" });
        workspace.Load(Enumerable.Range(1, 150).Select(number => new NewMessage("C0STAYS", Cast.Sam, $"Row {number} stays")));
        await page.ReloadAsync();
        await page.Locator("body[data-connected]").WaitForAsync();
        await ScrollToOldest(page);
        await Expect(page.GetByText("Row 1 stays", new() { Exact = true })).ToHaveCountAsync(1);
        await page.EvaluateAsync("() => document.querySelectorAll('.message').forEach(row => { row.wasHere = true; })");

        workspace.Load([new NewMessage("C0STAYS", Cast.Sam, "Row 151 is new")]);
        await Expect(page.GetByText("Row 151 is new")).ToBeVisibleAsync();
        await Expect(page.Locator(".message")).ToHaveCountAsync(151);
        await Expect(page.Locator(".day")).ToHaveCountAsync(1);
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.message')].filter(row => row.wasHere).length === 150");
    }

    /// <summary>Older messages are fetched by it.</summary>
    private static Task ScrollToOldest(IPage page) => page.Locator("#messages-scroll").EvaluateAsync("scroller => { scroller.scrollTop = -scroller.scrollHeight; }");

    /// <summary>What is drawn; a text that is in the page but on nobody's screen does not count.</summary>
    private static LocatorAssertionsToContainTextOptions AsShown => new() { UseInnerText = true };

    private static Regex KeyResults(int count) => new($@"(KR \d\.\d (On target|Completed|Not started|Planning)[\s\S]*){{{count}}}");

    private static async Task<double> Painted(IPage page, string channel)
    {
        await page.GotoAsync($"/?as=U0FAY&at={channel}");
        var painted = await page.WaitForFunctionAsync("() => performance.getEntriesByType('paint').find(entry => entry.name === 'first-contentful-paint')?.startTime");
        return await painted.JsonValueAsync<double>();
    }
}
