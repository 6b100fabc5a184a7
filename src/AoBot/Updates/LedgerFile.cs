using NodaTime;

namespace AoBot.Updates;

public enum FileKind
{
    /// <summary>A partner's written account of one or more months.</summary>
    Update,

    Readme,

    /// <summary>An image, a table, an archive: beside an update, never one.</summary>
    Attachment,

    /// <summary>1 to 20 bytes (or none), until they are filled.</summary>
    Placeholder,

    Other,
}

/// <summary>What the ledger makes of one path of the tree.</summary>
/// <param name="Path">Full path as in the repository.</param>
/// <param name="Partner">The key of its roster row, or its folder where there is no roster; none where nobody is known to own it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Months">The months that an update covers, in order; empty where unknown, and for what is no update.</param>
/// <param name="Landed">When its text first reached the branch, renames followed; none while it has no text.</param>
/// <param name="Written">When that text was first written; none while it has no text.</param>
/// <param name="Sure">Whether <paramref name="Kind"/> and <paramref name="Months"/> are beyond doubt. What is not sure counts nevertheless, and is asked about.</param>
/// <param name="Why">The reason in words for staff.</param>
/// <param name="Blob">The id of its text.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Commit">The commit of the branch that last changed it: what a link is pinned to.</param>
public sealed record LedgerFile(
    string Path,
    string? Partner,
    FileKind Kind,
    IReadOnlyList<YearMonth> Months,
    Instant? Landed,
    Instant? Written,
    bool Sure,
    string Why,
    string Blob,
    long Size,
    string Commit)
{
    /// <summary>Up to so many bytes a file is a placeholder and no text.</summary>
    public const long LargestPlaceholder = 20;
}
