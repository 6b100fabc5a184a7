using NodaTime;

namespace AoBot.Engagements;

/// <summary>What the fund agreed with a partner for a time: the one thing that the fund's reports and its roster may both name.</summary>
public sealed class Engagement
{
    public int Id { get; private set; }

    /// <summary>The name in lower case with everything but letters and digits left out: what names are compared by.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>The day of the newest report that names it; where none does, the day that it came into the roster.</summary>
    public required LocalDate SpeaksOf { get; set; }

    /// <summary>Whether no report names it.</summary>
    public bool IsOfRosterOnly { get; set; }

    /// <summary>The fund's key areas that it belongs to; none where no report says so.</summary>
    public IReadOnlyList<FocusArea> Areas { get; set; } = [];

    /// <summary>The day that <see cref="Areas"/> speak of.</summary>
    public LocalDate? AreasSpeakOf { get; set; }

    public List<EngagementAlias> Aliases { get; } = [];

    public List<EngagementMention> Mentions { get; } = [];

    public List<EngagementLink> Links { get; } = [];

    /// <summary>Its spans in the roster.</summary>
    public List<RosterEntry> Spans { get; } = [];
}
