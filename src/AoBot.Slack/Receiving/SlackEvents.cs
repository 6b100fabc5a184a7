using System.Text.Json;

namespace AoBot.Slack.Receiving;

/// <summary>Somebody wrote to the app in a channel. See https://docs.slack.dev/reference/events/app_mention.</summary>
public sealed record AppMention : SlackEvent
{
    /// <summary>Slack's name of the type, as in the manifest's <c>bot_events</c>.</summary>
    public const string TypeName = "app_mention";

    internal AppMention(JsonElement raw)
        : base(raw)
    {
        User = raw.Text("user") ?? "";
        BotId = raw.Text("bot_id");
        Text = raw.Text("text") ?? "";
        Channel = raw.Text("channel") ?? "";
        Ts = raw.Text("ts") ?? "";
        ThreadTs = raw.Text("thread_ts");
    }

    /// <summary>Who wrote it.</summary>
    public string User { get; }

    /// <summary>Set when a bot wrote it: answering may start a conversation of machines.</summary>
    public string? BotId { get; }

    /// <summary>The text as mrkdwn; the mention itself stands in it as <c>&lt;@U…&gt;</c>.</summary>
    public string Text { get; }

    /// <summary>The channel.</summary>
    public string Channel { get; }

    /// <summary>The message's id within the channel. The same message may arrive again as a message event.</summary>
    public string Ts { get; }

    /// <summary>The thread it stands in, if any; an answer goes there, or to a thread at <see cref="Ts"/>.</summary>
    public string? ThreadTs { get; }
}

/// <summary>Somebody, perhaps the app itself, joined a channel. See https://docs.slack.dev/reference/events/member_joined_channel.</summary>
public sealed record MemberJoinedChannel : SlackEvent
{
    /// <summary>Slack's name of the type, as in the manifest's <c>bot_events</c>.</summary>
    public const string TypeName = "member_joined_channel";

    internal MemberJoinedChannel(JsonElement raw)
        : base(raw)
    {
        User = raw.Text("user") ?? "";
        Channel = raw.Text("channel") ?? "";
        ChannelType = raw.Text("channel_type") ?? "";
        Team = raw.Text("team");
        Inviter = raw.Text("inviter");
    }

    /// <summary>Who joined.</summary>
    public string User { get; }

    /// <summary>The channel.</summary>
    public string Channel { get; }

    /// <summary><c>C</c> for a channel, <c>G</c> for a private one.</summary>
    public string ChannelType { get; }

    /// <summary>The person's workspace.</summary>
    public string? Team { get; }

    /// <summary>Who invited them, if somebody did.</summary>
    public string? Inviter { get; }
}

/// <summary>Somebody opened the app's Home or its messages. See https://docs.slack.dev/reference/events/app_home_opened.</summary>
public sealed record AppHomeOpened : SlackEvent
{
    /// <summary>Slack's name of the type, as in the manifest's <c>bot_events</c>.</summary>
    public const string TypeName = "app_home_opened";

    internal AppHomeOpened(JsonElement raw)
        : base(raw)
    {
        User = raw.Text("user") ?? "";
        Channel = raw.Text("channel") ?? "";
        Tab = raw.Text("tab") ?? "";
        View = ReceivedView.Read(raw.Object("view"));
    }

    /// <summary>Who opened it.</summary>
    public string User { get; }

    /// <summary>The direct message with the app.</summary>
    public string Channel { get; }

    /// <summary><c>home</c> or <c>messages</c>.</summary>
    public string Tab { get; }

    /// <summary>The Home that is published for this person; null when none was yet.</summary>
    public ReceivedView? View { get; }
}

/// <summary>A message was written, changed or deleted, see <see cref="SlackEvent.Subtype"/>. See https://docs.slack.dev/reference/events/message.</summary>
public sealed record MessageEvent : SlackEvent
{
    /// <summary>Slack's name of the type, as in the manifest's <c>bot_events</c>.</summary>
    public const string TypeName = "message";

    internal MessageEvent(JsonElement raw)
        : base(raw)
    {
        User = raw.Text("user");
        BotId = raw.Text("bot_id");
        Text = raw.Text("text") ?? "";
        Channel = raw.Text("channel") ?? "";
        ChannelType = raw.Text("channel_type");
        Ts = raw.Text("ts") ?? "";
        ThreadTs = raw.Text("thread_ts");
    }

    /// <summary>Who wrote it, if a person did.</summary>
    public string? User { get; }

    /// <summary>Which bot wrote it, if one did: the app's own messages arrive too.</summary>
    public string? BotId { get; }

    /// <summary>The text as mrkdwn; empty for changes and deletions, see <see cref="SlackEvent.Raw"/>.</summary>
    public string Text { get; }

    /// <summary>The conversation.</summary>
    public string Channel { get; }

    /// <summary><c>channel</c>, <c>group</c>, <c>im</c> or <c>mpim</c>.</summary>
    public string? ChannelType { get; }

    /// <summary>The message's id within the conversation.</summary>
    public string Ts { get; }

    /// <summary>The thread it stands in, if any.</summary>
    public string? ThreadTs { get; }
}

/// <summary>The app was removed from the workspace. See https://docs.slack.dev/reference/events/app_uninstalled.</summary>
public sealed record AppUninstalled : SlackEvent
{
    /// <summary>Slack's name of the type, as in the manifest's <c>bot_events</c>.</summary>
    public const string TypeName = "app_uninstalled";

    internal AppUninstalled(JsonElement raw)
        : base(raw)
    {
    }
}

/// <summary>Tokens were revoked. See https://docs.slack.dev/reference/events/tokens_revoked.</summary>
public sealed record TokensRevoked : SlackEvent
{
    /// <summary>Slack's name of the type, as in the manifest's <c>bot_events</c>.</summary>
    public const string TypeName = "tokens_revoked";

    internal TokensRevoked(JsonElement raw)
        : base(raw)
    {
        Bot = raw.Object("tokens")?.Texts("bot") ?? [];
        OAuth = raw.Object("tokens")?.Texts("oauth") ?? [];
    }

    /// <summary>Ids of the bot users whose tokens died.</summary>
    public IReadOnlyList<string> Bot { get; }

    /// <summary>Ids of the people whose tokens died.</summary>
    public IReadOnlyList<string> OAuth { get; }
}
