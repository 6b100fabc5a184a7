using System.Text;
using Microsoft.AspNetCore.Components;

namespace AoBot.Playground.Page.Text;

/// <summary>
/// Slack's mrkdwn as HTML. Whatever is no markup is encoded sign by sign, so that no text can become an element.
/// https://docs.slack.dev/messaging/formatting-message-text
/// </summary>
public sealed class MrkdwnHtml
{
    private const string Fence = "```";
    private const int Deepest = 6;
    private readonly Reader _reader;
    private readonly bool _isVerbatim;
    private readonly StringBuilder _html = new();

    private MrkdwnHtml(Reader reader, bool isVerbatim) => (_reader, _isVerbatim) = (reader, isVerbatim);

    /// <param name="mrkdwn">As it was sent.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="isVerbatim">Bare addresses stay text.</param>
    public static MarkupString Render(string mrkdwn, Reader reader, bool isVerbatim = false)
    {
        var renderer = new MrkdwnHtml(reader, isVerbatim);
        renderer.Whole(mrkdwn.ReplaceLineEndings("\n"));
        return new MarkupString(renderer._html.ToString());
    }

    private void Whole(string text)
    {
        var at = 0;
        while (text.IndexOf(Fence, at, StringComparison.Ordinal) is >= 0 and var open
            && text.IndexOf(Fence, open + Fence.Length, StringComparison.Ordinal) is >= 0 and var close)
        {
            Lines(text[at..open].TrimEnd('\n'));
            _html.Append("<pre class=\"pre\">");
            Raw(text[(open + Fence.Length)..close].Trim('\n'));
            _html.Append("</pre>");
            at = close + Fence.Length;
            if (at < text.Length && text[at] == '\n')
            {
                at++;
            }
        }

        Lines(text[at..]);
    }

    /// <summary>Quoted lines that follow each other are one quote.</summary>
    private void Lines(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var (isQuote, isFirst) = (false, true);
        foreach (var line in text.Split('\n'))
        {
            var mark = line.StartsWith("&gt;", StringComparison.Ordinal) ? 4 : line.StartsWith('>') ? 1 : 0;
            if (mark > 0 != isQuote)
            {
                isQuote = mark > 0;
                _html.Append(isQuote ? "<blockquote>" : "</blockquote>");
            }
            else if (!isFirst)
            {
                _html.Append("<br>");
            }

            isFirst = false;
            Inline(mark > 0 ? line[mark..].TrimStart() : line, 0);
        }

        _html.Append(isQuote ? "</blockquote>" : "");
    }

    private void Inline(string line, int depth)
    {
        for (var at = 0; at < line.Length;)
        {
            at += line[at] switch
            {
                '<' => Token(line, at),
                '`' => Code(line, at),
                '*' => Style(line, at, "b", depth),
                '_' => Style(line, at, "i", depth),
                '~' => Style(line, at, "s", depth),
                ':' => Shortcode(line, at),
                '&' => Entity(line, at),
                'h' when !_isVerbatim => BareAddress(line, at),
                var sign => Sign(sign),
            };
        }
    }

    private int Sign(char sign)
    {
        Html.Append(_html, sign);
        return 1;
    }

    private int Token(string line, int at)
    {
        var close = line.IndexOf('>', at);
        if (close < 0)
        {
            return Sign('<');
        }

        _html.Append(SlackToken.Render(line[(at + 1)..close], _reader));
        return close + 1 - at;
    }

    private int Code(string line, int at)
    {
        var close = line.IndexOf('`', at + 1);
        if (close <= at + 1)
        {
            return Sign('`');
        }

        _html.Append("<code>");
        Raw(line[(at + 1)..close]);
        _html.Append("</code>");
        return close + 1 - at;
    }

    /// <summary>A pair of marks that stand at the edges of words, as Slack wants it.</summary>
    private int Style(string line, int at, string element, int depth)
    {
        var mark = line[at];
        if (depth >= Deepest || (at > 0 && IsWord(line[at - 1])) || at + 1 >= line.Length || char.IsWhiteSpace(line[at + 1]) || line[at + 1] == mark)
        {
            return Sign(mark);
        }

        for (var close = NextMark(line, at + 1, mark); close > 0; close = NextMark(line, close + 1, mark))
        {
            if (!char.IsWhiteSpace(line[close - 1]) && (close + 1 >= line.Length || !IsWord(line[close + 1])))
            {
                _html.Append('<').Append(element).Append('>');
                Inline(line[(at + 1)..close], depth + 1);
                _html.Append("</").Append(element).Append('>');
                return close + 1 - at;
            }
        }

        return Sign(mark);
    }

    /// <summary>Not one inside a token or code.</summary>
    private static int NextMark(string line, int from, char mark)
    {
        for (var at = from; at < line.Length; at++)
        {
            if (line[at] == mark)
            {
                return at;
            }

            var end = line[at] switch { '<' => '>', '`' => '`', _ => '\0' };
            if (end != '\0' && line.IndexOf(end, at + 1) is > 0 and var close)
            {
                at = close;
            }
        }

        return -1;
    }

    private int Shortcode(string line, int at)
    {
        var close = line.IndexOf(':', at + 1);
        if (close < 0 || Emoji.Find(line[(at + 1)..close]) is not { } emoji)
        {
            return Sign(':');
        }

        _html.Append("<span class=\"emoji\" role=\"img\" aria-label=\"").Append(Html.Encode(line[(at + 1)..close].Replace('_', ' '))).Append("\">").Append(emoji).Append("</span>");
        return close + 1 - at;
    }

    private int Entity(string line, int at)
    {
        foreach (var entity in (ReadOnlySpan<string>)["&amp;", "&lt;", "&gt;"])
        {
            if (string.CompareOrdinal(line, at, entity, 0, entity.Length) == 0)
            {
                _html.Append(entity);
                return entity.Length;
            }
        }

        return Sign('&');
    }

    private int BareAddress(string line, int at)
    {
        var rest = line.AsSpan(at);
        if ((at > 0 && IsWord(line[at - 1])) || !(rest.StartsWith("https://") || rest.StartsWith("http://")))
        {
            return Sign('h');
        }

        var length = rest.IndexOfAny(" \t<>`\"") is >= 0 and var end ? end : rest.Length;
        var address = rest[..length].TrimEnd(".,;:!?)*_~").ToString();
        if (!Html.IsSafeAddress(Html.Unescape(address)))
        {
            return Sign('h');
        }

        _html.Append(SlackToken.Link(Html.Unescape(address), Html.Unescape(address)));
        return address.Length;
    }

    /// <summary>Text in code: no styles, but Slack's tokens and entities still count.</summary>
    private void Raw(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            at += text[at] switch { '<' => Token(text, at), '&' => Entity(text, at), var sign => Sign(sign) };
        }
    }

    private static bool IsWord(char sign) => char.IsLetterOrDigit(sign);
}
