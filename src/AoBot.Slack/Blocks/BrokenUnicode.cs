using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace AoBot.Slack.Blocks;

/// <summary>Half a surrogate pair, written as an escape: JSON allows it, and no string can be made of it.</summary>
internal static class BrokenUnicode
{
    internal static bool In(JsonElement json)
    {
        var text = JsonMarshal.GetRawUtf8Value(json);
        var high = false;
        for (var at = text.IndexOf((byte)'\\'); at >= 0 && at + 1 < text.Length;)
        {
            var (unit, length) = Escape(text[at..]);
            if (high != char.IsLowSurrogate(unit))
            {
                return true;
            }

            high = char.IsHighSurrogate(unit);
            text = text[(at + length)..];
            at = text.IndexOf((byte)'\\');
            if (high && at != 0)
            {
                return true;
            }
        }

        return high;
    }

    private static (char Unit, int Length) Escape(ReadOnlySpan<byte> text) =>
        text[1] == 'u' && text.Length >= 6 && ushort.TryParse(text.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? ((char)unit, 6)
            : (' ', 2);
}
