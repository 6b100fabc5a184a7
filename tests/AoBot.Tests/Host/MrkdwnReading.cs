using System.Text;

namespace AoBot.Tests.Host;

/// <summary>What Slack takes for tokens in mrkdwn, and the words between them, decoded. Suspicious: a "&lt;" that nobody closes is a token too.</summary>
public sealed record MrkdwnReading(IReadOnlyList<string> Tokens, string Words)
{
    public static MrkdwnReading Of(string mrkdwn)
    {
        var tokens = new List<string>();
        var words = new StringBuilder();
        for (var at = 0; at < mrkdwn.Length;)
        {
            if (mrkdwn[at] != '<')
            {
                words.Append(mrkdwn[at++]);
                continue;
            }

            var end = mrkdwn.IndexOf('>', at);
            var token = end < 0 ? mrkdwn[(at + 1)..] : mrkdwn[(at + 1)..end];
            tokens.Add(token);
            words.Append(token[(token.IndexOf('|', StringComparison.Ordinal) + 1)..]);
            at = end < 0 ? mrkdwn.Length : end + 1;
        }

        return new(tokens, words.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").ToString());
    }
}
