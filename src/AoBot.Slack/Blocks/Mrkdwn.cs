using System.Text.RegularExpressions;

namespace AoBot.Slack.Blocks;

/// <summary>
/// Text that Slack parses as mrkdwn. It can only be made by <see cref="Of"/>, which escapes every string put into it,
/// or by the helpers below, so a person's words can never become a mention, a link or a call to the channel.
/// Lengths are in UTF-16 code units of the text as sent (an <c>&amp;amp;</c> counts five).
/// </summary>
/// <remarks>https://docs.slack.dev/messaging/formatting-message-text</remarks>
public readonly partial record struct Mrkdwn
{
    private const string Ellipsis = "…";
    private readonly string? _text;

    // "" and "nothing" are one value, so that equality is that of the text.
    private Mrkdwn(string text) => _text = text.Length == 0 ? null : text;

    /// <summary>No text at all; the same as <c>default</c>.</summary>
    public static Mrkdwn Empty => default;

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => _text is null;

    /// <summary>Length of the text as sent, in UTF-16 code units.</summary>
    public int Length => _text?.Length ?? 0;

    /// <summary>
    /// Mrkdwn from an interpolated string: <c>Mrkdwn.Of($"*{name}* is due")</c>. Literal parts stay as written by the
    /// programmer, strings and other values in holes are escaped, <see cref="Mrkdwn"/> values in holes stay.
    /// Write links, mentions and dates by the helpers, not as literals around a hole.
    /// </summary>
    /// <param name="text">The interpolated string.</param>
    public static Mrkdwn Of(ref MrkdwnInterpolatedStringHandler text) => new(text.ToStringAndClear());

    /// <summary>A person's words as mrkdwn: <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are escaped, and nothing else.</summary>
    /// <param name="text">Any text.</param>
    public static Mrkdwn Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(MrkdwnEscaping.Escape(text));
    }

    /// <summary>
    /// A link, <c>&lt;url|label&gt;</c>. Only absolute http, https and mailto addresses become links; of any other
    /// address the label alone is left, or the escaped address where the label is empty. A <c>|</c> in the label becomes
    /// the full-width bar, a line break a space.
    /// </summary>
    /// <param name="url">Where the link leads.</param>
    /// <param name="label">What is read; any text. When empty, Slack shows the address.</param>
    /// <remarks>https://docs.slack.dev/messaging/formatting-message-text#linking-urls</remarks>
    public static Mrkdwn Link(Uri url, string label)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(label);
        var words = MrkdwnEscaping.EscapeInToken(label);
        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https" or "mailto"))
        {
            return new(words.Length > 0 ? words : MrkdwnEscaping.EscapeInToken(url.OriginalString));
        }

        var address = MrkdwnEscaping.EscapeUrl(url);
        return new(words.Length > 0 ? $"<{address}|{words}>" : $"<{address}>");
    }

    /// <summary>A mention of a person, <c>&lt;@U…&gt;</c>, which notifies them.</summary>
    /// <param name="userId">The id of a user, <c>U</c> or <c>W</c> followed by capitals and digits.</param>
    /// <exception cref="ArgumentException">The id has another form.</exception>
    /// <remarks>https://docs.slack.dev/messaging/formatting-message-text#mentioning-users</remarks>
    public static Mrkdwn Mention(string userId) => UserId().IsMatch(userId)
        ? new($"<@{userId}>")
        : throw new ArgumentException("A user id is U or W followed by capitals and digits.", nameof(userId));

    /// <summary>A link to a channel, <c>&lt;#C…&gt;</c>; Slack shows its name to those who may see it.</summary>
    /// <param name="channelId">The id of a conversation, <c>C</c>, <c>G</c> or <c>D</c> followed by capitals and digits.</param>
    /// <exception cref="ArgumentException">The id has another form.</exception>
    /// <remarks>https://docs.slack.dev/messaging/formatting-message-text#linking-channels</remarks>
    public static Mrkdwn Channel(string channelId) => ChannelId().IsMatch(channelId)
        ? new($"<#{channelId}>")
        : throw new ArgumentException("A channel id is C, G or D followed by capitals and digits.", nameof(channelId));

    /// <summary>Joins texts with a separator.</summary>
    /// <param name="separator">What stands between them; a literal of the program, not escaped.</param>
    /// <param name="parts">The texts, in order; empty ones count too.</param>
    public static Mrkdwn Join(string separator, IEnumerable<Mrkdwn> parts) =>
        new(string.Join(separator, parts.Select(part => part.ToString())));

    /// <summary>One text after the other.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    public static Mrkdwn operator +(Mrkdwn left, Mrkdwn right) => new(left.ToString() + right.ToString());

    /// <summary>
    /// The text cut to a length, ending in "…" when something was cut. Never cuts inside an entity
    /// (<c>&amp;amp;</c>), a token (<c>&lt;…&gt;</c>) or a surrogate pair.
    /// </summary>
    /// <param name="maxChars">The most UTF-16 code units the result may have, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxChars"/> is below 1.</exception>
    public Mrkdwn Truncate(int maxChars)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxChars, 1);
        var text = ToString();
        if (text.Length <= maxChars)
        {
            return this;
        }

        var end = 0;
        while (true)
        {
            var next = end + MrkdwnEscaping.UnitLength(text, end);
            if (next > maxChars - Ellipsis.Length)
            {
                return new(string.Concat(text.AsSpan(0, end), Ellipsis));
            }

            end = next;
        }
    }

    /// <summary>The mrkdwn as it is sent.</summary>
    public override string ToString() => _text ?? "";

    /// <summary>Mrkdwn that is already mrkdwn: read from Slack, or made by a helper of this namespace.</summary>
    internal static Mrkdwn Raw(string text) => new(text);

    [GeneratedRegex(@"\A[UW][A-Z0-9]+\z")]
    private static partial Regex UserId();

    [GeneratedRegex(@"\A[CGD][A-Z0-9]+\z")]
    private static partial Regex ChannelId();
}
