using AoBot.Playground.Workspace;

namespace AoBot.Playground.Tests.Page;

/// <summary>https://docs.slack.dev/messaging/formatting-message-text</summary>
public sealed class MrkdwnHtmlTests
{
    [Theory]
    [InlineData("*bold*", "<b>bold</b>")]
    [InlineData("_italic_", "<i>italic</i>")]
    [InlineData("~gone~", "<s>gone</s>")]
    [InlineData("`a *b* c`", "<code>a *b* c</code>")]
    [InlineData("*bold _and italic_*", "<b>bold <i>and italic</i></b>")]
    [InlineData("a*b*c", "a*b*c")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4")]
    [InlineData("snake_case_name", "snake_case_name")]
    [InlineData("**", "**")]
    [InlineData("*one\ntwo*", "*one<br>two*")]
    [InlineData("one\ntwo", "one<br>two")]
    [InlineData("&gt; said\n&gt; so\nafter", "<blockquote>said<br>so</blockquote>after")]
    [InlineData("```a <b> *c*```", "<pre class=\"pre\">a &lt;b&gt; *c*</pre>")]
    [InlineData("a &amp; b &lt; c", "a &amp; b &lt; c")]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("• one\n• two", "• one<br>• two")]
    [InlineData(":no_such_emoji:", ":no_such_emoji:")]
    public void Text_is_drawn_as_Slack_draws_it(string mrkdwn, string html) =>
        Assert.Equal(html, Drawn.Mrkdwn(mrkdwn).InnerHtml);

    [Fact]
    public void A_link_opens_elsewhere_and_tells_nobody_where_it_came_from()
    {
        var link = Drawn.Mrkdwn("<https://example.com/a?b=1&amp;c=2|the *page*>").QuerySelector("a")!;
        Assert.Equal("https://example.com/a?b=1&c=2", link.GetAttribute("href"));
        Assert.Equal("the *page*", link.TextContent);
        Assert.Equal("noopener noreferrer", link.GetAttribute("rel"));
    }

    [Fact]
    public void A_bare_address_is_a_link_unless_the_text_is_verbatim()
    {
        Assert.Equal("https://example.com/x", Drawn.Mrkdwn("see https://example.com/x.").QuerySelector("a")!.GetAttribute("href"));
        Assert.Null(Drawn.Mrkdwn("see https://example.com/x.", isVerbatim: true).QuerySelector("a"));
    }

    [Fact]
    public void A_mention_is_a_name_and_stands_out_for_whom_it_names()
    {
        Assert.Equal("@Pat Pretend (partner contact)", Drawn.Mrkdwn("<@U0PAT>").TextContent);
        Assert.Null(Drawn.Mrkdwn("<@U0PAT>").QuerySelector(".me"));
        Assert.NotNull(Drawn.Mrkdwn("<@U0PAT|pat>", person: Cast.Pat).QuerySelector(".mention.me"));
        Assert.Equal("@U0NOBODY", Drawn.Mrkdwn("<@U0NOBODY>").TextContent);
    }

    [Fact]
    public void A_channel_leads_there_for_its_members_only()
    {
        Assert.Equal("/?as=U0FAY&at=C0GENERAL", Drawn.Mrkdwn("<#C0GENERAL>").QuerySelector("a")!.GetAttribute("href"));
        var stranger = Drawn.Mrkdwn("<#C0GENERAL|general>", person: Cast.Stella);
        Assert.Null(stranger.QuerySelector("a"));
        Assert.Equal("#general", stranger.TextContent);
    }

    [Theory]
    [InlineData("{date_num}", "2024-07-05")]
    [InlineData("{date_slash}", "07/05/2024")]
    [InlineData("{date}", "July 5th, 2024")]
    [InlineData("{date_short}", "Jul 5, 2024")]
    [InlineData("{date_long}", "Friday, July 5th, 2024")]
    [InlineData("{date_long_pretty} at {time}", "Friday, July 5th, 2024 at 9:30 AM")]
    [InlineData("{time_secs}", "9:30:00 AM")]
    [InlineData("{ago}", "in 7 days")]
    public void A_date_is_written_in_the_readers_zone(string format, string words) =>
        Assert.Equal(words, Drawn.Mrkdwn($"<!date^1720186200^{format}|fallback>").TextContent);

    [Fact]
    public void Each_reader_sees_the_own_time()
    {
        const string date = "<!date^1720186200^{time}|09:30 in New York>";
        Assert.Equal("9:30 AM", Drawn.Mrkdwn(date).TextContent);
        Assert.Equal("3:30 PM", Drawn.Mrkdwn(date, person: Cast.Pat).TextContent);
        Assert.Equal("10:30 PM", Drawn.Mrkdwn(date, person: Cast.Gus).TextContent);
        Assert.Equal("6:30 AM", Drawn.Mrkdwn(date, person: Cast.Phil).TextContent);
        Assert.Equal("1:30 PM", Drawn.Mrkdwn(date, person: Cast.Stella).TextContent);
    }

    [Theory]
    [InlineData("<!date^nonsense^{time}|fallback>")]
    [InlineData("<!date^1720186200^no format|fallback>")]
    [InlineData("<!date^-5^{time}|fallback>")]
    [InlineData("<!date^99999999999999^{time}|fallback>")]
    public void A_date_that_cannot_be_written_is_its_fallback(string mrkdwn) => Assert.Equal("fallback", Drawn.Mrkdwn(mrkdwn).TextContent);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<javascript:alert(1)|press>")]
    [InlineData("<JaVaScRiPt:alert(1)>")]
    [InlineData("<data:text/html,x|press>")]
    [InlineData("<https://example.com/\" onmouseover=\"alert(1)|x>")]
    [InlineData("<https://example.com|<script>alert(1)</script>>")]
    [InlineData("<@U0PAT\" onclick=\"x|\"><script>x</script>>")]
    [InlineData("<#C0X|\"><img src=x onerror=x>>")]
    [InlineData("<!date^1720186200^{time}^javascript:alert(1)|x\"><script>>")]
    [InlineData("<!date^1720186200^{time}\"><script>|x>")]
    [InlineData("`<script>`*<b onclick=x>*```<script>```")]
    [InlineData("https://example.com/\"onclick=alert(1)")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("&amp;lt;script&amp;gt;")]
    [InlineData("<!subteam^S1|\"><script>x</script>>")]
    [InlineData("<unclosed <b")]
    public void No_text_becomes_an_element(string mrkdwn)
    {
        foreach (var isVerbatim in new[] { true, false })
        {
            Drawn.AssertHarmless(Drawn.Mrkdwn(mrkdwn, isVerbatim));
        }
    }

    [Fact]
    public void Any_heap_of_signs_is_drawn_harmlessly_and_soon()
    {
        const int seed = 20240628;
        var random = new Random(seed);
        string[] parts = ["<", ">", "&", "|", "*", "_", "~", "`", "```", ":", "\n", "\"", "'", "@U0PAT", "#C0GENERAL", "!date^1^{time}", "https://e.org/", "javascript:", " on=x ", "word", "&gt;", "&lt;script&gt;", "\0"];
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => parts[random.Next(parts.Length)]));
            try
            {
                Drawn.AssertHarmless(Drawn.Mrkdwn(text, round % 2 == 0));
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"Seed {seed}, round {round}: {text}", problem);
            }
        }
    }
}
