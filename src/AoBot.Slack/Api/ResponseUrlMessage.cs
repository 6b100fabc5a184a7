using System.Text.Json.Serialization;
using AoBot.Slack.Blocks;

namespace AoBot.Slack.Api;

/// <summary>Who sees what is sent to a response URL.</summary>
public enum ResponseType
{
    /// <summary>Only the person who acted.</summary>
    Ephemeral,

    /// <summary>Everybody in the channel.</summary>
    InChannel,
}

/// <summary>
/// An answer to a command or interaction by its <c>response_url</c>.
/// See https://docs.slack.dev/interactivity/handling-user-interaction#message_responses.
/// </summary>
/// <param name="Body">What to say; null only to delete the original (<see cref="Deletion"/>).</param>
public sealed record ResponseUrlMessage(MessageBody? Body)
{
    /// <summary>Deletes the message that the interaction came from, and says nothing.</summary>
    public static ResponseUrlMessage Deletion { get; } = new((MessageBody?)null) { DeleteOriginal = true };

    /// <summary>Who sees it. Default: only the person who acted.</summary>
    public ResponseType ResponseType { get; init; } = ResponseType.Ephemeral;

    /// <summary>Put it in the place of the message that the interaction came from. Default false.</summary>
    public bool ReplaceOriginal { get; init; }

    /// <summary>Delete the message that the interaction came from. Default false.</summary>
    public bool DeleteOriginal { get; init; }

    /// <summary>The <c>ts</c> of the message to answer in its thread, or null.</summary>
    public string? ThreadTs { get; init; }
}

/// <summary>Slack took the answer.</summary>
public sealed record ResponseUrlAccepted;

internal sealed record ResponseUrlRequest(
    string ResponseType,
    string? Text,
    [property: JsonConverter(typeof(BlocksWriter))] IReadOnlyList<Block>? Blocks,
    bool ReplaceOriginal,
    bool? DeleteOriginal,
    string? ThreadTs,
    bool UnfurlLinks = false,
    bool UnfurlMedia = false);
