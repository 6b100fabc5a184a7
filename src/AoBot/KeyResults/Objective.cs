using NodaTime;

namespace AoBot.KeyResults;

/// <summary>An objective of one program year: <c>O2</c> of 2024.</summary>
public sealed class Objective
{
    public int Id { get; private set; }

    public required int Year { get; init; }

    /// <summary>1 for O1.</summary>
    public required int Number { get; init; }

    public required string Title { get; set; }

    /// <summary>The day the title speaks of; an older report never overrides a newer title.</summary>
    public required LocalDate SpeaksOf { get; set; }

    public List<KeyResult> KeyResults { get; } = [];
}
