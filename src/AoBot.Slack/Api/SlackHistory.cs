using System.Text.Json;

namespace AoBot.Slack.Api;

/// <summary>Which part of a channel's history is asked for. See https://docs.slack.dev/apis/web-api/pagination.</summary>
public sealed record HistorySlice
{
    /// <summary>Only what is later than this <c>ts</c>; null for all.</summary>
    public string? Oldest { get; init; }

    /// <summary>Where the page before said that the next begins (<see cref="SlackHistory.NextCursor"/>); null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>How many messages a page holds at most, 1 to 999. Default 200, the most that Slack advises.</summary>
    public int Limit { get; init; } = 200;
}

/// <summary>A page of a channel's history.</summary>
public sealed record SlackHistory
{
    /// <summary>The messages, in the method's order; null when Slack names none.</summary>
    public IReadOnlyList<HistoryMessage>? Messages { get; init; }

    /// <summary>Whether there is more than this page.</summary>
    public bool HasMore { get; init; }

    /// <summary>What Slack says beside them.</summary>
    public HistoryPlace? ResponseMetadata { get; init; }

    /// <summary>For <see cref="HistorySlice.Cursor"/> of the next page; null on the last.</summary>
    public string? NextCursor => ResponseMetadata?.NextCursor is { Length: > 0 } cursor ? cursor : null;
}

/// <summary>Where the next page begins.</summary>
public sealed record HistoryPlace
{
    /// <summary>Opaque; empty on the last page.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>A message as the history tells it, as far as a bot needs to know its own ones again. See https://docs.slack.dev/messaging/retrieving-messages.</summary>
public sealed record HistoryMessage
{
    /// <summary>Its id within the channel.</summary>
    public string? Ts { get; init; }

    /// <summary>What travels with it; null for most.</summary>
    public HistoryMetadata? Metadata { get; init; }
}

/// <summary>Metadata as it is read, of whichever app. See <see cref="MessageMetadata"/>.</summary>
public sealed record HistoryMetadata
{
    /// <summary>The name that the app gave it.</summary>
    public string? EventType { get; init; }

    /// <summary>Whatever the app put there.</summary>
    public JsonElement? EventPayload { get; init; }

    /// <summary>A value of the payload, where it is a text.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The text, or null.</returns>
    public string? Value(string name) =>
        EventPayload is { ValueKind: JsonValueKind.Object } payload && payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

internal sealed record HistoryArguments(string Channel, string? Oldest, string? Cursor, int Limit, bool IncludeAllMetadata = true);

internal sealed record RepliesArguments(string Channel, string Ts, string? Oldest, string? Cursor, int Limit, bool IncludeAllMetadata = true);
