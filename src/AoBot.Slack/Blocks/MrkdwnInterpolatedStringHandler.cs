using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace AoBot.Slack.Blocks;

/// <summary>
/// What the compiler builds for <see cref="Mrkdwn.Of"/>: literal parts are kept, values are escaped,
/// <see cref="Mrkdwn"/> values are kept. Values are formatted for no particular culture.
/// </summary>
/// <remarks>https://docs.slack.dev/messaging/formatting-message-text#escaping</remarks>
[InterpolatedStringHandler]
public readonly ref struct MrkdwnInterpolatedStringHandler
{
    private readonly StringBuilder _text;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">Length of the literal parts, in UTF-16 code units.</param>
    /// <param name="formattedCount">Number of holes.</param>
    public MrkdwnInterpolatedStringHandler(int literalLength, int formattedCount) =>
        _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Appends a literal part as the programmer wrote it.</summary>
    /// <param name="value">The literal.</param>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>Appends mrkdwn as it is.</summary>
    /// <param name="value">The mrkdwn.</param>
    public void AppendFormatted(Mrkdwn value) => _text.Append(value.ToString());

    /// <summary>Appends text, escaped.</summary>
    /// <param name="value">Any text; null is nothing.</param>
    public void AppendFormatted(string? value) => _text.Append(MrkdwnEscaping.Escape(value ?? ""));

    /// <summary>Appends text, escaped.</summary>
    /// <param name="value">Any text.</param>
    public void AppendFormatted(ReadOnlySpan<char> value) => _text.Append(MrkdwnEscaping.Escape(value.ToString()));

    /// <summary>Appends a value's text, escaped.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value; null is nothing.</param>
    public void AppendFormatted<T>(T value) => AppendFormatted(value, format: null);

    /// <summary>Appends a value's text in a format, escaped.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value; null is nothing.</param>
    /// <param name="format">A format the value knows, such as <c>yyyy-MM-dd</c>.</param>
    public void AppendFormatted<T>(T value, string? format)
    {
        if (value is Mrkdwn mrkdwn)
        {
            AppendFormatted(mrkdwn);
            return;
        }

        AppendFormatted(value is IFormattable formattable
            ? formattable.ToString(format, CultureInfo.InvariantCulture)
            : value?.ToString());
    }

    internal string ToStringAndClear()
    {
        var text = _text.ToString();
        _text.Clear();
        return text;
    }
}
