using System.Text;

namespace AoBot.Playground.Page.Text;

/// <summary>The one place where text becomes HTML by hand: everything else is encoded by Razor.</summary>
internal static class Html
{
    public static string Encode(string text) => Append(new StringBuilder(text.Length), text).ToString();

    public static StringBuilder Append(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var sign in text)
        {
            Append(html, sign);
        }

        return html;
    }

    public static StringBuilder Append(StringBuilder html, char sign) => sign switch
    {
        '&' => html.Append("&amp;"),
        '<' => html.Append("&lt;"),
        '>' => html.Append("&gt;"),
        '"' => html.Append("&quot;"),
        '\'' => html.Append("&#39;"),
        '\0' => html.Append('\uFFFD'),
        _ => html.Append(sign),
    };

    /// <summary>Slack's three entities, undone once.</summary>
    public static string Unescape(string mrkdwn) => mrkdwn.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&");

    /// <summary>Only such addresses become links; none of them can run a script.</summary>
    public static bool IsSafeAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https" or "mailto");

    /// <summary>Pictures come over https, or from this machine.</summary>
    public static bool IsSafePicture(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback));
}
