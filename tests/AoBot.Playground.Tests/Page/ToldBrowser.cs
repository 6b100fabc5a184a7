using Microsoft.Playwright;
using Xunit.Abstractions;

namespace AoBot.Playground.Tests.Page;

/// <summary>A browser before the stand-in with a bot that answers as a test says: for what AoBot itself does not show today.</summary>
public sealed class ToldBrowser : IAsyncLifetime
{
    private const string Manifest = """{"features":{"slash_commands":[{"command":"/ao"}],"shortcuts":[{"name":"Save for the report","type":"message","callback_id":"save","description":"x"},{"name":"Check in","type":"global","callback_id":"check-in","description":"x"}]}}""";
    private readonly string _manifest = Path.GetTempFileName();
    private Chromium? _chromium;

    public StandIn Slack { get; private set; } = null!;

    public ToldBot Bot => Slack.Bot;

    public async Task InitializeAsync()
    {
        if (Chromium.Installed is null)
        {
            return;
        }

        await File.WriteAllTextAsync(_manifest, Manifest);
        Slack = new StandIn(["--manifest", _manifest]);
        await Slack.InitializeAsync();
        _chromium = await Chromium.Start(Slack.Http.BaseAddress!);
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
            await Slack.DisposeAsync();
        }

        File.Delete(_manifest);
    }

    /// <summary>A new window at the address, connected; none where there is no browser.</summary>
    public async Task<IPage?> Open(string address, ITestOutputHelper output, int width = 1280, int height = 900, bool isDark = false) =>
        _chromium is null ? Chromium.LeaveOut(output) : await _chromium.Open(address, output, width, height, isDark);
}
