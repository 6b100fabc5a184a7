using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AoBot.Playground.Page;
using AoBot.Playground.Page.Blocks;
using AoBot.Playground.Page.Text;
using AoBot.Playground.Workspace;
using AoBot.Slack.Blocks;
using AoBot.Slack.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AoBot.Playground.Tests.Page;

/// <summary>Draws blocks and texts as one person sees them, and parses the HTML as a browser would.</summary>
internal static class Drawn
{
    /// <summary>Friday, June 28, 2024, 9:00 in New York.</summary>
    public static readonly Instant Now = Instant.FromUtc(2024, 6, 28, 13, 0);

    public static PlaygroundWorkspace Workspace { get; } = new(new ManualTimeProvider(), new ManualTimeProvider());

    public static Reader Reader(string person = Cast.Fay) => new(Workspace.FindUser(person)!, Workspace, Now);

    public static IElement Mrkdwn(string mrkdwn, bool isVerbatim = false, string person = Cast.Fay) =>
        Parse(MrkdwnHtml.Render(mrkdwn, Reader(person), isVerbatim).Value);

    public static Task<IElement> Block(Block block, string person = Cast.Fay) => Blocks([block], person, new BlockPlace("p"));

    public static Task<IElement> Json(string json, string person = Cast.Fay) => Blocks(SlackJson.ReadBlocks(json), person, new BlockPlace("p"));

    public static async Task<IElement> Blocks(IReadOnlyList<Block> blocks, string person, BlockPlace place) =>
        await Component<BlockList>(("Blocks", BlockIds.Complete(blocks)), ("Reader", Reader(person)), ("Place", place));

    public static async Task<IElement> Component<T>(params (string Name, object? Value)[] parameters)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(new PlaygroundOptions()).BuildServiceProvider();
        await using (services)
        {
            return Parse(await new PageFragments(services.GetRequiredService<IServiceScopeFactory>(), NullLoggerFactory.Instance).Render<T>(parameters));
        }
    }

    public static IElement Parse(string html) => new HtmlParser().ParseDocument(html.StartsWith("<!DOCTYPE", StringComparison.Ordinal) ? html : $"<body>{html}</body>").Body!;

    /// <summary>What could run: scripts, handlers, addresses that are no addresses.</summary>
    public static void AssertHarmless(IElement drawn)
    {
        Assert.Empty(drawn.QuerySelectorAll("script, iframe, object, embed, style, base, meta, form[action]"));
        foreach (var element in drawn.QuerySelectorAll("*"))
        {
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc");
            foreach (var address in new[] { element.GetAttribute("href"), element.GetAttribute("src") }.OfType<string>())
            {
                Assert.Matches("^(https?://|mailto:|/\\?|#)", address);
            }
        }
    }
}
