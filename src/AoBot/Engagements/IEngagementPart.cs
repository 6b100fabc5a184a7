using AoBot.Conversations;
using AoBot.Persistence;
using AoBot.Slack.Blocks;

namespace AoBot.Engagements;

/// <summary>What a feature that knows engagements adds to the page of one, for instance its updates.</summary>
public interface IEngagementPart
{
    /// <summary>None where it has nothing to say of this one.</summary>
    Task<EngagementPart?> Of(AoBotDbContext db, EngagementEntry engagement, Audience audience, CancellationToken cancellationToken);
}

/// <param name="Text">In sentences.</param>
/// <param name="Blocks">The same for the eye.</param>
public sealed record EngagementPart(string Text, IReadOnlyList<Block> Blocks)
{
    /// <summary>What one may want to ask next.</summary>
    public IReadOnlyList<Ask> Asks { get; init; } = [];
}
