using System.Text;

namespace AoBot.Updates.Names;

/// <summary>A word or a number of a name.</summary>
/// <param name="Text">A word in lower case without accents, or the digits.</param>
/// <param name="Gap">What stands before it: empty where it follows at once, as in <c>March25</c>.</param>
internal sealed record Token(string Text, string Gap)
{
    private const int LongestName = 200;

    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    /// <summary>The value of a number of up to four digits; -1 for anything else.</summary>
    public int Number => IsNumber && Text.Length <= 4 ? int.Parse(Text) : -1;

    /// <summary>Takes a name apart where letters, digits and signs meet, and at a capital: <c>MarchUpdate</c>.</summary>
    public static IReadOnlyList<Token> Read(string name)
    {
        var tokens = new List<Token>();
        var text = new StringBuilder();
        var gap = new StringBuilder();
        var last = '\0';
        foreach (var raw in (name.Length > LongestName ? name[..LongestName] : name).Replace("%20", " ", StringComparison.OrdinalIgnoreCase))
        {
            if (char.GetUnicodeCategory(raw) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                // An accent beside its letter, as some systems write file names.
                continue;
            }

            var sign = !char.IsLetter(raw) && !char.IsAsciiDigit(raw);
            if (sign || (text.Length > 0 && (char.IsAsciiDigit(last) != char.IsAsciiDigit(raw) || (char.IsLower(last) && char.IsUpper(raw)))))
            {
                End();
            }

            if (sign)
            {
                gap.Append(raw);
            }
            else
            {
                text.Append(Plain(raw));
            }

            last = raw;
        }

        End();
        return tokens;

        void End()
        {
            if (text.Length == 0)
            {
                return;
            }

            var word = text.ToString();
            var before = gap.ToString();
            text.Clear();
            gap.Clear();
            if (Vocabulary.Month(word) is null && Vocabulary.TakeApart(word) is { } parts)
            {
                tokens.AddRange(parts.Select((part, index) => new Token(part, index == 0 ? before : "")));
            }
            else
            {
                tokens.Add(new Token(word, before));
            }
        }
    }

    private static string Plain(char letter) => char.ToLowerInvariant(letter) switch
    {
        'á' or 'à' or 'â' or 'ã' or 'å' => "a",
        'ä' => "ae",
        'ç' or 'ć' or 'č' => "c",
        'é' or 'è' or 'ê' or 'ë' => "e",
        'í' or 'ì' or 'î' or 'ï' => "i",
        'ñ' => "n",
        'ó' or 'ò' or 'ô' or 'õ' => "o",
        'ö' => "oe",
        'ú' or 'ù' or 'û' => "u",
        'ü' => "ue",
        var plain => plain.ToString(),
    };
}
