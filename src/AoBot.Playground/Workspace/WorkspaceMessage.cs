using System.Text.Json;
using System.Text.Json.Serialization;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Workspace;

/// <summary>A message as it stands now.</summary>
public sealed record WorkspaceMessage
{
    public required string Channel { get; init; }

    /// <summary>Its id in the channel, and when it came by the real clock, as Slack's servers tell it: <c>1700000000.000100</c>.</summary>
    public required string Ts { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string User { get; init; }

    /// <summary>When it came by the program's clock: what people are shown.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As mrkdwn.</summary>
    public required string Text { get; init; }

    /// <summary>Each has a block_id. Empty: the text alone is shown.</summary>
    [JsonIgnore]
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>The message whose thread it stands in; a thread's first message names itself once it has replies.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>A reply that is shown in the channel as well.</summary>
    public bool IsBroadcast { get; init; }

    /// <summary>The only person who sees it, for an ephemeral message.</summary>
    public string? EphemeralTo { get; init; }

    public MessageEdit? Edited { get; init; }

    /// <summary>Gone for everybody; kept so that places do not shift.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Slack's <c>metadata</c>, an object of event_type and event_payload.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>For <c>joined</c> and its like; none for what people and bots write.</summary>
    public string? Subtype { get; init; }

    [JsonIgnore]
    public bool IsEphemeral => EphemeralTo is not null;

    [JsonIgnore]
    public bool IsReply => ThreadTs is not null && ThreadTs != Ts;

    /// <summary>Whether this person may see it, provided that they see the channel.</summary>
    public bool IsVisibleTo(string user) => !IsDeleted && (EphemeralTo is null || EphemeralTo == user);
}

/// <param name="User">Who edited.</param>
/// <param name="Ts">When, by the real clock.</param>
/// <param name="At">When, by the program's clock.</param>
public sealed record MessageEdit(string User, string Ts, DateTimeOffset At);

/// <summary>A message to be posted.</summary>
/// <param name="Channel">Where.</param>
/// <param name="User">By whom.</param>
/// <param name="Text">As mrkdwn.</param>
public sealed record NewMessage(string Channel, string User, string Text)
{
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    public string? ThreadTs { get; init; }

    public bool IsBroadcast { get; init; }

    public string? EphemeralTo { get; init; }

    public JsonElement? Metadata { get; init; }

    public string? Subtype { get; init; }
}

/// <param name="Messages">Oldest first.</param>
/// <param name="HasOlder">There are older ones that the question covers.</param>
/// <param name="HasNewer">There are newer ones that the question covers.</param>
public sealed record MessagePage(IReadOnlyList<WorkspaceMessage> Messages, bool HasOlder, bool HasNewer);

/// <param name="Replies">How many there are.</param>
/// <param name="Users">Who wrote them, in the order of their first.</param>
/// <param name="LatestTs">The newest reply.</param>
public sealed record ThreadSummary(int Replies, IReadOnlyList<string> Users, string? LatestTs);

/// <param name="Count">What the person has not read.</param>
/// <param name="Mentions">How many of these mention the person; in direct messages all do.</param>
public sealed record Unread(int Count, int Mentions);
