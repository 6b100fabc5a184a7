using System.Globalization;
using System.Text;

namespace AoBot.Playground.Repository;

/// <summary>
/// Texts of our own in the place of the real ones, and as long: what partners wrote is read where they wrote it. A text that was changed or moved is
/// like the one that it was, and like no other, so that renames are found as they would be.
/// </summary>
internal sealed class HistoryTexts
{
    /// <summary>Up to here a file is a blank placeholder, as it was.</summary>
    private const int LongestPlaceholder = 20;

    private const string Beginning = "The partner's own words stand at https://github.com/ossf/alpha-omega and not in the Playground.\n";

    private readonly Dictionary<string, int> _origins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    /// <summary>In the order of the history. None for a deletion.</summary>
    public byte[]? Of(HistoryFact fact)
    {
        if (fact.Text is not { } text)
        {
            return null;
        }

        if (!_origins.TryGetValue(text, out var origin))
        {
            origin = _places.TryGetValue(fact.Previous ?? fact.Path, out var before) ? _origins[before] : _origins.Count + 1;
            _origins[text] = origin;
        }

        _places[fact.Path] = text;
        return Encoding.ASCII.GetBytes(fact.Size <= LongestPlaceholder ? new string('\n', fact.Size) : Words(text, origin, fact.Size));
    }

    private static string Words(string text, int origin, int size)
    {
        var words = new StringBuilder(Beginning).Append(CultureInfo.InvariantCulture, $"Known of it here: that it is text {text}, and how long.\n");
        while (words.Length < size)
        {
            words.Append(CultureInfo.InvariantCulture, $"A line for the length alone, of file {origin}.\n");
        }

        return words.ToString(0, size);
    }
}
