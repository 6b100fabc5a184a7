using System.Text.Json.Serialization;
using AoBot.Slack.Blocks;

namespace AoBot.Slack.Api;

/// <summary>
/// A message to send. Links are never unfurled unless asked for, and Slack looks for no names or links of its own in the text
/// (<c>parse: none</c>, never <c>link_names</c>), so that what was escaped stays escaped.
/// See https://docs.slack.dev/reference/methods/chat.postMessage.
/// </summary>
/// <param name="Channel">A channel (<c>C…</c>), a direct message (<c>D…</c>), or a person (<c>U…</c>), whose direct
/// message with the bot is then opened.</param>
/// <param name="Body">The text that notifications and screen readers read, best under 4,000 characters, and the blocks
/// (at most 50).</param>
public sealed record Message(string Channel, MessageBody Body)
{
    /// <summary>The <c>ts</c> of the message to answer in its thread, or null for the channel itself.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>With <see cref="ThreadTs"/>: show the answer in the channel as well. Default false. Not for
    /// <c>chat.postEphemeral</c>.</summary>
    public bool ReplyBroadcast { get; init; }

    /// <summary>Invisible data that travels with the message. Not for <c>chat.postEphemeral</c>.</summary>
    public MessageMetadata? Metadata { get; init; }

    /// <summary>Show previews of linked pages. Default false. Not for <c>chat.postEphemeral</c>.</summary>
    public bool UnfurlLinks { get; init; }

    /// <summary>Show previews of linked images and videos. Default false. Not for <c>chat.postEphemeral</c>.</summary>
    public bool UnfurlMedia { get; init; }
}

/// <summary>A new state for a message that the bot has sent. See https://docs.slack.dev/reference/methods/chat.update.</summary>
/// <param name="Channel">The channel's id as <see cref="PostedMessage.Channel"/> told it; a person's id does not do.</param>
/// <param name="Ts">The message, as <see cref="PostedMessage.Ts"/> told it.</param>
/// <param name="Body">What it becomes. Without blocks, its old blocks go.</param>
public sealed record MessageUpdate(string Channel, string Ts, MessageBody Body)
{
    /// <summary>New metadata, or null to keep the old.</summary>
    public MessageMetadata? Metadata { get; init; }
}

/// <summary>
/// Invisible data of a message, by which its sender can recognise it in the channel's history. Every member's app can
/// read it: opaque ids only. See https://docs.slack.dev/messaging/message-metadata.
/// </summary>
/// <param name="EventType">A name of the app's own, such as <c>app_notice</c>.</param>
/// <param name="EventPayload">Names and values. Slack refuses too much of it as
/// <c>metadata_too_large</c>.</param>
public sealed record MessageMetadata(string EventType, IReadOnlyDictionary<string, string> EventPayload);

/// <summary>The answer to <c>chat.postMessage</c> and <c>chat.update</c>.</summary>
public sealed record PostedMessage
{
    /// <summary>The channel's id. For a message to a person it is the direct message's id (<c>D…</c>).</summary>
    public required string Channel { get; init; }

    /// <summary>The message's id within its channel, such as <c>1700000000.000100</c>.</summary>
    public required string Ts { get; init; }
}

/// <summary>The answer to <c>chat.postEphemeral</c>.</summary>
public sealed record PostedEphemeral
{
    /// <summary>When it was shown. It cannot be used to edit or delete the message.</summary>
    public required string MessageTs { get; init; }
}

internal sealed record PostMessageRequest(
    string Channel,
    string Text,
    [property: JsonConverter(typeof(BlocksWriter))] IReadOnlyList<Block>? Blocks,
    string? ThreadTs,
    bool? ReplyBroadcast,
    MessageMetadata? Metadata,
    bool UnfurlLinks,
    bool UnfurlMedia,
    string Parse = "none");

internal sealed record UpdateMessageRequest(
    string Channel,
    string Ts,
    string Text,
    [property: JsonConverter(typeof(BlocksWriter))] IReadOnlyList<Block> Blocks,
    MessageMetadata? Metadata,
    string Parse = "none");

internal sealed record PostEphemeralRequest(
    string Channel,
    string User,
    string Text,
    [property: JsonConverter(typeof(BlocksWriter))] IReadOnlyList<Block>? Blocks,
    string? ThreadTs,
    string Parse = "none");
