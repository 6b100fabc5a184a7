using AoBot.Slack.Blocks;

namespace AoBot.Slack.Api;

/// <summary>Messages: <c>chat.*</c>. All need the scope <c>chat:write</c>; none is ever repeated by the client when its
/// outcome is unknown.</summary>
public sealed class ChatApi
{
    private readonly SlackCaller _caller;

    internal ChatApi(SlackCaller caller) => _caller = caller;

    /// <summary>
    /// Sends a message. Messages to one channel go out one at a time, in the order they were asked for, about one per
    /// second; other channels are not held up.
    /// See https://docs.slack.dev/reference/methods/chat.postMessage; tier: special; scope: <c>chat:write</c>.
    /// </summary>
    /// <param name="message">What to send and where.</param>
    /// <param name="ct">Ends the wait for the message's turn at once, by <see cref="OperationCanceledException"/>: then nothing was
    /// sent. Once the request is under way the outcome is <see cref="SlackOutcome{T}.Unknown"/> <c>cancelled</c> instead.</param>
    /// <returns>Where the message stands. Errors: <see cref="NotFound"/> (<c>channel_not_found</c>, <c>not_in_channel</c>,
    /// <c>is_archived</c>, <c>restricted_action</c> …), <see cref="InvalidBlocks"/> (also <c>msg_too_long</c>), <see cref="InvalidArguments"/>
    /// (<c>no_text</c>, <c>invalid_metadata_format</c> …), <see cref="AuthError"/>, <see cref="RateLimited"/>,
    /// <see cref="Unreachable"/>.</returns>
    public Task<SlackOutcome<PostedMessage>> PostMessage(Message message, CancellationToken ct = default) => PostMessage(message, onTurn: null, ct);

    /// <summary>The same, for a caller that must note first that the message is about to leave.</summary>
    /// <param name="message">What to send and where.</param>
    /// <param name="onTurn">Called once, when the message's turn has come and nothing of it has left yet. The channel's next message waits for
    /// it. What it throws ends the call: then nothing was sent.</param>
    /// <param name="ct">As above.</param>
    /// <returns>As above.</returns>
    public Task<SlackOutcome<PostedMessage>> PostMessage(Message message, Func<Task>? onTurn, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        var request = new PostMessageRequest(
            message.Channel,
            message.Body.EscapedText,
            message.Body.Blocks,
            message.ThreadTs,
            message.ReplyBroadcast ? true : null,
            message.Metadata,
            message.UnfurlLinks,
            message.UnfurlMedia);
        return _caller.Call(SlackMethods.ChatPostMessage, request, ct, onTurn);
    }

    /// <summary>
    /// Changes a message that the bot has sent. Its blocks become those of the new body, or none.
    /// See https://docs.slack.dev/reference/methods/chat.update; tier 3; scope: <c>chat:write</c>.
    /// </summary>
    /// <param name="update">Which message, and what it becomes.</param>
    /// <param name="ct">As for <see cref="PostMessage(Message, CancellationToken)"/>.</param>
    /// <returns>The message's place. Errors: <see cref="NotFound"/> (<c>message_not_found</c>, <c>cant_update_message</c>,
    /// <c>channel_not_found</c>), <see cref="OtherError"/> (<c>edit_window_closed</c>, <c>update_failed</c>) and those of
    /// <see cref="PostMessage(Message, CancellationToken)"/>.</returns>
    public Task<SlackOutcome<PostedMessage>> Update(MessageUpdate update, CancellationToken ct = default) => Update(update, onTurn: null, ct);

    /// <summary>The same, for a caller that must note first that the change is about to leave.</summary>
    /// <param name="update">Which message, and what it becomes.</param>
    /// <param name="onTurn">As for <see cref="PostMessage(Message, Func{Task}, CancellationToken)"/>.</param>
    /// <param name="ct">As above.</param>
    /// <returns>As above.</returns>
    public Task<SlackOutcome<PostedMessage>> Update(MessageUpdate update, Func<Task>? onTurn, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(update);
        // Slack keeps the old blocks when the field is missing; an empty list takes them away.
        IReadOnlyList<Block> blocks = update.Body.Blocks ?? [];
        var request = new UpdateMessageRequest(update.Channel, update.Ts, update.Body.EscapedText, blocks, update.Metadata);
        return _caller.Call(SlackMethods.ChatUpdate, request, ct, onTurn);
    }

    /// <summary>
    /// Shows a message to one person in a channel. Delivery is not guaranteed: they must be in the channel and active; it is gone after a reload.
    /// See https://docs.slack.dev/reference/methods/chat.postEphemeral; tier 4; scope: <c>chat:write</c>.
    /// </summary>
    /// <param name="userId">Who sees it (<c>U…</c>).</param>
    /// <param name="message">What and where; its metadata, broadcast and unfurling do not apply.</param>
    /// <param name="ct">As for <see cref="PostMessage(Message, CancellationToken)"/>.</param>
    /// <returns>When it was shown. Errors: <see cref="NotFound"/> (<c>user_not_in_channel</c>, <c>channel_not_found</c>,
    /// <c>not_in_channel</c>, <c>is_archived</c>) and those of <see cref="PostMessage(Message, CancellationToken)"/>.</returns>
    public Task<SlackOutcome<PostedEphemeral>> PostEphemeral(string userId, Message message, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        ArgumentNullException.ThrowIfNull(message);
        var request = new PostEphemeralRequest(message.Channel, userId, message.Body.EscapedText, message.Body.Blocks, message.ThreadTs);
        return _caller.Call(SlackMethods.ChatPostEphemeral, request, ct);
    }
}
