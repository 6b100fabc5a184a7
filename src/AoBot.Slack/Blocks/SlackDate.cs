using System.Text.RegularExpressions;

namespace AoBot.Slack.Blocks;

/// <summary>
/// Dates that Slack shows in each reader's own zone and language, in mrkdwn only: not in headers, buttons or titles.
/// </summary>
/// <remarks>https://docs.slack.dev/messaging/formatting-message-text#date-formatting</remarks>
public static partial class SlackDate
{
    /// <summary>A date token, <c>&lt;!date^unix^format|fallback&gt;</c>, for an instant; fractions of a second are dropped.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="format">
    /// Words with at least one of Slack's tokens: <c>{date_num}</c>, <c>{date_slash}</c>, <c>{date}</c>,
    /// <c>{date_short}</c>, <c>{date_long}</c>, <c>{date_long_full}</c>, <c>{date_pretty}</c>, <c>{date_short_pretty}</c>,
    /// <c>{date_long_pretty}</c>, <c>{day_divider_pretty}</c>, <c>{time}</c>, <c>{time_secs}</c>, <c>{ago}</c>.
    /// </param>
    /// <param name="fallback">What is read where tokens are not understood; name the zone in it.</param>
    /// <param name="link">An http or https address the date leads to, or null.</param>
    /// <exception cref="ArgumentException">
    /// The format has no token, an unknown one, one of <c>^ | &lt; &gt; &amp;</c> or a line break; the fallback is blank;
    /// the link is no web address.
    /// </exception>
    public static Mrkdwn Of(DateTimeOffset instant, string format, string fallback, Uri? link = null) =>
        Of(instant.ToUnixTimeSeconds(), format, fallback, link);

    /// <summary>A date token for an instant given in seconds.</summary>
    /// <param name="unixSeconds">The instant in seconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="format">As in the other overload.</param>
    /// <param name="fallback">As in the other overload.</param>
    /// <param name="link">As in the other overload.</param>
    /// <exception cref="ArgumentException">As in the other overload.</exception>
    public static Mrkdwn Of(long unixSeconds, string format, string fallback, Uri? link = null)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentException.ThrowIfNullOrWhiteSpace(fallback);
        if (format.AsSpan().ContainsAny("^|<>&\r\n") || !WellFormed().IsMatch(format))
        {
            throw new ArgumentException($"'{format}' is no date format of Slack.", nameof(format));
        }

        if (link is not null && (!link.IsAbsoluteUri || link.Scheme is not ("http" or "https")))
        {
            throw new ArgumentException("A date links to http and https addresses only.", nameof(link));
        }

        var target = link is null ? "" : "^" + MrkdwnEscaping.EscapeUrl(link);
        return Mrkdwn.Raw($"<!date^{unixSeconds}^{format}{target}|{MrkdwnEscaping.EscapeInToken(fallback)}>");
    }

    [GeneratedRegex(@"\A[^{}]*(\{(date_num|date_slash|date_long_full|date_long_pretty|date_long|date_short_pretty|date_short|date_pretty|date|day_divider_pretty|time_secs|time|ago)\}[^{}]*)+\z")]
    private static partial Regex WellFormed();
}
