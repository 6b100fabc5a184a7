namespace AoBot.Tests.Seeded;

/// <summary>What came of a seed.</summary>
/// <param name="Seed">Which.</param>
/// <param name="Seen">What happened.</param>
/// <param name="Messages">How many messages arrived.</param>
/// <param name="Kills">How often the bot was killed.</param>
/// <param name="Journal">Every message with its moment.</param>
/// <param name="Problems">What must not be.</param>
/// <param name="Errors">What the bot logged as errors.</param>
internal sealed record SeededResult(int Seed, Happenings Seen, int Messages, int Kills, IReadOnlyList<string> Journal, IReadOnlyList<string> Problems, IReadOnlyList<string> Errors);
