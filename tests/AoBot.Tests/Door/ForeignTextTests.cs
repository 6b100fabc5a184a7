using System.Text;
using AoBot.Slack.Tests;
using AoBot.Tests.Host;

namespace AoBot.Tests.Door;

/// <summary>
/// What a stranger may type: pieces of mentions, links and broken text. <see cref="SpokenAnswer"/> checks each answer: no mention, no
/// channel call, no foreign link, no limit broken, never empty.
/// </summary>
public sealed class ForeignTextTests(RunningBot running) : IClassFixture<RunningBot>
{
    private static readonly string[] Words = ["", "status", "kr", "kr 2.1", "engagement", "next", "about", "help", "staus", "engagement homebrew", "xyzzy"];

    private static readonly string[] Pieces =
    [
        "<!channel>", "<!here|here>", "<!everyone>", "<!subteam^SEVIL>", "<@UEVIL>", "<@UEVIL|evil>", "<#CEVIL>", "<#CEVIL|evil>", "@channel", "@here", "#evil",
        "<https://evil.example|bank>", "https://evil.example", "<mailto:evil@evil.example|mail>", "<javascript:evil|x>", "<!date^1^{ago}|evil>", "<", ">", "&", "|", "^", "!",
        "&lt;!channel&gt;", "&amp;lt;!channel&amp;gt;", "&#60;!channel&#62;", "%3C!channel%3E", "\\u003c!channel\\u003e", "＜!channel＞", "*", "_", "~", "`", "```", ">>>", "•", "\n", "\r\n", "\t", "\0", "\u001b[31m",
        "\u2028", "\u202e", "\u200f", "\u2066", "\u00a0", "\ufeff", "😀", "👨‍👩‍👧", ":boom:", "e\u0301", "م", "שלום", "{time}", "{0}", "%s", "${x}", "'", "\"", "\\", "--", ";", "2.1", "2024", "homebrew", "kr", "help", " ", "  ",
    ];

    private readonly AoBotHost _bot = running.Bot;

    [Fact]
    public async Task No_text_makes_a_mention_a_foreign_link_or_an_answer_that_Slack_refuses()
    {
        foreach (var seed in Enumerable.Range(1, 400))
        {
            var random = new Random(seed);
            var text = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            await Asks($"{Words[random.Next(Words.Length)]} {text}", random.Next(2) == 0 ? Workspace.Staff : Workspace.Member, $"seed {seed}");
        }
    }

    [Fact]
    public async Task Each_piece_by_itself_behind_each_word_is_harmless()
    {
        foreach (var word in Words)
        {
            foreach (var piece in Pieces)
            {
                await Asks($"{word} {piece}", Workspace.Member, $"{word} {piece}");
            }
        }
    }

    [Fact]
    public async Task Text_as_long_as_Slack_lets_people_type_is_answered_within_all_limits()
    {
        foreach (var word in Words)
        {
            foreach (var piece in new[] { "x", "x ", "&", "&amp;", "<", "<!channel>", "😀", "é", "2.1 ", "`*_", "\u202e", "W" })
            {
                var text = string.Concat(Enumerable.Repeat(piece, (4000 / piece.Length) + 1))[..4000];
                await Asks($"{word} {text}", Workspace.Staff, $"{word} and 4,000 characters of {piece}");
            }
        }
    }

    [Fact]
    public async Task What_was_typed_is_not_repeated_at_length()
    {
        var answer = await _bot.Command($"/ao kr {new string('x', 4000)}");

        Assert.True(answer.Everything.Length < 2000, $"{answer.Everything.Length} characters");
    }

    [Fact]
    public async Task Words_that_turn_the_writing_around_do_not_turn_the_answer_around()
    {
        foreach (var word in Words)
        {
            var answer = await _bot.Command($"/ao {word} \u202eevil\u2066x\u0007\0");

            Assert.DoesNotContain(answer.Everything, c => c is '\u202e' or '\u2066' or '\0' or '\a');
        }
    }

    [Theory]
    [InlineData("text=%")]
    [InlineData("text=%zz")]
    [InlineData("text=%ff%fe")]
    [InlineData("text=%ed%a0%80")]
    [InlineData("text=%C0%BCchannel")]
    [InlineData("text=%00%00")]
    [InlineData("text=status&text=kr")]
    [InlineData("text")]
    [InlineData("")]
    public async Task Broken_escapes_are_refused_or_answered_and_never_break_us(string textField)
    {
        var plain = Encoding.UTF8.GetString(SlackRequest.Command("/ao", "", ("text", null)).Body);
        var (status, body) = await _bot.Send(new SlackRequest("/slack/command", Encoding.UTF8.GetBytes($"{plain}&{textField}"), SlackRequest.Form));

        Assert.InRange((int)status, 200, 499);
        if ((int)status == 200)
        {
            SpokenAnswer.Read(body);
        }
    }

    private async Task Asks(string typed, string user, string which)
    {
        try
        {
            await _bot.Command($"/ao {typed}", user);
        }
        catch (Exception problem)
        {
            throw new Xunit.Sdk.XunitException($"{which}: {problem.Message}", problem);
        }
    }
}
