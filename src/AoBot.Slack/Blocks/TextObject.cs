using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>
/// Text in a block: <see cref="PlainText"/> or <see cref="MrkdwnText"/>. 1 to 3,000 characters unless the place says less.
/// A string converts to plain text, which Slack does not parse; <see cref="Mrkdwn"/> converts to mrkdwn.
/// </summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/text-object</remarks>
[JsonConverter(typeof(TextObjectConverter<TextObject>))]
public abstract record TextObject
{
    private protected TextObject()
    {
    }

    /// <summary>Slack's name of the kind: <c>plain_text</c> or <c>mrkdwn</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The text as it is sent.</summary>
    public abstract string Content { get; }

    /// <summary>Fields of the object that this library does not know, kept as read; null when there are none.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Extra { get; internal init; }

    /// <summary>Plain text; null stays null.</summary>
    /// <param name="text">Any text, or null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator TextObject?(string? text) => text is null ? null : new PlainText(text);

    /// <summary>Mrkdwn, without automatic links.</summary>
    /// <param name="text">The mrkdwn.</param>
    public static implicit operator TextObject(Mrkdwn text) => new MrkdwnText(text);
}

/// <summary>Text that Slack shows as it is: best for a person's words.</summary>
/// <param name="Text">The text, 1 to 3,000 characters unless the place says less.</param>
/// <param name="Emoji">Whether <c>:smile:</c> becomes an emoji; null leaves the choice to Slack.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/text-object</remarks>
[JsonConverter(typeof(TextObjectConverter<PlainText>))]
public sealed record PlainText(string Text, bool? Emoji = true) : TextObject
{
    /// <inheritdoc/>
    public override string Type => "plain_text";

    /// <inheritdoc/>
    public override string Content => Text;

    /// <summary>Plain text; null stays null.</summary>
    /// <param name="text">Any text, or null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator PlainText?(string? text) => text is null ? null : new(text);

    /// <summary>Plain text cut to a length, ending in "…" when something was cut.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="max">The most UTF-16 code units the result may have, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="max"/> is below 1.</exception>
    public static PlainText Truncated(string text, int max) => new(Truncate(text, max));

    /// <summary>
    /// A string cut to a length, ending in "…" when something was cut. Never cuts a surrogate pair, nor a character made
    /// of several code points (an accent, a family emoji) unless it alone is longer than there is room.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="max">The most UTF-16 code units the result may have, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="max"/> is below 1.</exception>
    public static string Truncate(string text, int max)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        if (text.Length <= max)
        {
            return text;
        }

        var room = max - 1;
        var end = 0;
        while (end < room && end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= room)
        {
            end = next;
        }

        if (end == 0)
        {
            end = room > 0 && char.IsHighSurrogate(text[room - 1]) && char.IsLowSurrogate(text[room]) ? room - 1 : room;
        }

        return string.Concat(text.AsSpan(0, end), "…");
    }
}

/// <summary>Text that Slack parses as mrkdwn.</summary>
/// <param name="Text">The mrkdwn, 1 to 3,000 characters unless the place says less.</param>
/// <param name="Verbatim">
/// True keeps Slack from turning bare addresses and names into links; null leaves the choice to Slack, which then does.
/// </param>
/// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/text-object</remarks>
[JsonConverter(typeof(TextObjectConverter<MrkdwnText>))]
public sealed record MrkdwnText(Mrkdwn Text, bool? Verbatim = true) : TextObject
{
    /// <inheritdoc/>
    public override string Type => "mrkdwn";

    /// <inheritdoc/>
    public override string Content => Text.ToString();

    /// <summary>Mrkdwn, without automatic links.</summary>
    /// <param name="text">The mrkdwn.</param>
    public static implicit operator MrkdwnText(Mrkdwn text) => new(text);
}
