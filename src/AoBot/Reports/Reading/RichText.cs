using Markdig.Syntax.Inlines;

namespace AoBot.Reports.Reading;

/// <summary>A piece of running text without its formatting, that still knows its links, its bold lead and its lines.</summary>
internal sealed class RichText
{
    public static readonly RichText None = new("", null, [], [], 1);

    private readonly IReadOnlyList<int> _breaks;

    public RichText(string text, string? lead, IReadOnlyList<PlacedLink> links, IReadOnlyList<int> breaks, int line)
    {
        Text = text;
        Lead = lead;
        Links = links;
        Line = line;
        _breaks = breaks;
    }

    /// <summary>A line break is a blank.</summary>
    public string Text { get; }

    /// <summary>The bold words that it begins with.</summary>
    public string? Lead { get; }

    public IReadOnlyList<PlacedLink> Links { get; }

    public int Line { get; }

    /// <summary>Whether the template's instructions stood in it; they are left out of the text.</summary>
    public bool HadInstructions { get; private init; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public int LineAt(int offset) => Line + _breaks.Count(b => b < offset);

    /// <summary>The lines as they stand in the file.</summary>
    public IEnumerable<(string Text, int Line)> Lines()
    {
        var start = 0;
        var line = Line;
        foreach (var end in _breaks.Append(Text.Length))
        {
            yield return (Text[start..end].Trim(), line++);
            start = Math.Min(end + 1, Text.Length);
        }
    }

    /// <summary>The web pages that it links to; what is no http or https is left out.</summary>
    public IReadOnlyList<LinkFact> WebLinks() => [.. Links.Where(l => l.Url is not null).Select(l => new LinkFact(l.Title, l.Url!)).Distinct()];

    /// <summary>Two paragraphs of one list item.</summary>
    public RichText Followed(RichText more)
    {
        var shift = Text.Length + 1;
        return new RichText(
            $"{Text} {more.Text}",
            Lead,
            [.. Links, .. more.Links.Select(l => l with { Start = l.Start + shift })],
            [.. _breaks, .. Enumerable.Repeat(Text.Length, Math.Max(0, more.Line - LineAt(Text.Length))), .. more._breaks.Select(b => b + shift)],
            Line);
    }

    public static RichText Of(ContainerInline? inlines, int line) => inlines is null ? None : new Builder(line).Build(inlines);

    /// <param name="Start">Where its words begin.</param>
    /// <param name="Title">Its words.</param>
    /// <param name="Url">None where it is not http or https.</param>
    public sealed record PlacedLink(int Start, string Title, Uri? Url);

    /// <summary>Walks with a stack of its own: what is nested deeply must not end the process.</summary>
    private sealed class Builder(int line)
    {
        private readonly System.Text.StringBuilder _text = new();
        private readonly List<PlacedLink> _links = [];
        private readonly List<int> _breaks = [];
        private readonly Stack<(Inline? Enter, Action? Leave)> _ahead = new();
        private string? _lead;
        private bool _instructions;
        private bool _hadInstructions;

        public RichText Build(ContainerInline inlines)
        {
            Push(inlines);
            while (_ahead.TryPop(out var next))
            {
                next.Leave?.Invoke();
                if (next.Enter is not null)
                {
                    Enter(next.Enter);
                }
            }

            return new RichText(_text.ToString(), _lead, _links, _breaks, line) { HadInstructions = _hadInstructions };
        }

        private void Push(ContainerInline container)
        {
            for (var child = container.LastChild; child is not null; child = child.PreviousSibling)
            {
                _ahead.Push((child, null));
            }
        }

        private void Enter(Inline inline)
        {
            var start = _text.Length;
            switch (inline)
            {
                case LiteralInline literal:
                    Say(literal.Content.ToString());
                    break;
                case CodeInline code:
                    Say(code.Content);
                    break;
                case HtmlEntityInline entity:
                    Say(entity.Transcoded.ToString());
                    break;
                case LineBreakInline:
                    _breaks.Add(_text.Length);
                    _text.Append(' ');
                    break;
                case HtmlInline html:
                    EnterHtml(html.Tag);
                    break;
                case AutolinkInline auto:
                    Say(auto.Url);
                    _links.Add(new PlacedLink(start, auto.Url, Web(auto.Url)));
                    break;
                case LinkInline { IsImage: false } link:
                    _ahead.Push((null, () => _links.Add(new PlacedLink(start, _text.ToString(start, _text.Length - start).Trim(), Web(link.GetDynamicUrl?.Invoke() ?? link.Url)))));
                    Push(link);
                    break;
                case EmphasisInline { DelimiterCount: 2 } bold when _lead is null && string.IsNullOrWhiteSpace(_text.ToString()):
                    _ahead.Push((null, () => _lead = _text.ToString(start, _text.Length - start).Trim()));
                    Push(bold);
                    break;
                case DelimiterInline delimiter:
                    Say(delimiter.ToLiteral());
                    Push(delimiter);
                    break;
                case ContainerInline container:
                    Push(container);
                    break;
            }
        }

        /// <summary>The template puts its instructions between mark tags: they are nobody's report.</summary>
        private void EnterHtml(string tag)
        {
            if (tag.StartsWith("<mark", StringComparison.OrdinalIgnoreCase))
            {
                _instructions = _hadInstructions = true;
            }
            else if (tag.StartsWith("</mark", StringComparison.OrdinalIgnoreCase))
            {
                _instructions = false;
            }
            else if (tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase))
            {
                _text.Append(' ');
            }
        }

        private void Say(string text)
        {
            if (!_instructions)
            {
                _text.Append(text);
            }
        }

        private static Uri? Web(string? url) =>
            Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri : null;
    }
}
