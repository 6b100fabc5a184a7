using AoBot.Updates.Names;

namespace AoBot.Updates;

/// <summary>
/// The few facts that the ledger takes from the text of a file. They can be kept; the text itself need not be.
/// </summary>
/// <param name="Sections">The months that date a heading with prose below it, in the order of the text: <c># Update 2023-03</c>, or <c>## March</c> without a year. A list of links below a heading is no prose.</param>
/// <param name="Also">The months that the text says it covers as well: "This update also contains updates from December."</param>
public sealed record UpdateText(IReadOnlyList<NamedMonth> Sections, IReadOnlyList<NamedMonth> Also)
{
    private const long Largest = 256 * 1024;

    /// <summary>The months, with their year, that the first heading names, whatever else it says: <c># Build provenance: October 2023</c>. Never believed against a name.</summary>
    public IReadOnlyList<NamedMonth> Title { get; init; } = [];

    public static UpdateText Silent { get; } = new([], []);

    /// <summary>Whether a file is one whose text could say something: readers fetch no other.</summary>
    public static bool IsWorthReading(string path, long size) =>
        size is > LedgerFile.LargestPlaceholder and <= Largest && FileForm.Of(FileForm.NameOf(path)).Form == FileFormKind.Text;
}
