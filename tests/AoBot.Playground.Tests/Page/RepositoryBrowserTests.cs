using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AoBot.Playground.Tests.Page;

/// <summary>The partners' repository, as a visitor sees it move; a browser and a clock of its own.</summary>
public sealed class RepositoryBrowserTests(Browser browser, ITestOutputHelper output) : IClassFixture<Browser>
{
    [Fact]
    public async Task A_visitor_sees_a_partner_go_from_not_in_to_in_review_to_received()
    {
        if (await browser.Open("?as=U0GUS", output, height: 1000) is not { } page)
        {
            return;
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Behind the scenes", Exact = true }).ClickAsync();
        var repository = page.Locator("#repository");
        await Expect(repository.GetByRole(AriaRole.List, new() { Name = "Open pull requests" })).ToContainTextAsync("Rust Foundation/update-2024-06.md");
        await Expect(Row(await Ask(page), "Example Foundation (fictional)")).ToContainTextAsync("not in yet");
        await Chromium.Picture(page, "repository-not-in");
        Assert.Empty(await Contrast(page));

        await repository.GetByRole(AriaRole.Button, new() { Name = "Open a pull request for June 2024" }).First.ClickAsync();
        await Expect(repository).ToContainTextAsync("Example Foundation: June 2024");
        var row = Row(await Ask(page), "Example Foundation (fictional)");
        await Expect(row).ToContainTextAsync("in review");
        await Chromium.Picture(page, "repository-in-review");

        await repository.GetByRole(AriaRole.Button, new() { Name = "Merge it" }).ClickAsync();
        await Expect(repository.GetByRole(AriaRole.Button, new() { Name = "Merge it" })).ToHaveCountAsync(0);
        row = Row(await Ask(page), "Example Foundation (fictional)");
        await Expect(row).ToContainTextAsync("received");
        await Chromium.Picture(page, "repository-received");

        // The link of the answer leads to what is known of the file.
        await page.GotoAsync(await row.GetByRole(AriaRole.Link).GetAttributeAsync("href") ?? "");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "update-2024-06.md" })).ToBeVisibleAsync();
        await Chromium.Picture(page, "repository-file");
    }

    [Theory]
    [InlineData(1280, false, "wide")]
    [InlineData(390, true, "narrow-dark")]
    public async Task What_the_repository_holds_is_readable(int width, bool isDark, string name)
    {
        if (await browser.Open("?as=U0FAY", output, width: width, isDark: isDark) is not { } page)
        {
            return;
        }

        await page.GotoAsync("/fund/engagements");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What the repository holds" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Example Foundation" }).First).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "Nothing is wider than the screen.");
        Assert.Empty(await Contrast(page));
        Assert.Empty(AccessibilityCheck.Of(Drawn.Parse(await page.ContentAsync()).Owner!.Body!));
        await Chromium.Picture(page, $"repository-holds-{name}");
    }

    private static async Task<ILocator> Ask(IPage page)
    {
        var count = await page.Locator(".message.ephemeral").CountAsync();
        var box = page.Locator("[data-composer] textarea").First;
        await box.FillAsync("/ao update 2024-06");
        await box.PressAsync("Enter");
        await Expect(page.Locator(".message.ephemeral")).ToHaveCountAsync(count + 1);
        return page.Locator(".message.ephemeral").Last;
    }

    private static async Task<string[]> Contrast(IPage page) => await page.EvaluateAsync<string[]>(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Page", "Contrast.js")));

    private static ILocator Row(ILocator answer, string partner) => answer.GetByRole(AriaRole.Row).Filter(new() { HasText = partner });
}
