namespace AoBot;

/// <summary>
/// One or many of the regular nouns that AoBot uses. Humanizer knows the irregular ones too, but the first use of its vocabulary compiles
/// ninety regular expressions: a third of the time from the start to the first answer.
/// </summary>
public static class Nouns
{
    /// <summary><c>1 key result</c>, <c>2 key results</c>, <c>0 statuses</c>.</summary>
    public static string ToQuantity(this string noun, int count) => $"{count} {(count is 1 or -1 ? noun : Plural(noun))}";

    /// <summary>What may be meant by a noun: itself and, where it looks like many, the word for one. Not every one of them is a word.</summary>
    public static IEnumerable<string> Singulars(string noun)
    {
        yield return noun;
        foreach (var (many, one) in new[] { ("s", ""), ("es", ""), ("ies", "y") })
        {
            if (noun.EndsWith(many, StringComparison.Ordinal))
            {
                yield return string.Concat(noun.AsSpan(0, noun.Length - many.Length), one);
            }
        }
    }

    private static string Plural(string noun) => noun switch
    {
        [.. var stem, 'y'] when stem is not [.., 'a' or 'e' or 'o' or 'u'] => stem + "ies",
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => noun + "es",
        _ => noun + "s",
    };
}
