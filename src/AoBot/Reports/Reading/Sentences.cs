namespace AoBot.Reports.Reading;

/// <summary>Running text cut into sentences, each with its place.</summary>
internal static class Sentences
{
    /// <summary>What is longer is no sentence that anybody wrote; it is not searched.</summary>
    public const int MaxLength = 4_000;

    private static readonly string[] Abbreviations = ["e.g", "i.e", "etc", "inc", "vs", "approx", "st", "mr", "ms", "mrs", "dr", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "ltd", "u.s"];

    public static IEnumerable<(string Text, int Start)> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' && Ends(text, start, i))
            {
                if (i + 1 - start <= MaxLength)
                {
                    yield return (text[start..(i + 1)], start);
                }

                start = i + 1;
            }
        }

        if (start < text.Length && text.Length - start <= MaxLength && !string.IsNullOrWhiteSpace(text[start..]))
        {
            yield return (text[start..], start);
        }
    }

    private static bool Ends(string text, int start, int at)
    {
        if (at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]))
        {
            return false;
        }

        var next = at + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (text[at] != '.' || next >= text.Length)
        {
            return true;
        }

        var word = at;
        while (word > start && !char.IsWhiteSpace(text[word - 1]) && at - word < 12)
        {
            word--;
        }

        // "Michael J. Scovetta", "Nov. 17", "Example Inc. and others".
        var last = text[word..at].TrimStart('(', '"');
        return !char.IsLower(text[next]) && !(last.Length == 1 && char.IsUpper(last[0])) && !Abbreviations.Contains(last, StringComparer.OrdinalIgnoreCase);
    }
}
