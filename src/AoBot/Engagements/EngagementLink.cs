using NodaTime;

namespace AoBot.Engagements;

/// <summary>A page about an engagement that a report links to.</summary>
public sealed class EngagementLink
{
    public int Id { get; private set; }

    public int EngagementId { get; private set; }

    public required string Url { get; init; }

    public required string Title { get; set; }

    public required LocalDate SpeaksOf { get; set; }
}
