using NodaTime;

namespace AoBot.Updates.Names;

/// <summary>What the name of a file, or of a folder, says about months. It knows nothing of history.</summary>
public sealed record NameReading
{
    /// <summary>The months that are named, in order; empty where none is.</summary>
    public IReadOnlyList<NamedMonth> Months { get; init; } = [];

    /// <summary>Why the months could be others; none where the name is clear. In words for staff.</summary>
    public string? Doubt { get; init; }

    /// <summary>A full date in the name: a date of writing, not a month.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The year, where a year alone is named, or the whole year is meant.</summary>
    public int? WholeYear { get; init; }

    /// <summary>The number of a second file for the same month, as in <c>update-2024-08-2</c>.</summary>
    public int? Part { get; init; }

    /// <summary>The words that are neither dates nor words for an update, in order: a partner, a topic.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether a word for an update is in it: update, report, status.</summary>
    public bool SaysUpdate { get; init; }

    /// <summary>Whether a word says that it is something else: agenda, template, budget.</summary>
    public bool SaysOther { get; init; }

    /// <summary>Whether a month, a quarter or a half stands in words.</summary>
    public bool IsInWords { get; init; }

    public bool IsReadme { get; init; }

    /// <summary>Whether the name speaks of time at all.</summary>
    public bool IsDated => Months.Count > 0 || Date is not null || WholeYear is not null;
}
