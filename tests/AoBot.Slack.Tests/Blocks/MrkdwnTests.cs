using AoBot.Slack.Blocks;

namespace AoBot.Slack.Tests.Blocks;

public sealed class MrkdwnTests
{
    private const int Runs = 5_000;

    [Fact]
    public void No_text_becomes_a_mention_a_link_a_date_or_a_call_through_Escape_and_Of()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var text = NastyText.Of(seed);
            var escaped = MrkdwnReader.Read(Mrkdwn.Escape(text).ToString());
            Assert.True(escaped.Tokens.Count == 0 && escaped.Words == text, $"Escape, seed {seed}");

            var built = MrkdwnReader.Read(Mrkdwn.Of($"*{text}* and {text} {text:x} {(object)text} {text.AsSpan()} {Mrkdwn.Escape(text)}").ToString());
            Assert.True(built.Tokens.Count == 0, $"Of, seed {seed}");
            Assert.True(built.Words == $"*{text}* and {text} {text} {text} {text} {text}", $"Of, seed {seed}");
        }
    }

    [Fact]
    public void A_link_is_one_token_to_a_web_or_mail_address_whatever_its_label_and_address()
    {
        var links = 0;
        for (var seed = 0; seed < Runs; seed++)
        {
            var label = NastyText.Of(seed);
            string[] starts = ["https://example.org/", "http://example.org/?a=1&b=2#", "mailto:", "javascript:", "file:///", "slack://", ""];
            if (!Uri.TryCreate(starts[seed % starts.Length] + NastyText.Of(seed + Runs), UriKind.RelativeOrAbsolute, out var url))
            {
                continue;
            }

            var link = Mrkdwn.Link(url, label).ToString();
            var read = MrkdwnReader.Read(link);
            Assert.True(read.Tokens.Count <= 1, $"seed {seed}: {link}");
            if (read.Tokens is [var token])
            {
                links++;
                var parts = token.Split('|');
                Assert.True(read.Words.Length == 0 && parts.Length <= 2 && !token.Any(char.IsControl), $"seed {seed}: {link}");
                Assert.True(parts[0].StartsWith("http://", StringComparison.Ordinal) || parts[0].StartsWith("https://", StringComparison.Ordinal)
                    || parts[0].StartsWith("mailto:", StringComparison.Ordinal), $"seed {seed}: {link}");
            }
            else
            {
                Assert.False(url.IsAbsoluteUri && url.Scheme is "http" or "https" or "mailto", $"seed {seed}: {link}");
            }
        }

        Assert.True(links > Runs / 4, "Nothing to guard.");
    }

    [Fact]
    public void A_dates_fallback_cannot_end_its_token()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var fallback = "x" + NastyText.Of(seed);
            var read = MrkdwnReader.Read(SlackDate.Of(1_719_568_800, "{date_long_pretty} {time}", fallback).ToString());
            var token = Assert.Single(read.Tokens);
            Assert.Equal("", read.Words);
            Assert.StartsWith("!date^1719568800^{date_long_pretty} {time}|", token, StringComparison.Ordinal);
            Assert.Equal(2, token.Split('|').Length);
        }
    }

    [Fact]
    public void Joining_and_adding_make_no_new_tokens()
    {
        for (var seed = 0; seed < Runs; seed += 3)
        {
            var left = Mrkdwn.Escape(NastyText.Of(seed));
            var right = Mrkdwn.Escape(NastyText.Of(seed + 1));
            Assert.Empty(MrkdwnReader.Read((left + right).ToString()).Tokens);
            Assert.Empty(MrkdwnReader.Read(Mrkdwn.Join("; ", [left, right, Mrkdwn.Empty]).ToString()).Tokens);
        }
    }

    [Theory]
    [InlineData("U")]
    [InlineData("u123")]
    [InlineData("C123")]
    [InlineData("U12>")]
    [InlineData("U12|x")]
    [InlineData("U12\n")]
    [InlineData("!channel")]
    [InlineData("")]
    public void An_id_of_another_form_is_no_mention(string id) => Assert.Throws<ArgumentException>(() => Mrkdwn.Mention(id));

    [Theory]
    [InlineData("U123")]
    [InlineData("C12\n")]
    [InlineData("#general")]
    public void An_id_of_another_form_is_no_channel(string id) => Assert.Throws<ArgumentException>(() => Mrkdwn.Channel(id));

    [Fact]
    public void Helpers_write_what_Slack_reads()
    {
        Assert.Equal("<@U012AB3CD>", Mrkdwn.Mention("U012AB3CD").ToString());
        Assert.Equal("<#C012AB3CD>", Mrkdwn.Channel("C012AB3CD").ToString());
        Assert.Equal("<https://example.org/?a=1&amp;b=%7C|R&amp;D ｜ x>", Mrkdwn.Link(new("https://example.org/?a=1&b=|"), "R&D | x").ToString());
        Assert.Equal("<https://example.org/>", Mrkdwn.Link(new("https://example.org/"), " ").ToString());
        Assert.Equal("press me", Mrkdwn.Link(new("javascript:alert(1)"), "press me").ToString());
        Assert.Equal("*&lt;!channel&gt;*", Mrkdwn.Of($"*{"<!channel>"}*").ToString());
        Assert.Equal("<@U1> is due 2024-06-28, 3", Mrkdwn.Of($"{Mrkdwn.Mention("U1")} is due {new DateOnly(2024, 6, 28):yyyy-MM-dd}, {3}").ToString());
        Assert.Equal("", Mrkdwn.Of($"{(string?)null}").ToString());
        Assert.Equal(default, Mrkdwn.Escape(""));
        Assert.True(Mrkdwn.Empty.IsEmpty);
        Assert.Equal(
            "<!date^1719568800^{date} {time}^https://example.org/a%5Eb|28 June 2024 10:00 UTC>",
            SlackDate.Of(DateTimeOffset.FromUnixTimeSeconds(1_719_568_800), "{date} {time}", "28 June 2024 10:00 UTC", new("https://example.org/a^b")).ToString());
    }

    [Theory]
    [InlineData("no token")]
    [InlineData("{datum}")]
    [InlineData("{time")]
    [InlineData("{time}|x")]
    [InlineData("{time}^x")]
    [InlineData("{time}>")]
    [InlineData("")]
    public void A_date_format_Slack_does_not_know_is_refused(string format) =>
        Assert.Throws<ArgumentException>(() => SlackDate.Of(0, format, "then"));

    [Fact]
    public void Cut_mrkdwn_keeps_tokens_entities_and_surrogate_pairs_whole()
    {
        for (var seed = 0; seed < Runs / 10; seed++)
        {
            var text = Mrkdwn.Of($"{NastyText.Of(seed)}{Mrkdwn.Mention("U1")} {Mrkdwn.Link(new("https://example.org/a"), NastyText.Of(seed + 1, 4))}{NastyText.Of(seed + 2)}");
            var whole = MrkdwnReader.Read(text.ToString());
            for (var max = 1; max <= text.Length + 1; max += 1 + (seed % 5))
            {
                var cut = text.Truncate(max);
                Assert.True(cut.Length <= max, $"seed {seed}, {max}");
                if (max >= text.Length)
                {
                    Assert.Equal(text, cut);
                    continue;
                }

                var read = MrkdwnReader.Read(cut.ToString());
                Assert.True(cut.ToString().EndsWith('…') && whole.Words.StartsWith(read.Words[..^1], StringComparison.Ordinal), $"seed {seed}, {max}");
                Assert.True(read.Tokens.SequenceEqual(whole.Tokens.Take(read.Tokens.Count)), $"seed {seed}, {max}: {cut}");
                AssertNoNewLoneSurrogate(text.ToString(), cut.ToString()[..^1], $"seed {seed}, {max}");
            }
        }
    }

    [Fact]
    public void Cut_plain_text_keeps_characters_whole()
    {
        for (var seed = 0; seed < Runs / 10; seed++)
        {
            var text = NastyText.Of(seed);
            for (var max = 1; max <= text.Length + 1; max++)
            {
                var cut = PlainText.Truncated(text, max).Text;
                Assert.True(cut.Length <= max && (cut == text) == (max >= text.Length || cut == text), $"seed {seed}, {max}");
                if (max < text.Length)
                {
                    Assert.True(cut.EndsWith('…') && text.StartsWith(cut[..^1], StringComparison.Ordinal), $"seed {seed}, {max}");
                    AssertNoNewLoneSurrogate(text, cut[..^1], $"seed {seed}, {max}");
                }
            }
        }

        Assert.Equal("a…", PlainText.Truncate("a👨‍👩‍👧b", 8));
        Assert.Equal("ae\u0301…", PlainText.Truncate("ae\u0301bc", 4));
        Assert.Equal("…", PlainText.Truncate("😀😀", 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlainText.Truncate("a", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mrkdwn.Escape("a").Truncate(0));
        Assert.Equal("a…", Mrkdwn.Escape("a & b").Truncate(6).ToString().Replace(" ", ""));
    }

    private static void AssertNoNewLoneSurrogate(string whole, string cut, string what) =>
        Assert.False(cut.Length > 0 && char.IsHighSurrogate(cut[^1]) && char.IsLowSurrogate(whole[cut.Length]), what);
}
