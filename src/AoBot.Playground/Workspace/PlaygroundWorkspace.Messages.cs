using System.Text.Json;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Workspace;

/// <content>Messages, threads and what is unread.</content>
public sealed partial class PlaygroundWorkspace
{
    public WorkspaceMessage? FindMessage(string channel, string ts)
    {
        lock (_lock)
        {
            return _messages.TryGetValue(channel, out var store) ? store.Find(ts) : null;
        }
    }

    /// <summary>The message wherever it stands; a ts is unique in this workspace.</summary>
    public WorkspaceMessage? FindMessage(string ts)
    {
        lock (_lock)
        {
            return _messages.Values.Select(store => store.Find(ts)).FirstOrDefault(message => message is not null);
        }
    }

    /// <summary>A channel as this person sees it: no replies but broadcast ones, ephemeral messages to them included.</summary>
    /// <param name="channel">The channel's id.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="limit">At most so many, the newest.</param>
    /// <param name="before">Only those earlier than this ts: the page above.</param>
    public MessagePage Messages(string channel, string viewer, int limit = 100, string? before = null) =>
        Page(channel, message => message.IsVisibleTo(viewer) && (!message.IsReply || message.IsBroadcast), limit, before: before);

    /// <summary>Any page of a channel; <paramref name="fits"/> says what counts.</summary>
    public MessagePage Page(string channel, Func<WorkspaceMessage, bool> fits, int limit, string? after = null, string? before = null, bool oldestFirst = false)
    {
        lock (_lock)
        {
            return _messages.TryGetValue(channel, out var store) ? store.Page(fits, after, before, limit, oldestFirst) : new MessagePage([], false, false);
        }
    }

    /// <summary>A thread as this person sees it: its first message, then the replies.</summary>
    public IReadOnlyList<WorkspaceMessage> Thread(string channel, string threadTs, string viewer)
    {
        lock (_lock)
        {
            return _messages.TryGetValue(channel, out var store)
                ? [.. new[] { store.Find(threadTs) }.OfType<WorkspaceMessage>().Where(message => message.IsVisibleTo(viewer)), .. store.Replies(threadTs, message => message.IsVisibleTo(viewer))]
                : [];
        }
    }

    /// <summary>What stands below the first message of a thread; ephemeral replies are not counted.</summary>
    public ThreadSummary Summary(string channel, string threadTs)
    {
        lock (_lock)
        {
            List<WorkspaceMessage> replies = _messages.TryGetValue(channel, out var store) ? [.. store.Replies(threadTs, message => message is { IsDeleted: false, IsEphemeral: false })] : [];
            return new ThreadSummary(replies.Count, [.. replies.Select(reply => reply.User).Distinct(StringComparer.Ordinal)], replies.LastOrDefault()?.Ts);
        }
    }

    public WorkspaceMessage Post(NewMessage message)
    {
        WorkspaceMessage posted;
        lock (_lock)
        {
            posted = Add(message);
        }

        Tell(WorkspaceChangeKind.MessagePosted, posted, posted.User);
        return posted;
    }

    /// <summary>Many at once, with one change: <see cref="WorkspaceChangeKind.Everything"/>.</summary>
    public void Load(IEnumerable<NewMessage> messages)
    {
        lock (_lock)
        {
            foreach (var message in messages)
            {
                Add(message);
            }
        }

        Feed.Publish(WorkspaceChangeKind.Everything);
    }

    /// <summary>The message as it stands now; none where it is not there.</summary>
    /// <param name="channel">The channel's id.</param>
    /// <param name="ts">Which.</param>
    /// <param name="by">Who edits.</param>
    /// <param name="text">The new text.</param>
    /// <param name="blocks">The new blocks; null keeps the old ones.</param>
    /// <param name="metadata">The new metadata; null keeps the old.</param>
    /// <param name="markEdited">Whether people are told; Slack does not say so of what a response_url replaces.</param>
    public WorkspaceMessage? Edit(string channel, string ts, string by, string text, IReadOnlyList<Block>? blocks, JsonElement? metadata = null, bool markEdited = true)
    {
        WorkspaceMessage edited;
        lock (_lock)
        {
            if (!_messages.TryGetValue(channel, out var store) || store.Find(ts) is not { } old)
            {
                return null;
            }

            edited = old with
            {
                Text = text,
                Blocks = blocks is null ? old.Blocks : BlockIds.Complete(blocks),
                Metadata = metadata ?? old.Metadata,
                Edited = markEdited ? new MessageEdit(by, _timestamps.Next(), _programTime.GetUtcNow()) : old.Edited,
            };
            store.Replace(edited);
        }

        Tell(WorkspaceChangeKind.MessageEdited, edited, by);
        return edited;
    }

    /// <summary>Whether it was there.</summary>
    public bool Delete(string channel, string ts, string by)
    {
        WorkspaceMessage deleted;
        lock (_lock)
        {
            if (!_messages.TryGetValue(channel, out var store) || store.Find(ts) is not { } old)
            {
                return false;
            }

            deleted = old with { IsDeleted = true, Text = "", Blocks = [], Metadata = null };
            store.Replace(deleted);
        }

        Tell(WorkspaceChangeKind.MessageDeleted, deleted, by);
        return true;
    }

    /// <summary>The person has read the channel up to its newest message.</summary>
    public void MarkRead(string user, string channel)
    {
        lock (_lock)
        {
            _read[(user, channel)] = _timestamps.Next();
        }

        Feed.Publish(WorkspaceChangeKind.Read, change => change with { User = user, Channel = channel });
    }

    /// <summary>When the person last read the channel; none for never.</summary>
    public string? LastRead(string user, string channel)
    {
        lock (_lock)
        {
            return _read.GetValueOrDefault((user, channel));
        }
    }

    public Unread UnreadOf(string user, string channel)
    {
        const int most = 1000;
        var direct = FindChannel(channel)?.IsDirect == true;
        var unread = Page(
            channel,
            message => message.User != user && message.Subtype is null && message.IsVisibleTo(user) && (!message.IsReply || message.IsBroadcast),
            most,
            after: LastRead(user, channel)).Messages;
        return new Unread(unread.Count, direct ? unread.Count : unread.Count(message => message.Text.Contains($"<@{user}>", StringComparison.Ordinal) || message.IsEphemeral));
    }

    private WorkspaceMessage Add(NewMessage message)
    {
        var ts = _timestamps.Next();
        var posted = new WorkspaceMessage
        {
            Channel = message.Channel,
            Ts = ts,
            User = message.User,
            At = _programTime.GetUtcNow(),
            Text = message.Text,
            Blocks = BlockIds.Complete(message.Blocks),
            ThreadTs = message.ThreadTs,
            IsBroadcast = message.IsBroadcast,
            EphemeralTo = message.EphemeralTo,
            Metadata = message.Metadata,
            Subtype = message.Subtype,
        };
        _messages[message.Channel].Add(posted);
        return posted;
    }

    private void Tell(WorkspaceChangeKind kind, WorkspaceMessage message, string by) =>
        Feed.Publish(kind, change => change with { Channel = message.Channel, Ts = message.Ts, User = message.EphemeralTo, By = by });
}
