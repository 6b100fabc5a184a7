using System.Text.Unicode;

namespace AoBot.Slack.Receiving;

/// <summary>
/// Reads a form (application/x-www-form-urlencoded) straight from its bytes, decoding in place: the buffer is used up by reading.
/// Unlike lenient parsers it refuses what is not well formed: a percent sign without two hexadecimal digits, and text that is not UTF-8.
/// Fields without '=' are empty, and nothing between two '&amp;' is no field.
/// </summary>
internal ref struct FormFields(Span<byte> form)
{
    private Span<byte> _rest = form;

    public ReadOnlySpan<byte> Name { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>True when reading ended early.</summary>
    public bool IsMalformed { get; private set; }

    public bool MoveNext()
    {
        while (!IsMalformed && !_rest.IsEmpty)
        {
            var end = _rest.IndexOf((byte)'&');
            var field = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[(end + 1)..];
            if (field.IsEmpty)
            {
                continue;
            }

            var equals = field.IndexOf((byte)'=');
            var name = equals < 0 ? field : field[..equals];
            var value = equals < 0 ? default : field[(equals + 1)..];
            if (!TryDecode(ref name) || !TryDecode(ref value))
            {
                IsMalformed = true;
                return false;
            }

            Name = name;
            Value = value;
            return true;
        }

        return false;
    }

    private static bool TryDecode(ref Span<byte> text)
    {
        var write = text.IndexOfAny((byte)'%', (byte)'+');
        if (write >= 0)
        {
            for (var read = write; read < text.Length; read++)
            {
                var one = text[read];
                if (one == '+')
                {
                    one = (byte)' ';
                }
                else if (one == '%')
                {
                    if (read + 2 >= text.Length || Digit(text[read + 1]) is not (>= 0 and var high) || Digit(text[read + 2]) is not (>= 0 and var low))
                    {
                        return false;
                    }

                    one = (byte)((high << 4) | low);
                    read += 2;
                }

                text[write++] = one;
            }

            text = text[..write];
        }

        return Utf8.IsValid(text);
    }

    private static int Digit(byte one) => one switch
    {
        >= (byte)'0' and <= (byte)'9' => one - '0',
        >= (byte)'a' and <= (byte)'f' => one - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => one - 'A' + 10,
        _ => -1,
    };
}
