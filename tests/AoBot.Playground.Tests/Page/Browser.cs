using Microsoft.Playwright;
using Xunit.Abstractions;

namespace AoBot.Playground.Tests.Page;

/// <summary>A real browser: Debian's chromium. Where there is none the tests are left out with a word; in CI that is a failure.</summary>
public sealed class Browser : IAsyncLifetime
{
    private readonly RealBot _playground = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public RealBot Playground => _playground;

    private static string? Chromium =>
        new[] { Environment.GetEnvironmentVariable("AOBOT_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Chromium is not { } path)
        {
            return;
        }

        await _playground.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
            _playwright!.Dispose();
            await _playground.DisposeAsync();
        }
    }

    /// <summary>A new window at the address, connected; none where there is no browser.</summary>
    public async Task<IPage?> Open(string address, ITestOutputHelper output, int width = 1280, int height = 900, bool isDark = false, bool isFirstVisit = false)
    {
        if (_browser is null)
        {
            output.WriteLine("Left out: there is no chromium here.");
            return Environment.GetEnvironmentVariable("CI") == "true" ? throw new FileNotFoundException("CI needs chromium.") : null;
        }

        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = _playground.Http.BaseAddress!.AbsoluteUri,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            TimezoneId = "Asia/Kolkata",
        });
        if (!isFirstVisit)
        {
            await context.AddCookiesAsync([new Cookie { Name = "welcome", Value = "seen", Url = _playground.Http.BaseAddress.AbsoluteUri }]);
        }

        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
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
}
