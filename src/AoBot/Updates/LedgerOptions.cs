using AoBot.Reminders;
using NodaTime;

namespace AoBot.Updates;

/// <summary>What the ledger goes by, beside the history and the roster.</summary>
public sealed record LedgerOptions
{
    public const string DefaultPath = "alpha/engagements";

    /// <summary>The folder with the year folders, without a slash at its ends.</summary>
    public string Path { get; init; } = DefaultPath;

    /// <summary>The fund's zone: when a month is over.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>When a month is due.</summary>
    public required DueDays DueDays { get; init; }

    /// <summary>What staff answered to questions.</summary>
    public IReadOnlyList<LedgerAnswer> Answers { get; init; } = [];

    /// <summary>The months that somebody need not deliver.</summary>
    public IReadOnlyList<SkippedMonth> Skips { get; init; } = [];
}

/// <summary>What staff said of a file. It holds for the file, and as the partner's habit for files alike, older and later.</summary>
/// <param name="Path">The file; renames are followed. With a slash at its end a folder, which is nobody's in whatever year.</param>
/// <param name="IsUpdate">Or "not an update".</param>
/// <param name="Months">The months it covers; of "right", those that AoBot thought.</param>
/// <param name="Partner">The key of the engagement that the file is of, where its folder says otherwise.</param>
public sealed record LedgerAnswer(string Path, bool IsUpdate, IReadOnlyList<YearMonth> Months, string? Partner = null)
{
    public bool IsFolder => Path.EndsWith('/');
}

/// <param name="Partner">The key of the engagement.</param>
/// <param name="Month">The month.</param>
/// <param name="Reason">In the words of whoever skipped it.</param>
public sealed record SkippedMonth(string Partner, YearMonth Month, string Reason);
