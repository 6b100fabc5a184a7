using System.Globalization;

namespace AoBot.Playground.Repository;

/// <summary>
/// One file in one landing of the real repository from 2022 to 2024: that something was written, when, where and how long. What was written is not
/// here, nor by whom. In <c>history.csv</c>, oldest landing first.
/// </summary>
/// <param name="Landing">Counts from 1; a landing may hold texts of several days.</param>
/// <param name="Landed">When it reached the branch.</param>
/// <param name="Written">When it was written.</param>
/// <param name="Path">Where; of a deleted file, where it was.</param>
/// <param name="Previous">Where it was before; none but for a rename.</param>
/// <param name="Text">The same for the same text; none of a deleted file.</param>
/// <param name="Size">Bytes of the text.</param>
public sealed record HistoryFact(int Landing, DateTimeOffset Landed, DateTimeOffset Written, string Path, string? Previous, string? Text, int Size)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<HistoryFact> All() => [.. Shipped.Lines("history.csv").Skip(1).Select(Read)];

    // No path of these years holds a comma.
    private static HistoryFact Read(string line) => line.Split(',') is [var landing, var landed, var written, _, var path, var previous, var text, var size]
        ? new HistoryFact(Number(landing), Time(landed), Time(written), path, Known(previous), Known(text), size.Length == 0 ? 0 : Number(size))
        : throw new FormatException($"\"{line}\" is no fact of the history.");

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string? Known(string text) => text.Length == 0 ? null : text;
}
