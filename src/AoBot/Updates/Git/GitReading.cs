namespace AoBot.Updates.Git;

/// <summary>What came of reading a clone.</summary>
/// <param name="History">None where it could not be read.</param>
/// <param name="Problem">Why, and the cure.</param>
/// <param name="Warning">Something to know although it could be read.</param>
public sealed record GitReading(RepositoryHistory? History, string? Problem = null, string? Warning = null);
