using AoBot.Engagements;

namespace AoBot.Updates.Names;

/// <summary>
/// Reads months out of names as people write them: digits and words in any order with any separator, several months, quarters and halves,
/// short names, slips of the pen, other languages. Where a name could mean two things it says so.
/// </summary>
public static class NameReader
{
    private static readonly string[] Readmes = ["readme", "readmefirst", "lisezmoi", "leeme", "liesmich"];

    /// <param name="name">A name without its path and without the ending that says its format (<see cref="FileForm"/>).</param>
    /// <param name="aboutYear">The year of its folder, which decides what a number of two digits may be.</param>
    public static NameReading Read(string name, int? aboutYear)
    {
        var items = Item.Read(name, aboutYear);
        var inWords = items.Exists(i => i.Kind is ItemKind.Month or ItemKind.Quarter or ItemKind.Half);
        var words = items.Where(i => i.Kind == ItemKind.Word && !char.IsAsciiDigit(i.Text[0])).Select(i => i.Text).ToList();
        var key = EngagementDirectory.KeyOf(name);
        var reading = (inWords ? MonthWords.Read(items, aboutYear) : MonthNumbers.Read(items, aboutYear)) with
        {
            IsInWords = inWords,
            Words = [.. words.Where(w => !Vocabulary.IsUpdate(w))],
            SaysUpdate = words.Exists(Vocabulary.IsUpdate) || items.Exists(i => i.Kind == ItemKind.Annual),
            SaysOther = words.Exists(Vocabulary.IsOther),
            IsReadme = Array.Exists(Readmes, r => key == r) || (key.StartsWith(Readmes[0], StringComparison.Ordinal) && items[0].Gap.Length == 0),
        };
        if (reading.Date is null && items.Find(i => i is { Kind: ItemKind.PartNumber, Value: > 0 }) is { Value: var part })
        {
            reading = reading with { Part = part };
        }

        if (items.Exists(i => i.Kind == ItemKind.Annual))
        {
            return reading with { Months = [], WholeYear = reading.WholeYear ?? reading.Months.LastOrDefault()?.Year ?? aboutYear, Doubt = "it speaks of a whole year" };
        }

        // "milestone 3" and "http2" are no months.
        return IsBareNumber(reading) && reading is { Words.Count: > 0, SaysUpdate: false }
            ? reading with { Months = [], Doubt = null }
            : reading with { Doubt = reading.Doubt ?? Doubt(items, words, reading) };
    }

    private static bool IsBareNumber(NameReading reading) => reading is { IsInWords: false, Date: null, Months: [{ Year: null }, ..] };

    private static string? Doubt(List<Item> items, List<string> words, NameReading reading)
    {
        if (reading.Months.Count == 0)
        {
            return null;
        }

        if (IsBareNumber(reading) && reading.Words.Count > 0)
        {
            return "the number could mean something else";
        }

        var shortYear = !reading.IsInWords && !items.Exists(i => i.Kind == ItemKind.Year) && reading.Months[^1].Year is not null;
        return shortYear && reading.Words.Count > 0 && items.Exists(i => i is { Kind: ItemKind.Number, Gap: "." }) ? "the numbers could be those of a version"
            : !reading.IsInWords && words.Contains("quarterly") && items.Exists(i => i is { Kind: ItemKind.Number, Value: <= 4, Text.Length: 1 }) ? "the number could be that of a quarter"
            : words.Contains("fy") ? "it may name a fiscal year"
            : null;
    }
}
