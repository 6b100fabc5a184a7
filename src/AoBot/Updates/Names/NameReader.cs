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
        var reading = items.Any(i => i.Kind is ItemKind.Month or ItemKind.Quarter or ItemKind.Half)
            ? MonthWords.Read(items, aboutYear)
            : MonthNumbers.Read(items, aboutYear);
        if (items.Exists(i => i.Kind == ItemKind.Annual))
        {
            reading = reading with { Months = [], WholeYear = reading.WholeYear ?? reading.Months.Select(m => m.Year).LastOrDefault() ?? aboutYear, Doubt = "it speaks of a whole year" };
        }

        if (reading.Date is null && PartWord(items) is { } part)
        {
            reading = reading with { Part = part };
        }

        var words = items.Where(i => i.Kind == ItemKind.Word && !char.IsAsciiDigit(i.Text[0])).Select(i => i.Text).ToList();
        var topics = words.Where(w => !Vocabulary.IsUpdate(w)).ToList();
        var saysUpdate = words.Exists(Vocabulary.IsUpdate) || items.Exists(i => i.Kind == ItemKind.Annual);
        if (topics.Count > 0 && reading is { Date: null, Months: [{ Year: null }, ..] } && !items.Exists(i => i.Kind is ItemKind.Month or ItemKind.Quarter or ItemKind.Half))
        {
            // "milestone 3" and "http2" are no months; "python 3 update" hardly is one.
            reading = saysUpdate ? reading with { Doubt = "the number could mean something else" } : new NameReading { Part = reading.Part };
        }

        var key = EngagementDirectory.KeyOf(name);
        return reading with
        {
            Words = topics,
            SaysUpdate = saysUpdate,
            IsInWords = items.Exists(i => i.Kind is ItemKind.Month or ItemKind.Quarter or ItemKind.Half),
            Doubt = reading.Doubt ?? (topics.Contains("fy") && reading.Months.Count > 0 ? "it may name a fiscal year" : null),
            SaysOther = words.Exists(Vocabulary.IsOther),
            IsReadme = Array.Exists(Readmes, r => key == r) || (key.StartsWith(Readmes[0], StringComparison.Ordinal) && items[0].Gap.Length == 0),
        };
    }

    /// <summary>The number behind "part", "v", "no".</summary>
    private static int? PartWord(List<Item> items)
    {
        for (var i = 1; i < items.Count; i++)
        {
            if (items[i] is { Kind: ItemKind.Number, Value: > 0 and var number } && items[i - 1].Kind == ItemKind.Part)
            {
                return number;
            }
        }

        return null;
    }
}
