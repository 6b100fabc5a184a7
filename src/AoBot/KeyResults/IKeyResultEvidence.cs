using AoBot.Conversations;
using AoBot.Persistence;
using AoBot.Slack.Blocks;

namespace AoBot.KeyResults;

/// <summary>What another part of the product has to show for a key result, beside what reports said of it.</summary>
public interface IKeyResultEvidence
{
    /// <returns>None where it has nothing to do with that one.</returns>
    Task<Evidence?> Of(KeyResultState keyResult, int year, Audience audience, AoBotDbContext db, CancellationToken cancellationToken);
}

/// <param name="Text">As plain text.</param>
/// <param name="Shown">As people see it.</param>
public sealed record Evidence(string Text, Block Shown);
