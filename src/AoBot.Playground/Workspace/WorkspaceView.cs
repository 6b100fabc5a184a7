using System.Text.Json.Nodes;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Workspace;

/// <summary>A modal that a person has open, or the Home that was published for them.</summary>
public sealed record WorkspaceView
{
    /// <summary>Begins with V.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required string User { get; init; }

    /// <summary>What the bot sent; each block has a block_id.</summary>
    public required View View { get; init; }

    /// <summary>Another after each change.</summary>
    public required string Hash { get; init; }

    /// <summary>The first modal of the stack.</summary>
    public required string RootId { get; init; }

    /// <summary>The modal below it.</summary>
    public string? PreviousId { get; init; }

    /// <summary>What was entered so far: Slack's <c>state.values</c>.</summary>
    public JsonObject Values { get; init; } = [];

    /// <summary>What the bot found wrong at the last submission, by block_id.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool IsHome => View.Type == "home";
}
