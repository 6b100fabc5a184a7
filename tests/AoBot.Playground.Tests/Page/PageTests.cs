using System.Diagnostics;
using System.Net;
using AngleSharp.Dom;
using AoBot.Playground.Workspace;
using Xunit.Abstractions;

namespace AoBot.Playground.Tests.Page;

/// <summary>The page over HTTP, with the real bot behind it.</summary>
public sealed class PageTests(RealBot playground, ITestOutputHelper output) : IClassFixture<RealBot>
{
    [Theory]
    [InlineData("playground.css", "text/css")]
    [InlineData("playground.js", "text/javascript")]
    [InlineData("changes.js", "text/javascript")]
    [InlineData("search.js", "text/javascript")]
    [InlineData("talk.js", "text/javascript")]
    [InlineData("tables.js", "text/javascript")]
    [InlineData("playground.svg", "image/svg+xml")]
    public async Task What_the_page_needs_comes_from_here_and_is_not_empty(string file, string type)
    {
        using var response = await playground.Http.GetAsync(file);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.True((await response.Content.ReadAsByteArrayAsync()).Length > 100, $"{file} is empty");
    }

    [Fact]
    public async Task Nothing_on_the_page_comes_from_elsewhere_or_runs_inline()
    {
        using var response = await playground.Http.GetAsync("");
        Assert.Contains("script-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var page = Drawn.Parse(await response.Content.ReadAsStringAsync());
        Assert.DoesNotContain(page.Owner!.QuerySelectorAll("script, link[href], img"), element => (element.GetAttribute("src") ?? element.GetAttribute("href")) is not ['/', not '/', ..]);
        Assert.Empty(page.Owner!.QuerySelectorAll("[style], style, script:not([src])"));
    }

    [Fact]
    public async Task Who_comes_back_to_the_page_is_told_everything()
    {
        using var changes = await playground.Http.GetAsync("page/changes?seen=-1", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, changes.StatusCode);
        using var told = new StreamReader(await changes.Content.ReadAsStreamAsync());
        var line = "";
        while (!line.Contains("#sidebar", StringComparison.Ordinal))
        {
            line = await told.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2)) ?? throw new InvalidDataException("Nothing was told.");
        }
    }

    [Fact]
    public async Task The_words_to_complete_are_those_of_the_bots_own_help()
    {
        var page = await Look();
        var offered = page.QuerySelectorAll("[data-fill]").Select(item => item.GetAttribute("data-fill")).ToList();
        Assert.Contains("/ao status", offered);
        var help = (await playground.Message("command", new { user = "fay", channel = "alpha_omega", command = "/ao help" }))["text"]!.ToString();
        Assert.All(offered.OfType<string>().Where(word => word.StartsWith("@AoBot ", StringComparison.Ordinal)), word => Assert.Contains(word.Replace("@AoBot", "/ao"), help, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_is_drawn_for_whom_it_is_alone()
    {
        var message = await playground.Message("command", new { user = "sam", channel = "alpha_omega", command = "/ao status" });
        var id = "m-" + message["ts"];
        var sams = (await Look("?as=U0SAM")).Owner!.GetElementById(id)!;
        Assert.Contains("Only visible to you", sams.TextContent, StringComparison.Ordinal);
        Assert.Equal(11, System.Text.RegularExpressions.Regex.Count(sams.QuerySelector(".blocks")!.TextContent, @"KR \d\.\d (?:On target|Completed|Not started|Planning)"));
        Assert.StartsWith("AoBot, only visible to you: Alpha-Omega", sams.GetAttribute("data-said"), StringComparison.Ordinal);
        Assert.Null((await Look("?as=U0PAT")).Owner!.GetElementById(id));
    }

    [Fact]
    public async Task A_stranger_and_a_guest_see_only_where_they_are_members()
    {
        Assert.Contains((await Look("?as=U0FAY")).QuerySelectorAll(".sidebar .label"), label => label.TextContent == "general");
        foreach (var person in new[] { Cast.Stella, Cast.Gus })
        {
            var page = await Look($"?as={person}&at={Cast.General}");
            Assert.DoesNotContain(page.QuerySelectorAll(".sidebar .label"), label => label.TextContent == "general");
            Assert.Equal(Cast.AlphaOmega, page.Owner!.Body!.GetAttribute("data-at"));
        }
    }

    [Fact]
    public async Task A_script_in_a_message_is_text()
    {
        await playground.Script("say", new { user = "fay", channel = "general", text = "<script>alert(1)</script><img src=x onerror=alert(1)> <javascript:alert(1)|x>" });
        var message = (await Look($"?as=U0FAY&at={Cast.General}")).QuerySelectorAll(".message").Last();
        Drawn.AssertHarmless(message);
        Assert.Contains("<script>alert(1)</script>", message.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?as=<script>&at=%22%3E&thread=x")]
    [InlineData("?as=U0AOBOT&at=D0PAT")]
    [InlineData("?at=home&thread=1")]
    public async Task Any_address_shows_a_page(string address) => Assert.NotNull((await Look(address)).QuerySelector("main"));

    [Theory]
    [InlineData("")]
    [InlineData("?at=home")]
    [InlineData("?as=U0PHIL")]
    public async Task Every_part_of_the_page_has_a_role_and_every_thing_to_use_a_name(string address)
    {
        await playground.Message("command", new { user = "phil", channel = "alpha_omega", command = "/ao status" });
        Assert.Empty(AccessibilityCheck.OfPage(await Look(address)));
    }

    [Theory]
    [InlineData("<label class=\"sr\" for=\"composer\">", "<label class=\"sr\">", "Without a name: <textarea")]
    [InlineData("aria-label=\"Send\"", "", "Without a name: <button")]
    [InlineData("<html lang=\"en\"", "<html", "There is no html[lang].")]
    [InlineData("<main ", "<div ", "There is no main.")]
    [InlineData("aria-live=\"polite\"", "", "There is no [aria-live=polite].")]
    [InlineData("role=\"listbox\"", "", "Alone: <li role=\"option\"")]
    [InlineData("id=\"composer-hint\"", "", "aria-describedby names nothing")]
    [InlineData("id=\"sidebar\"", "id=\"scenes\"", "An id that stands twice: scenes")]
    [InlineData("<svg viewBox=\"0 0 20 20\" aria-hidden=\"true\">", "<svg viewBox=\"0 0 20 20\">", "Neither named nor hidden")]
    public async Task The_check_of_names_and_roles_finds_what_is_missing(string good, string bad, string found)
    {
        var html = await playground.Http.GetStringAsync("");
        Assert.Contains(good, html, StringComparison.Ordinal);
        Assert.Contains(AccessibilityCheck.OfPage(Drawn.Parse(html.Replace(good, bad, StringComparison.Ordinal)).Owner!.Body!), problem => problem.Contains(found, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_is_shown_with_what_was_said_both_ways()
    {
        await playground.Script("command", new { user = "fay", channel = "alpha_omega", command = "/ao help" });
        var page = await Look();
        var row = page.QuerySelectorAll(".request").First(request => request.TextContent.Contains("/ao help", StringComparison.Ordinal));
        Assert.Contains("Slack → AoBot", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("signature ✓ accepted", row.TextContent, StringComparison.Ordinal);
        var detail = Drawn.Parse(await playground.Http.GetStringAsync($"page/requests/{row.GetAttribute("data-request")}"));
        Assert.Contains("\"response_type\": \"ephemeral\"", detail.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_messages_are_loaded_in_less_than_300_milliseconds()
    {
        const int bound = 300;
        var channel = playground.Workspace.Channels.First(known => known.Id == Cast.General) with { Id = "C0MANY", Name = "many" };
        playground.Workspace.Put(channel);
        playground.Workspace.Load(Enumerable.Range(1, 10_000).Select(number => new NewMessage(channel.Id, Cast.Sam, $"Message *{number}* of many")));
        await Look("?at=C0MANY");

        var times = new List<double>();
        for (var round = 0; round < 5; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var page = await playground.Http.GetStringAsync("?at=C0MANY");
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Assert.Equal(100, Drawn.Parse(page).QuerySelectorAll(".message").Length);
        }

        output.WriteLine($"{string.Join(", ", times.Select(time => $"{time:0}"))} ms");
        Assert.True(times.Min() < bound, $"It took {times.Min():0} ms at best.");

        var first = Drawn.Parse(await playground.Http.GetStringAsync("?at=C0MANY")).QuerySelector("[data-ts]")!.GetAttribute("data-ts");
        using var older = await playground.Http.GetAsync($"page/older?as=U0FAY&at=C0MANY&before={first}");
        Assert.Equal("yes", older.Headers.GetValues("X-Older").Single());
        Assert.Contains("Message 9900 of many", Drawn.Parse(await older.Content.ReadAsStringAsync()).QuerySelectorAll(".message").Last().TextContent, StringComparison.Ordinal);
    }

    private async Task<IElement> Look(string address = "") => Drawn.Parse(await playground.Http.GetStringAsync(address)).Owner!.Body!;
}
