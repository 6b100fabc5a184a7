using AoBot.Playground.Workspace;
using AoBot.Slack.Blocks;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AoBot.Playground.Tests.Page;

/// <summary>Elements of messages and modals through a real browser: what reaches the bot, as Slack would send it.</summary>
public sealed class ElementBrowserTests(ToldBrowser browser, ITestOutputHelper output) : IClassFixture<ToldBrowser>
{
    private const string Fruits = """{"options":[{"text":{"type":"plain_text","text":"Apple"},"value":"a"},{"text":{"type":"plain_text","text":"Apricot"},"value":"b"}]}""";

    [Fact]
    public async Task An_external_menu_is_searched_and_its_own_block_is_told_though_another_has_the_same_action()
    {
        if (await browser.Open("?as=U0FAY", output) is not { } page)
        {
            return;
        }

        var message = Post(page, """[{"type":"actions","block_id":"one","elements":[{"type":"external_select","action_id":"pick","min_query_length":2}]},{"type":"actions","block_id":"two","elements":[{"type":"external_select","action_id":"pick","min_query_length":2}]}]""");
        browser.Bot.Answer(Fruits);
        var field = message.GetByRole(AriaRole.Combobox).Nth(1);
        await field.PressSequentiallyAsync("ap");
        await message.GetByRole(AriaRole.Option, new() { Name = "Apricot" }).ClickAsync();

        var asked = (await browser.Bot.Next()).Json;
        Assert.Equal(("block_suggestion", "two", "ap"), (asked["type"]!.ToString(), asked["block_id"]!.ToString(), asked["value"]!.ToString()));
        var told = (await browser.Bot.Next()).Json;
        Assert.Equal(("two", "b", "Apricot"), (told["actions"]![0]!["block_id"]!.ToString(), told["actions"]![0]!["selected_option"]!["value"]!.ToString(), told["actions"]![0]!["selected_option"]!["text"]!["text"]!.ToString()));
        Assert.Equal("b", told["state"]!["values"]!["two"]!["pick"]!["selected_option"]!["value"]!.ToString());
        Assert.Null(told["state"]!["values"]!["one"]!["pick"]!["selected_option"]);
        await Expect(field).ToHaveValueAsync("Apricot");
    }

    [Fact]
    public async Task What_stands_in_a_modal_and_was_not_sent_goes_with_an_action_and_stays_when_the_modal_is_drawn_anew()
    {
        if (await browser.Open("?as=U0SAM", output) is not { } page)
        {
            return;
        }

        const string modal = """{"type":"modal","callback_id":"form","title":{"type":"plain_text","text":"Two menus"},"submit":{"type":"plain_text","text":"Send"},"blocks":[{"type":"input","block_id":"words","label":{"type":"plain_text","text":"Words"},"element":{"type":"plain_text_input","action_id":"a"}},{"type":"input","block_id":"fruits","label":{"type":"plain_text","text":"Fruits"},"element":{"type":"multi_external_select","action_id":"f","min_query_length":1}},{"type":"input","block_id":"status","label":{"type":"plain_text","text":"Status"},"element":{"type":"static_select","action_id":"s","options":[{"text":{"type":"plain_text","text":"On target"},"value":"on"},{"text":{"type":"plain_text","text":"At risk"},"value":"risk"}]}},{"type":"actions","block_id":"row","elements":[{"type":"button","action_id":"check","text":{"type":"plain_text","text":"Check"}}]}]}""";
        browser.Slack.Workspace.Open(Cast.Sam, SlackJson.ReadView(modal));
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Two menus" });
        await dialog.GetByLabel("Words").FillAsync("half a sentence");
        await dialog.GetByLabel("Status").SelectOptionAsync("risk");
        foreach (var key in (string[])["ArrowDown", "ArrowUp"])
        {
            browser.Bot.Answer(Fruits);
            await dialog.GetByRole(AriaRole.Combobox, new() { Name = "Fruits" }).PressSequentiallyAsync("a");
            await Expect(dialog.Locator(".found").GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
            await page.Keyboard.PressAsync(key);
            await page.Keyboard.PressAsync("Enter");
            Assert.Equal("block_suggestion", (await browser.Bot.Next()).Json["type"]!.ToString());
        }

        await Chromium.Picture(page, "modal-search");
        var check = dialog.GetByRole(AriaRole.Button, new() { Name = "Check" });
        await check.EvaluateAsync("button => { button.dataset.before = 'yes'; }");
        await check.ClickAsync();
        var values = (await browser.Bot.Next()).Json["view"]!["state"]!["values"]!;
        Assert.Equal(("half a sentence", "risk"), (values["words"]!["a"]!["value"]!.ToString(), values["status"]!["s"]!["selected_option"]!["value"]!.ToString()));
        Assert.Equal(["Apple", "Apricot"], values["fruits"]!["f"]!["selected_options"]!.AsArray().Select(option => option!["text"]!["text"]!.ToString()));

        // A press on what is being drawn anew is lost.
        await Expect(page.Locator("[data-before]")).ToHaveCountAsync(0);
        await Expect(dialog.GetByLabel("Words")).ToHaveValueAsync("half a sentence");
        await Expect(dialog.GetByLabel("Status")).ToHaveValueAsync("risk");
        await Expect(dialog.Locator(".chosen li")).ToHaveTextAsync(["Apple✕", "Apricot✕"]);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Remove Apple" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        var sent = (await browser.Bot.Next()).Json["view"]!["state"]!["values"]!;
        Assert.Equal("b", sent["fruits"]!["f"]!["selected_options"]!.AsArray().Single()!["value"]!.ToString());
        await Expect(dialog).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Shortcuts_of_the_manifest_stand_in_the_menu_of_a_message_and_of_the_message_box()
    {
        if (await browser.Open("?as=U0PAT", output) is not { } page)
        {
            return;
        }

        var message = Post(page, """[{"type":"section","text":{"type":"plain_text","text":"Worth a line in the report"}}]""");
        await message.HoverAsync();
        await message.GetByLabel("More actions for the message").ClickAsync();
        await Chromium.Picture(page, "shortcut");
        await message.GetByRole(AriaRole.Button, new() { Name = "Save for the report" }).ClickAsync();
        var saved = (await browser.Bot.Next()).Json;
        Assert.Equal(("message_action", "save", Cast.Pat), (saved["type"]!.ToString(), saved["callback_id"]!.ToString(), saved["user"]!["id"]!.ToString()));
        Assert.NotNull(browser.Slack.Workspace.FindMessage(saved["message"]!["ts"]!.ToString()));

        await page.GetByLabel("Shortcuts", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check in" }).ClickAsync();
        var global = (await browser.Bot.Next()).Json;
        Assert.Equal(("shortcut", "check-in"), (global["type"]!.ToString(), global["callback_id"]!.ToString()));
    }

    [Fact]
    public async Task An_overflow_menu_at_the_end_of_the_page_opens_where_it_can_be_read_and_asks_first_where_the_bot_says_so()
    {
        if (await browser.Open("?as=U0FAY", output) is not { } page)
        {
            return;
        }

        var message = Post(page, """[{"type":"actions","block_id":"row","elements":[{"type":"overflow","action_id":"more","confirm":{"title":{"type":"plain_text","text":"Sure?"},"text":{"type":"plain_text","text":"It is sent to all."},"confirm":{"type":"plain_text","text":"Send it"},"deny":{"type":"plain_text","text":"Not now"}},"options":[{"text":{"type":"plain_text","text":"Send"},"value":"send"},{"text":{"type":"plain_text","text":"Snooze"},"value":"snooze"},{"text":{"type":"plain_text","text":"Skip"},"value":"skip"}]}]}]""");
        var question = page.GetByRole(AriaRole.Dialog, new() { Name = "Sure?" });
        foreach (var (answer, isSent) in new[] { ("Not now", false), ("Send it", true) })
        {
            await message.GetByLabel("More actions", new() { Exact = true }).ClickAsync();
            foreach (var item in await message.Locator(".overflow .menu-items button").AllAsync())
            {
                await Expect(item).ToBeInViewportAsync(new() { Ratio = 1 });
                Assert.True(await item.EvaluateAsync<bool>("item => { const box = item.getBoundingClientRect(); return item.contains(document.elementFromPoint(box.x + box.width / 2, box.bottom - 2)); }"));
            }

            await message.GetByRole(AriaRole.Button, new() { Name = "Snooze" }).ClickAsync();
            await Expect(question).ToContainTextAsync("It is sent to all.");
            await Expect(message.Locator(".overflow[open]")).ToHaveCountAsync(0);
            await Chromium.Picture(page, "confirm");
            await question.GetByRole(AriaRole.Button, new() { Name = answer }).ClickAsync();
            await Expect(question).ToHaveCountAsync(0);
            if (isSent)
            {
                Assert.Equal("snooze", (await browser.Bot.Next()).Json["actions"]![0]!["selected_option"]!["value"]!.ToString());
            }
        }
    }

    [Fact]
    public async Task Modals_stand_on_each_other_and_are_changed_and_closed_one_by_one_or_all()
    {
        if (await browser.Open("?as=U0GUS", output) is not { } page)
        {
            return;
        }

        static string Modal(string title) => $$$"""{"type":"modal","callback_id":"{{{title}}}","notify_on_close":true,"title":{"type":"plain_text","text":"{{{title}}}"},"submit":{"type":"plain_text","text":"Next"},"blocks":[{"type":"section","text":{"type":"plain_text","text":"This is {{{title}}}."}}]}""";
        async Task Press(string name, string answer)
        {
            browser.Bot.Answer(answer);
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
            await browser.Bot.Next();
        }

        ILocator Dialog(string title) => page.GetByRole(AriaRole.Dialog, new() { Name = title, Exact = true });
        browser.Slack.Workspace.Open(Cast.Gus, SlackJson.ReadView(Modal("First")));
        await Expect(Dialog("First")).ToBeVisibleAsync();
        await Press("Next", $$"""{"response_action":"push","view":{{Modal("Second")}}}""");
        await Expect(Dialog("Second")).ToContainTextAsync("2 of 2 open");
        await Chromium.Picture(page, "modal-stack");
        await Press("Next", $$"""{"response_action":"update","view":{{Modal("Changed")}}}""");
        await Expect(Dialog("Changed")).ToContainTextAsync("This is Changed.");
        await Press("Back", "");
        await Expect(Dialog("First")).ToBeVisibleAsync();
        await Press("Next", $$"""{"response_action":"push","view":{{Modal("Third")}}}""");
        await Expect(Dialog("Third")).ToBeVisibleAsync();
        browser.Bot.Answer("");
        await Press("Close all", "");
        await browser.Bot.Next();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_buttons_of_a_message_are_whole_at_the_top_of_the_list_in_its_middle_and_far_up()
    {
        if (await browser.Open($"?as=U0PHIL&at={Cast.General}", output, width: 1400) is not { } page)
        {
            return;
        }

        browser.Slack.Workspace.Load(Enumerable.Range(1, 60).Select(number => new NewMessage(Cast.General, Cast.Sam, $"Number {number} of sixty")));
        foreach (var number in (int[])[60, 30, 12, 1])
        {
            var message = page.Locator(".message").Filter(new() { HasText = $"Number {number} of sixty" });
            await message.HoverAsync();
            var reply = message.GetByRole(AriaRole.Link, new() { Name = "Reply in thread" });
            await Expect(reply).ToBeInViewportAsync(new() { Ratio = 1 });
            await page.WaitForFunctionAsync("link => { const box = link.getBoundingClientRect(); return [box.top + 2, box.bottom - 2].every(y => link.contains(document.elementFromPoint(box.x + box.width / 2, y))); }", await reply.ElementHandleAsync());
        }
    }

    /// <summary>A message of the bot, and where it stands on the page.</summary>
    private ILocator Post(IPage page, string blocks)
    {
        var ts = browser.Slack.Workspace.Post(new NewMessage(Cast.AlphaOmega, Cast.BotUser, "x") { Blocks = SlackJson.ReadBlocks(blocks) }).Ts;
        return page.Locator($"[id='m-{ts}']");
    }
}
