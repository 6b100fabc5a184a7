using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace AoBot.Updates.GitHub;

/// <summary>What the reader keeps from one reading to the next, beside the history: a small JSON text.</summary>
public sealed record ReaderState
{
    /// <summary>What was read: repository, branch as it is set, and folder. When one of them changes, all is read anew.</summary>
    public required string Of { get; init; }

    /// <summary>The branch, where the repository says which one counts.</summary>
    public string? DefaultBranch { get; init; }

    /// <summary>The head of the branch up to which the history is complete; none before the first reading is done.</summary>
    public string? Head { get; init; }

    public string? BranchTag { get; init; }

    /// <summary>Of each page of the open pull requests.</summary>
    public IReadOnlyList<string> PullTags { get; init; } = [];

    /// <summary>Not to ask GitHub again before, in seconds since 1970 by the real clock.</summary>
    public long? RetryAt { get; init; }

    /// <summary>How far a reading of everything has come; none when there is none under way.</summary>
    public WholeReading? Whole { get; init; }

    public string Write() => JsonSerializer.Serialize(this, ReaderStateJson.Default.ReaderState);

    /// <summary>None where there is none, or it is of an older make: then all is read anew.</summary>
    public static ReaderState? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, ReaderStateJson.Default.ReaderState);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal Instant? RetryTime => RetryAt is { } seconds ? Instant.FromUnixTimeSeconds(seconds) : null;
}

/// <summary>A reading of the whole branch, page by page: a kill loses no more than one page or a few landings.</summary>
public sealed record WholeReading
{
    /// <summary>The head that is read; what lands meanwhile comes after.</summary>
    public required string Head { get; init; }

    /// <summary>The commits so far, one a line: id, committed, authored (seconds since 1970), parents.</summary>
    public IReadOnlyList<string> Commits { get; init; } = [];

    /// <summary>The next page of commits; none when all were read.</summary>
    public string? NextCommits { get; init; }

    /// <summary>Those of them that touch the folder, as GitHub tells.</summary>
    public IReadOnlyList<string> Touching { get; init; } = [];

    public string? NextTouching { get; init; }

    public bool IsTouchingListed { get; init; }

    /// <summary>GitHub's word on what touches the folder did not add up: each landing is looked at.</summary>
    public bool LooksAtEach { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReaderState))]
internal sealed partial class ReaderStateJson : JsonSerializerContext;
