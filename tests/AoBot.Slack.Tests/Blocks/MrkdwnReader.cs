namespace AoBot.Slack.Tests.Blocks;

/// <summary>
/// An independent reader of mrkdwn, for tests: what Slack takes for tokens, and the text between them, decoded. It is
/// suspicious: a "&lt;" that is never closed counts as a token too.
/// </summary>
internal sealed record MrkdwnReader(IReadOnlyList<string> Tokens, string Words)
{
    internal static MrkdwnReader Read(string mrkdwn)
    {
        var tokens = new List<string>();
        var words = "";
        for (var at = 0; at < mrkdwn.Length;)
        {
            if (mrkdwn[at] == '<')
            {
                var end = mrkdwn.IndexOf('>', at);
                tokens.Add(end < 0 ? mrkdwn[(at + 1)..] : mrkdwn[(at + 1)..end]);
                at = end < 0 ? mrkdwn.Length : end + 1;
            }
            else
            {
                words += mrkdwn[at++];
            }
        }

        return new(tokens, Decode(words));
    }

    internal static string Decode(string text)
    {
        var decoded = "";
        for (var at = 0; at < text.Length;)
        {
            var (found, length) = text[at..] switch
            {
                ['&', 'l', 't', ';', ..] => ('<', 4),
                ['&', 'g', 't', ';', ..] => ('>', 4),
                ['&', 'a', 'm', 'p', ';', ..] => ('&', 5),
                _ => (text[at], 1),
            };
            decoded += found;
            at += length;
        }

        return decoded;
    }
}
