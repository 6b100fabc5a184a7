using NodaTime;

namespace AoBot.People;

/// <summary>"I'm away": meanwhile nothing is asked of them, and somebody else is where they named one.</summary>
public sealed class Absence
{
    public int Id { get; private set; }

    /// <summary>The Slack id of who is away.</summary>
    public required string Person { get; init; }

    public required LocalDate From { get; init; }

    /// <summary>The last day; on the next one they are back.</summary>
    public required LocalDate Until { get; set; }

    /// <summary>The Slack id of who stands in for them.</summary>
    public string? Substitute { get; init; }

    /// <summary>By the program's clock.</summary>
    public required Instant SaidAt { get; init; }

    public bool Holds(LocalDate day) => From <= day && day <= Until;
}
