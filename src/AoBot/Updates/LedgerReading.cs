using NodaTime;

namespace AoBot.Updates;

/// <summary>The truth as of an instant: the same history, roster, options and instant always give the same one.</summary>
/// <param name="AsOf">The instant.</param>
/// <param name="Commit">The newest landing by then; none while there is none.</param>
/// <param name="Files">Every path of the tree at that instant, in ordinal order.</param>
/// <param name="Coverage">Engagement by engagement, month by month, up to the month of the instant.</param>
/// <param name="Questions">What staff should be asked, newest first; nothing that landed more than a year before.</param>
public sealed record LedgerReading(
    Instant AsOf,
    string? Commit,
    IReadOnlyList<LedgerFile> Files,
    IReadOnlyList<CoverageCell> Coverage,
    IReadOnlyList<LedgerQuestion> Questions)
{
    /// <summary>The engagements that <see cref="Coverage"/> speaks of, in the order of the roster (of the alphabet where there is none).</summary>
    public required IReadOnlyList<LedgerPartner> Partners { get; init; }
}

/// <param name="Key">The key of its roster row, or its folder.</param>
/// <param name="Name">What people call it.</param>
/// <param name="MonthsPerUpdate">1 monthly, 2 every two months, 3 quarterly.</param>
/// <param name="Learnt">The roster does not state the rhythm: it was learnt from what was delivered, and is to be shown as such.</param>
public sealed record LedgerPartner(string Key, string Name, int MonthsPerUpdate, bool Learnt);

/// <summary>Something that AoBot cannot decide alone.</summary>
/// <param name="Path">The file; or the folder, whole path, whose partner is unknown.</param>
/// <param name="IsFolder">Whether it is asked whose folder this is.</param>
/// <param name="Partner">The partner of the file; of a folder, the nearest one by name.</param>
/// <param name="Kind">What AoBot thinks it is.</param>
/// <param name="Months">The months that AoBot thinks it covers.</param>
/// <param name="Why">Why it is not sure, in words for staff.</param>
/// <param name="Since">When it came up: the landing.</param>
public sealed record LedgerQuestion(string Path, bool IsFolder, string? Partner, FileKind Kind, IReadOnlyList<YearMonth> Months, string Why, Instant Since);
