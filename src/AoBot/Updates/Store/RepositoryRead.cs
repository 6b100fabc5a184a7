using NodaTime;

namespace AoBot.Updates.Store;

/// <summary>What was last read of the repository, and how that went. At most one row.</summary>
public sealed class RepositoryRead
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary><c>owner/name</c> at GitHub, or the path of a clone.</summary>
    public required string Source { get; set; }

    /// <summary>Where people look at it; none for a clone.</summary>
    public string? WebUrl { get; set; }

    public required string Branch { get; set; }

    /// <summary>Unlike any other after each change of what was read.</summary>
    public required string Stamp { get; set; }

    /// <summary>When it was last read well, by the program's clock; none while it never was.</summary>
    public Instant? ReadAt { get; set; }

    /// <summary>When it was last tried, by the program's clock.</summary>
    public Instant? TriedAt { get; set; }

    /// <summary>Why the last try failed, with the cure, in words for staff; none when it went well.</summary>
    public string? Failure { get; set; }

    /// <summary>Whether the whole history is here: before that nobody is asked for anything.</summary>
    public bool IsComplete { get; set; }

    /// <summary>How far a first read has come, in words for staff.</summary>
    public string? Progress { get; set; }

    /// <summary>What the reader remembers from one read to the next, as JSON of its own.</summary>
    public string? ReaderState { get; set; }

    public RepositoryState ToState() => new(Source, WebUrl, Branch, ReadAt, TriedAt, Failure, IsComplete, Progress);
}
