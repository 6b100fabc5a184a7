using NodaTime;

namespace AoBot.Updates;

/// <summary>What staff said of a file, as it is kept; the latest of a path counts. To undo it, the row goes.</summary>
public sealed class LedgerAnswerEntry
{
    public int Id { get; private set; }

    /// <summary>The file; or the folder that is nobody's, with a slash at its end.</summary>
    public required string Path { get; init; }

    public required bool IsUpdate { get; init; }

    public required IReadOnlyList<YearMonth> Months { get; init; }

    /// <summary>The key of the engagement that the file is of, where its folder says otherwise.</summary>
    public string? Partner { get; init; }

    /// <summary>The Slack id of who answered.</summary>
    public required string AnsweredBy { get; init; }

    /// <summary>By the program's clock.</summary>
    public required Instant AnsweredAt { get; init; }

    public LedgerAnswer ToAnswer() => new(Path, IsUpdate, Months, Partner);
}

/// <summary>A month that an engagement need not deliver, as it is kept.</summary>
public sealed class UpdateSkip
{
    public int Id { get; private set; }

    /// <summary>The key of the engagement.</summary>
    public required string Partner { get; init; }

    public required YearMonth Month { get; init; }

    /// <summary>In the words of whoever skipped it; for staff and the partner's own contacts alone, it may be about somebody's health.</summary>
    public required string Reason { get; init; }

    /// <summary>The Slack id of who skipped it.</summary>
    public required string SkippedBy { get; init; }

    /// <summary>By the program's clock.</summary>
    public required Instant SkippedAt { get; init; }
}
