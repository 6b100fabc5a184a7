using NodaTime;

namespace AoBot.KeyResults;

/// <summary>A key result of one program year: <c>KR 2.1</c> of 2024. What is known of its progress stands in its check-ins.</summary>
public sealed class KeyResult
{
    public int Id { get; private set; }

    public int ObjectiveId { get; private set; }

    public Objective Objective { get; init; } = null!;

    /// <summary>The place under its objective: 1 for KR 2.1.</summary>
    public required int Number { get; init; }

    public required string Text { get; set; }

    /// <summary>The last day, read from the text; none where the text names none.</summary>
    public LocalDate? Deadline { get; set; }

    /// <summary>The day the text speaks of; an older report never overrides a newer text.</summary>
    public required LocalDate SpeaksOf { get; set; }

    public List<CheckIn> CheckIns { get; } = [];
}
