using AoBot.Reports;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>What one report says of an engagement.</summary>
public sealed class EngagementMention
{
    public int Id { get; private set; }

    public int EngagementId { get; private set; }

    public Engagement Engagement { get; init; } = null!;

    public int ReportId { get; private set; }

    public required TacReport Report { get; init; }

    public required LocalDate SpeaksOf { get; init; }

    /// <summary>The news, in the report's words; none where it is only listed.</summary>
    public string? News { get; init; }
}
