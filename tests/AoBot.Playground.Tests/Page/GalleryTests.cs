using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AoBot.Playground.Page.Blocks;
using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;
using AoBot.Slack.Blocks;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AoBot.Playground.Tests.Page;

/// <summary>Every block and every element there is, drawn, heard and looked at: Gallery.json is also what a designer looks at.</summary>
public sealed class GalleryTests(ToldBrowser browser, ITestOutputHelper output) : IClassFixture<ToldBrowser>
{
    private static readonly JsonNode Gallery = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Page", "Gallery.json")))!;

    private static IReadOnlyList<IReadOnlyList<Block>> Messages => [.. Gallery["messages"]!.AsArray().Select(blocks => SlackJson.ReadBlocks(blocks!.ToJsonString()))];

    private static View Modal => SlackJson.ReadView(Gallery["modal"]!.ToJsonString());

    [Fact]
    public void The_gallery_holds_every_kind_that_the_Slack_library_knows_and_Slack_would_take_it()
    {
        var known = typeof(Block).Assembly.GetExportedTypes().Where(type => type is { IsAbstract: false, IsSealed: true } && (type.IsSubclassOf(typeof(Block)) || type.IsSubclassOf(typeof(BlockElement))) && !type.Name.StartsWith("Unknown", StringComparison.Ordinal)).ToList();
        var shown = Messages.Append(Modal.Blocks).SelectMany(Within).Select(part => part.GetType()).ToHashSet();
        Assert.True(known.Count > 40, "Nothing is looked for.");
        Assert.Empty(known.Except(shown).Select(type => type.Name));
        Assert.Empty(Messages.SelectMany(SentBlocks.Problems));
        Assert.Empty(SentBlocks.Problems(Modal));
    }

    [Fact]
    public async Task Every_kind_is_drawn_and_everything_in_it_has_a_name()
    {
        foreach (var (blocks, number) in Messages.Select((blocks, number) => (blocks, number)))
        {
            var drawn = await Drawn.Blocks(blocks, Cast.Fay, new BlockPlace($"p{number}"));
            Assert.Empty(drawn.QuerySelectorAll(".unknown"));
            Assert.Empty(AccessibilityCheck.Of(drawn));
            Drawn.AssertHarmless(drawn);
        }

        var modal = await Drawn.Blocks(Modal.Blocks, Cast.Fay, new BlockPlace("v"));
        Assert.Empty(modal.QuerySelectorAll(".unknown"));
        Assert.Empty(AccessibilityCheck.Of(modal));
    }

    [Theory]
    [InlineData("alt", "Without words")]
    [InlineData("aria-label", "Without a name")]
    [InlineData("scope", "Without headings")]
    [InlineData("aria-expanded", "Does not say whether it is open")]
    public async Task The_check_finds_what_a_block_lacks(string attribute, string found)
    {
        List<string> problems = [];
        foreach (var blocks in Messages.Append(Modal.Blocks))
        {
            var drawn = await Drawn.Blocks(blocks, Cast.Fay, new BlockPlace("p"));
            foreach (var element in drawn.QuerySelectorAll($"[{attribute}]"))
            {
                element.RemoveAttribute(attribute);
            }

            problems.AddRange(AccessibilityCheck.Of(drawn));
        }

        Assert.Contains(problems, problem => problem.StartsWith(found, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task Every_kind_fits_and_can_be_read_in_light_and_dark_on_a_desk_and_on_a_phone(int width, bool isDark)
    {
        var name = $"{(width < 500 ? "phone" : "desk")}-{(isDark ? "dark" : "light")}";
        if (await browser.Open("?as=U0FAY", output, width, height: 900, isDark) is not { } page)
        {
            return;
        }

        var contrast = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Page", "Contrast.js"));
        foreach (var (blocks, number) in Messages.Select((blocks, number) => (blocks, number)))
        {
            var ts = browser.Slack.Workspace.Post(new NewMessage(Cast.AlphaOmega, Cast.BotUser, "From the gallery") { Blocks = blocks }).Ts;
            var message = page.Locator($"[id='m-{ts}']");
            await message.ScrollIntoViewIfNeededAsync();
            foreach (var block in await message.Locator(".block").AllAsync())
            {
                await Expect(block).Not.ToHaveCSSAsync("visibility", "hidden");
            }

            await page.WaitForFunctionAsync("message => message.scrollWidth <= message.clientWidth && document.documentElement.scrollWidth <= innerWidth", await message.ElementHandleAsync());
            await page.WaitForFunctionAsync("message => [...message.querySelectorAll('button, h4')].every(words => words.offsetHeight < 3 * parseFloat(getComputedStyle(words).lineHeight))", await message.ElementHandleAsync());
            Assert.Empty(await page.EvaluateAsync<string[]>(contrast));
            await Chromium.Picture(message, $"gallery-{name}-{number}");
        }

        await Expect(page.Locator(".data-table tbody tr:visible").Last).ToBeVisibleAsync();
        await Expect(page.Locator(".chart svg").Last).ToBeVisibleAsync();
        browser.Slack.Workspace.Open(Cast.Fay, Modal);
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(contrast));
        await Chromium.Picture(page, $"gallery-{name}-modal");
        browser.Slack.Workspace.Close(Cast.Fay, all: true);
    }

    private static IEnumerable<object> Within(object? value) => value switch
    {
        null or string => [],
        IEnumerable list => list.Cast<object?>().SelectMany(Within),
        _ when value.GetType().Namespace == typeof(Block).Namespace && !value.GetType().IsEnum =>
            [value, .. value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).SelectMany(property => Within(property.GetValue(value)))],
        _ => [],
    };
}
