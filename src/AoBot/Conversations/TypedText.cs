using System.Text.RegularExpressions;

namespace AoBot.Conversations;

/// <summary>What somebody typed, read back from what Slack made of it: links, channels and mentions as tokens, three characters as entities.</summary>
public static partial class TypedText
{
    /// <summary>
    /// A link is its label, a channel its name; mentions of people are left out, as they say to whom one speaks and not what.
    /// https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
    /// </summary>
    /// <param name="fromSlack">As it was delivered.</param>
    /// <param name="keepsPeople">Whether a mention of somebody stays, as <c>@U0123ABCD</c>: for words that are about people.</param>
    public static string Read(string fromSlack, bool keepsPeople = false)
    {
        if (!fromSlack.AsSpan().ContainsAny('<', '&'))
        {
            return fromSlack.Trim();
        }

        return Token().Replace(fromSlack, token => Words(token.Groups["target"].Value, token.Groups["label"].Value, keepsPeople))
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal)
            .Trim();
    }

    private static string Words(string target, string label, bool keepsPeople) => target[0] switch
    {
        '@' => keepsPeople ? $" {target} " : " ",
        '#' or '!' => label,
        _ when label.Length > 0 => label,
        _ => target,
    };

    [GeneratedRegex("<(?<target>[^<>|]+)(?:\\|(?<label>[^<>]*))?>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
