using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AoBot.Slack.Blocks;
using NodaTime;
using Spectre.Console;

namespace AoBot.Terminal;

/// <summary>
/// Slack's mrkdwn as a terminal's markup: bold, italics, code, links, and dates in the reader's zone.
/// https://docs.slack.dev/messaging/formatting-message-text
/// </summary>
public static partial class MrkdwnMarkup
{
    /// <param name="text">What Slack would parse.</param>
    /// <param name="zone">The reader's.</param>
    public static string Of(Mrkdwn text, DateTimeZone zone)
    {
        var markup = new StringBuilder();
        var raw = text.ToString();
        var at = 0;
        foreach (Match token in Tokens().Matches(raw))
        {
            markup.Append(Plain(raw[at..token.Index])).Append(Token(token, zone));
            at = token.Index + token.Length;
        }

        return markup.Append(Plain(raw[at..])).ToString();
    }

    public static string Link(string url, string label) =>
        Uri.IsWellFormedUriString(url, UriKind.Absolute) && !url.Contains('[', StringComparison.Ordinal) && !url.Contains(']', StringComparison.Ordinal)
            ? $"[link={url}][blue]{Markup.Escape(label)}[/][/]"
            : Markup.Escape(label);

    private static string Token(Match token, DateTimeZone zone) => token switch
    {
        _ when token.Groups["date"].Success => Markup.Escape(Date(token, zone)),
        _ when token.Groups["url"].Success => Link(WebUtility.HtmlDecode(token.Groups["url"].Value), WebUtility.HtmlDecode(token.Groups["label"] is { Success: true, Value: var label } ? label : token.Groups["url"].Value)),
        _ when token.Groups["bold"].Success => $"[bold]{Plain(token.Groups["bold"].Value)}[/]",
        _ when token.Groups["italic"].Success => $"[italic]{Plain(token.Groups["italic"].Value)}[/]",
        _ when token.Groups["code"].Success => $"[green]{Plain(token.Groups["code"].Value)}[/]",
        _ => Plain(token.Value),
    };

    private static string Plain(string text) => Markup.Escape(WebUtility.HtmlDecode(text));

    /// <summary>The instant in the reader's zone, which is named; the fallback where it cannot be computed.</summary>
    private static string Date(Match token, DateTimeZone zone) =>
        long.TryParse(token.Groups["date"].ValueSpan, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 32_503_680_000
            ? Instant.FromUnixTimeSeconds(seconds).InZone(zone).ToString("dddd, MMMM d, h:mm tt x", CultureInfo.InvariantCulture)
            : WebUtility.HtmlDecode(token.Groups["fallback"].Value);

    [GeneratedRegex(@"<!date\^(?<date>[0-9]{1,12})\^[^|>]*\|(?<fallback>[^>]*)>|<(?<url>(?:https?://|mailto:)[^|>]+)(?:\|(?<label>[^>]*))?>|(?<![\w*])\*(?<bold>[^*\n<>]+)\*(?![\w*])|(?<![\w_])_(?<italic>[^_\n<>]+)_(?![\w_])|`(?<code>[^`\n]+)`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tokens();
}
