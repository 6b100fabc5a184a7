using System.Security.Cryptography;
using System.Text;

namespace AoBot.Updates.GitHub;

/// <summary>
/// What the patch of a file tells, so that its text need not be asked for: how many bytes went and came, how alike the two texts are, and, of a file
/// that is new, the text itself. Pure.
/// </summary>
internal sealed class Patch
{
    /// <summary>As alike as this, out of <see cref="MostAlike"/>, a file that is gone and one that came are one that moved; the same bar as for a clone.</summary>
    public const int Alike = 45_000;

    public const int MostAlike = 60_000;

    /// <summary>How git cuts a text into pieces to compare: at the ends of lines, and within one after so many bytes.</summary>
    private const int Piece = 64;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private readonly Dictionary<string, int> _removed = new(StringComparer.Ordinal), _added = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    private Patch()
    {
    }

    /// <summary>Bytes of the lines that went.</summary>
    public long Removed => _removed.Values.Sum(v => (long)v);

    /// <summary>Bytes of the lines that came.</summary>
    public long Added => _added.Values.Sum(v => (long)v);

    /// <summary>The bytes are not what was written: they could not be told as text.</summary>
    public bool IsUnsound { get; private init; }

    /// <summary>The lines that came, one after the other: of a new file its text.</summary>
    public string AddedText => _text.ToString();

    public static Patch? Read(string? patch)
    {
        if (patch is null)
        {
            return null;
        }

        var read = new Patch { IsUnsound = patch.Contains('\uFFFD', StringComparison.Ordinal) };
        var lines = patch.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Length == 0 || line[0] is not ('+' or '-'))
            {
                continue;
            }

            var isLast = i + 1 < lines.Length && lines[i + 1].StartsWith('\\');
            var content = isLast ? line[1..] : line[1..] + "\n";
            Count(line[0] == '+' ? read._added : read._removed, content);
            if (line[0] == '+')
            {
                read._text.Append(content);
            }
        }

        return read;
    }

    /// <summary>The text of a file that is new, where its id proves that this is all of it.</summary>
    public string? NewText(string blob) => !IsUnsound && IdOf(Utf8.GetBytes(AddedText)) == blob ? AddedText : null;

    /// <summary>
    /// How alike the texts are before and after: git's own measure, the share of the larger one that both have. What is not in the patch is in both.
    /// </summary>
    public int Likeness(long sizeBefore)
    {
        var sizeAfter = sizeBefore - Removed + Added;
        var common = sizeBefore - Removed + _removed.Sum(piece => (long)Math.Min(piece.Value, _added.GetValueOrDefault(piece.Key)));
        return Math.Max(sizeBefore, sizeAfter) is > 0 and var larger ? (int)(Math.Clamp(common, 0, larger) * MostAlike / larger) : 0;
    }

    /// <summary>The id that git gives a text.</summary>
    public static string IdOf(ReadOnlySpan<byte> text)
    {
#pragma warning disable CA5350 // Git names its objects so; nothing is kept safe by it.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
        hash.AppendData(Encoding.ASCII.GetBytes($"blob {text.Length}\0"));
        hash.AppendData(text);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Count(Dictionary<string, int> pieces, string line)
    {
        var bytes = Utf8.GetBytes(line);
        for (var at = 0; at < bytes.Length; at += Piece)
        {
            var piece = bytes.AsSpan(at, Math.Min(Piece, bytes.Length - at));
            var key = Convert.ToHexString(piece);
            pieces[key] = pieces.GetValueOrDefault(key) + piece.Length;
        }
    }
}
