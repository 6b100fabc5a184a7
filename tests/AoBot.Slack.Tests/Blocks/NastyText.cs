using System.Text;

namespace AoBot.Slack.Tests.Blocks;

/// <summary>Strings an attacker would send: pieces of tokens, entities and broken Unicode, by seed.</summary>
internal static class NastyText
{
    private static readonly string[] Pieces =
    [
        "<", ">", "&", "|", "^", "!", "@", "#", "<!channel>", "<!here|here>", "<@U123ABC>", "<#C123|x>", "<!subteam^S1>", "<!date^1^{ago}|x>",
        "<https://evil.example|bank>", "https://evil.example", "mailto:a@b.c", "&lt;", "&gt;", "&amp;", "&amp;lt;", "&#60;", "&#x3c;", "\\u003c",
        "＜", "\n", "\r\n", "\u2028", "\0", "\t", " ", "😀", "👨‍👩‍👧", "e\u0301", "\ud800", "\udc00", "\u202e", "*", "_", "`", "```", "{time}", "a", "Ω", "}", "\"",
    ];

    internal static string Of(int seed, int most = 20)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var i = random.Next(most); i >= 0; i--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }
}
