namespace AoBot.Engagements;

/// <summary>Another name of an engagement, for instance its folder: <c>RubyCentral</c>.</summary>
public sealed class EngagementAlias
{
    public int Id { get; private set; }

    public int EngagementId { get; private set; }

    public required string Key { get; init; }

    public required string Name { get; init; }
}
