using System.Collections.Immutable;

namespace AoBot.Playground.Workspace;

/// <summary>
/// A small Slack workspace in memory: people, channels, messages and views as immutable records behind one lock, and a feed
/// that says what changed. It knows nothing of HTTP nor of the bot.
/// </summary>
public sealed partial class PlaygroundWorkspace
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _realTime;
    private readonly TimeProvider _programTime;
    private readonly Timestamps _timestamps;
    private ImmutableDictionary<string, WorkspaceUser> _users = ImmutableDictionary<string, WorkspaceUser>.Empty;
    private ImmutableSortedDictionary<string, WorkspaceChannel> _channels = ImmutableSortedDictionary.Create<string, WorkspaceChannel>(StringComparer.Ordinal);
    private Dictionary<string, MessageStore> _messages = new(StringComparer.Ordinal);
    private Dictionary<(string User, string Channel), string> _read = [];

    /// <param name="realTime">Slack's clock: ts, lifetimes.</param>
    /// <param name="programTime">The program's clock: what people are shown.</param>
    public PlaygroundWorkspace(TimeProvider realTime, TimeProvider programTime)
    {
        (_realTime, _programTime, _timestamps) = (realTime, programTime, new Timestamps(realTime));
        Reset();
    }

    /// <summary>Says what changed.</summary>
    public ChangeFeed Feed { get; } = new();

    /// <summary>In the order of the cast, others after them.</summary>
    public IReadOnlyList<WorkspaceUser> Users
    {
        get
        {
            var users = _users;
            return [.. Cast.Users.Where(user => users.ContainsKey(user.Id)).Select(user => users[user.Id]), .. users.Values.Where(user => Cast.Users.All(known => known.Id != user.Id)).OrderBy(user => user.Name, StringComparer.Ordinal)];
        }
    }

    public IReadOnlyList<WorkspaceChannel> Channels => [.. _channels.Values];

    public WorkspaceUser? FindUser(string? id) => id is not null && _users.TryGetValue(id, out var user) ? user : null;

    /// <summary>By id.</summary>
    public WorkspaceChannel? FindChannel(string? id) => id is not null && _channels.TryGetValue(id, out var channel) ? channel : null;

    /// <summary>By id, by name, or by name with #.</summary>
    public WorkspaceChannel? FindChannelNamed(string? idOrName) =>
        FindChannel(idOrName) ?? (idOrName is { Length: > 0 } ? Channels.FirstOrDefault(channel => !channel.IsDirect && channel.Name == idOrName.TrimStart('#')) : null);

    /// <summary>Where somebody is a member; channels first, by name.</summary>
    public IReadOnlyList<WorkspaceChannel> ChannelsOf(string user) =>
        [.. Channels.Where(channel => channel.Members.Contains(user)).OrderBy(channel => channel.IsDirect).ThenBy(channel => channel.Name, StringComparer.Ordinal)];

    /// <summary>Adds a person, or changes one.</summary>
    public void Put(WorkspaceUser user)
    {
        lock (_lock)
        {
            _users = _users.SetItem(user.Id, user);
        }

        Feed.Publish(WorkspaceChangeKind.Everything);
    }

    /// <summary>Adds a channel, or changes one.</summary>
    public void Put(WorkspaceChannel channel)
    {
        lock (_lock)
        {
            _channels = _channels.SetItem(channel.Id, channel);
            _messages.TryAdd(channel.Id, new MessageStore());
        }

        Feed.Publish(WorkspaceChangeKind.ChannelChanged, change => change with { Channel = channel.Id });
    }

    /// <summary>The direct messages between a person and the bot; opened where there are none yet.</summary>
    public WorkspaceChannel Direct(string user)
    {
        if (Channels.FirstOrDefault(channel => channel.DirectWith == user) is { } known)
        {
            return known;
        }

        var opened = Cast.Direct(user, _realTime.GetUtcNow());
        Put(opened);
        return opened;
    }

    /// <summary>Whether the person was not a member before.</summary>
    public bool Join(string channel, string user) => ChangeMembers(channel, members => members.Add(user));

    /// <summary>Whether the person was a member before.</summary>
    public bool Leave(string channel, string user) => ChangeMembers(channel, members => members.Remove(user));

    /// <summary>As at the start: the cast, its channels, and no message.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _users = Cast.Users.ToImmutableDictionary(user => user.Id, StringComparer.Ordinal);
            _channels = Cast.Channels(_realTime.GetUtcNow()).ToImmutableSortedDictionary(channel => channel.Id, channel => channel, StringComparer.Ordinal);
            _messages = _channels.Keys.ToDictionary(id => id, _ => new MessageStore(), StringComparer.Ordinal);
            _read = [];
            _modals = [];
            _homes = [];
        }

        Feed.Publish(WorkspaceChangeKind.Everything);
    }

    private bool ChangeMembers(string channelId, Func<ImmutableSortedSet<string>, ImmutableSortedSet<string>> change)
    {
        lock (_lock)
        {
            if (FindChannel(channelId) is not { } channel || change(channel.Members) is not { } members || members == channel.Members)
            {
                return false;
            }

            _channels = _channels.SetItem(channelId, channel with { Members = members });
        }

        Feed.Publish(WorkspaceChangeKind.ChannelChanged, published => published with { Channel = channelId });
        return true;
    }
}
