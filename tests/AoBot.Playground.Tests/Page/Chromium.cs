using Microsoft.Playwright;
using Xunit.Abstractions;

namespace AoBot.Playground.Tests.Page;

/// <summary>A real browser: Debian's chromium. Where there is none the tests are left out with a word; in CI that is a failure.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly Uri _address;

    private Chromium(IPlaywright playwright, IBrowser browser, Uri address) => (_playwright, _browser, _address) = (playwright, browser, address);

    public static string? Installed =>
        new[] { Environment.GetEnvironmentVariable("AOBOT_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <param name="address">Of the Playground.</param>
    public static async Task<Chromium> Start(Uri address)
    {
        // Five seconds, as shipped, are little on a busy machine.
        Assertions.SetDefaultExpectTimeout(60_000);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Installed,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return new Chromium(playwright, browser, address);
    }

    /// <summary>Says that there is no browser, or fails where there must be one.</summary>
    public static IPage? LeaveOut(ITestOutputHelper output)
    {
        output.WriteLine("Left out: there is no chromium here.");
        return Environment.GetEnvironmentVariable("CI") == "true" ? throw new FileNotFoundException("CI needs chromium.") : null;
    }

    /// <summary>A new window at the address, connected.</summary>
    public async Task<IPage> Open(string address, ITestOutputHelper output, int width = 1280, int height = 900, bool isDark = false, bool isFirstVisit = false)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = _address.AbsoluteUri,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            TimezoneId = "Asia/Kolkata",
        });
        if (!isFirstVisit)
        {
            await context.AddCookiesAsync([new Cookie { Name = "welcome", Value = "seen", Url = _address.AbsoluteUri }]);
        }

        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        page.PageError += (_, problem) => output.WriteLine($"In the page: {problem}");
        await page.GotoAsync("/" + address);
        await page.Locator("body[data-connected]").WaitForAsync();
        return page;
    }

    /// <summary>Keeps a picture where <c>AOBOT_PICTURES</c> names a folder.</summary>
    public static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("AOBOT_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
        }
    }

    /// <summary>The same of one part of the page.</summary>
    public static async Task Picture(ILocator part, string name)
    {
        if (Environment.GetEnvironmentVariable("AOBOT_PICTURES") is { Length: > 0 } folder)
        {
            await part.ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }
}
