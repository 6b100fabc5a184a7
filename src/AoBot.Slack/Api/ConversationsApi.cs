namespace AoBot.Slack.Api;

/// <summary>Channels and direct messages: <c>conversations.*</c>.</summary>
public sealed class ConversationsApi
{
    private readonly SlackCaller _caller;

    internal ConversationsApi(SlackCaller caller) => _caller = caller;

    /// <summary>
    /// Asks about one channel.
    /// See https://docs.slack.dev/reference/methods/conversations.info; tier 3; scope: <c>channels:read</c> for public
    /// channels (<c>groups:read</c>, <c>im:read</c> and <c>mpim:read</c> for the other kinds).
    /// </summary>
    /// <param name="channelId">The channel (<c>C…</c>, <c>G…</c> or <c>D…</c>).</param>
    /// <param name="ct">Ends the call at once.</param>
    /// <returns>The channel. Errors: <see cref="NotFound"/> (<c>channel_not_found</c>, also for a private channel that the
    /// bot is not in), <see cref="AuthError"/>, <see cref="RateLimited"/>, <see cref="Unreachable"/>.</returns>
    public async Task<SlackOutcome<SlackConversation>> Info(string channelId, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(channelId);
        var outcome = await _caller.Call(SlackMethods.ConversationsInfo, new ChannelArgument(channelId), ct);
        return outcome.Map(answer => answer.Channel);
    }

    /// <summary>
    /// Reads what stands in a channel, newest first, with the metadata of its messages. Replies in threads are not among it.
    /// See https://docs.slack.dev/reference/methods/conversations.history; tier 3; scope: <c>channels:history</c> for public
    /// channels (<c>groups:history</c>, <c>im:history</c> and <c>mpim:history</c> for the other kinds).
    /// </summary>
    /// <param name="channelId">The channel (<c>C…</c>, <c>G…</c> or <c>D…</c>).</param>
    /// <param name="slice">Which part of it.</param>
    /// <param name="ct">Ends the call at once.</param>
    /// <returns>A page. Errors: <see cref="AuthError"/> (<c>missing_scope</c>), <see cref="NotFound"/> (<c>channel_not_found</c>,
    /// <c>not_in_channel</c>), <see cref="RateLimited"/>, <see cref="Unreachable"/>.</returns>
    public Task<SlackOutcome<SlackHistory>> History(string channelId, HistorySlice slice, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(channelId);
        ArgumentNullException.ThrowIfNull(slice);
        return _caller.Call(SlackMethods.ConversationsHistory, new HistoryArguments(channelId, slice.Oldest, slice.Cursor, slice.Limit), ct);
    }

    /// <summary>
    /// Reads a thread: its first message, then the replies, oldest first, with their metadata.
    /// See https://docs.slack.dev/reference/methods/conversations.replies; tier 3; scopes as for <see cref="History"/>.
    /// </summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="threadTs">The thread's first message.</param>
    /// <param name="slice">Which part of it.</param>
    /// <param name="ct">Ends the call at once.</param>
    /// <returns>A page. Errors: <see cref="NotFound"/> (<c>thread_not_found</c>) and those of <see cref="History"/>.</returns>
    public Task<SlackOutcome<SlackHistory>> Replies(string channelId, string threadTs, HistorySlice slice, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(channelId);
        ArgumentException.ThrowIfNullOrEmpty(threadTs);
        ArgumentNullException.ThrowIfNull(slice);
        return _caller.Call(SlackMethods.ConversationsReplies, new RepliesArguments(channelId, threadTs, slice.Oldest, slice.Cursor, slice.Limit), ct);
    }

    /// <summary>
    /// Tells the direct message with a person, which is opened where there was none; nobody notices.
    /// See https://docs.slack.dev/reference/methods/conversations.open; tier 3; scope: <c>im:write</c>.
    /// </summary>
    /// <param name="userId">The person (<c>U…</c> or <c>W…</c>).</param>
    /// <param name="ct">Ends the call at once.</param>
    /// <returns>The direct message's id (<c>D…</c>). Errors: <see cref="AuthError"/> (<c>missing_scope</c>), <see cref="NotFound"/>
    /// (<c>user_not_found</c>, <c>user_disabled</c>), <see cref="RateLimited"/>, <see cref="Unreachable"/>.</returns>
    public async Task<SlackOutcome<string>> Open(string userId, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        var outcome = await _caller.Call(SlackMethods.ConversationsOpen, new OpenArguments(userId), ct);
        return outcome.Map(answer => answer.Channel.Id);
    }
}

/// <summary>A channel or a direct message. See https://docs.slack.dev/reference/objects/conversation-object.</summary>
public sealed record SlackConversation
{
    /// <summary>The channel's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name without <c>#</c>; null for direct messages.</summary>
    public string? Name { get; init; }

    /// <summary>The workspace in whose eyes this is the channel.</summary>
    public string? ContextTeamId { get; init; }

    /// <summary>The other person of a direct message (<c>U…</c>).</summary>
    public string? User { get; init; }

    /// <summary>How many people are in it, when Slack tells it.</summary>
    public int? NumMembers { get; init; }

    /// <summary>When it was made, in seconds since 1970.</summary>
    public long? Created { get; init; }

    /// <summary>Whether the bot is in it.</summary>
    public bool IsMember { get; init; }

    /// <summary>Nobody can post to it any more.</summary>
    public bool IsArchived { get; init; }

    /// <summary>A public or private channel.</summary>
    public bool IsChannel { get; init; }

    /// <summary>An old private channel.</summary>
    public bool IsGroup { get; init; }

    /// <summary>A direct message between two.</summary>
    public bool IsIm { get; init; }

    /// <summary>A direct message among several.</summary>
    public bool IsMpim { get; init; }

    /// <summary>By invitation only.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The workspace's channel for everybody.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>Shared with another workspace in any way.</summary>
    public bool IsShared { get; init; }

    /// <summary>Shared with another organisation (Slack Connect).</summary>
    public bool IsExtShared { get; init; }
}

internal sealed record ChannelArgument(string Channel);

internal sealed record ConversationAnswer
{
    public required SlackConversation Channel { get; init; }
}

internal sealed record OpenArguments(string Users);

internal sealed record OpenedConversation
{
    public required OpenedChannel Channel { get; init; }
}

internal sealed record OpenedChannel
{
    public required string Id { get; init; }
}
