using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AoBot.Playground.Workspace;

/// <summary>A channel, or the direct messages between a person and the bot.</summary>
public sealed record WorkspaceChannel
{
    /// <summary>Begins with C; with D for direct messages.</summary>
    public required string Id { get; init; }

    /// <summary>Without the #; empty for direct messages.</summary>
    public required string Name { get; init; }

    public string Purpose { get; init; } = "";

    public bool IsGeneral { get; init; }

    public bool IsPrivate { get; init; }

    public bool IsArchived { get; init; }

    /// <summary>For direct messages: the person.</summary>
    public string? DirectWith { get; init; }

    /// <summary>By the real clock.</summary>
    public required DateTimeOffset Created { get; init; }

    public ImmutableSortedSet<string> Members { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    [JsonIgnore]
    public bool IsDirect => DirectWith is not null;

    /// <summary>Shared with another organisation.</summary>
    public bool IsShared { get; init; }
}
