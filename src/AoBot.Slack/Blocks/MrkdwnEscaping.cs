using System.Text;

namespace AoBot.Slack.Blocks;

/// <summary>The one escaper: everything that can hurt in mrkdwn starts with <c>&lt;</c>.</summary>
internal static class MrkdwnEscaping
{
    private static readonly string[] Entities = ["&amp;", "&lt;", "&gt;"];

    internal static string Escape(string text) => text.AsSpan().ContainsAny('&', '<', '>')
        ? text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")
        : text;

    /// <summary>Text inside a <c>&lt;…&gt;</c> token: there a bar parts the token's fields and a line break ends it.</summary>
    internal static string EscapeInToken(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(c switch
            {
                '|' => '｜',
                '\u2028' or '\u2029' => ' ',
                _ when char.IsControl(c) => ' ',
                _ => c,
            });
        }

        return Escape(safe.ToString().Trim());
    }

    /// <summary>An address inside a token: the signs that would end it are percent-encoded.</summary>
    internal static string EscapeUrl(Uri url) => url.AbsoluteUri
        .Replace("<", "%3C").Replace(">", "%3E").Replace("|", "%7C").Replace("^", "%5E").Replace("&", "&amp;");

    /// <summary>Length of what must stay whole at a place: a token, an entity, a surrogate pair, or one code unit.</summary>
    internal static int UnitLength(string text, int at)
    {
        if (text[at] == '<')
        {
            var close = text.AsSpan(at + 1).IndexOfAny('<', '>');
            if (close >= 0 && text[at + 1 + close] == '>')
            {
                return close + 2;
            }
        }

        if (text[at] == '&')
        {
            foreach (var entity in Entities)
            {
                if (string.CompareOrdinal(text, at, entity, 0, entity.Length) == 0)
                {
                    return entity.Length;
                }
            }
        }

        return char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
    }
}
