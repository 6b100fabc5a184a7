using Microsoft.Playwright;
using Xunit.Abstractions;

namespace AoBot.Playground.Tests.Page;

/// <summary>A browser before the Playground with the real bot.</summary>
public sealed class Browser : IAsyncLifetime
{
    private Chromium? _chromium;

    public Browser()
        : this([])
    {
    }

    /// <param name="arguments">Of the Playground's command line.</param>
    internal Browser(string[] arguments) => Playground = new RealBot(arguments);

    public RealBot Playground { get; }

    public async Task InitializeAsync()
    {
        if (Chromium.Installed is not null)
        {
            await Playground.InitializeAsync();
            _chromium = await Chromium.Start(Playground.Http.BaseAddress!);
        }
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
            await Playground.DisposeAsync();
        }
    }

    /// <summary>A new window at the address, connected; none where there is no browser.</summary>
    public async Task<IPage?> Open(string address, ITestOutputHelper output, int width = 1280, int height = 900, bool isDark = false, bool isFirstVisit = false) =>
        _chromium is null ? Chromium.LeaveOut(output) : await _chromium.Open(address, output, width, height, isDark, isFirstVisit);

    /// <summary>Types into the message box and sends it.</summary>
    public static async Task Write(IPage page, string text)
    {
        var box = page.Locator("[data-composer] textarea").First;
        await box.FillAsync(text);

        // Words that are offered are not taken.
        await box.PressAsync("Escape");
        await box.PressAsync("Enter");
        await Assertions.Expect(box).ToHaveValueAsync("");
    }
}
