using System.Text.Json;

namespace AoBot.Slack.Receiving;

/// <summary>A person in an interaction.</summary>
/// <param name="Id">Slack's id, the only field to recognise a person by.</param>
/// <param name="Username">A name for old logs.</param>
/// <param name="Name">The same, in payloads of other kinds.</param>
/// <param name="TeamId">The person's own workspace, which need not be the receiving one.</param>
public sealed record InteractionUser(string Id, string Username, string Name, string? TeamId)
{
    internal static InteractionUser Read(JsonElement? user) => user is { } u
        ? new(u.Text("id") ?? "", u.Text("username") ?? "", u.Text("name") ?? "", u.Text("team_id"))
        : new("", "", "", null);
}

/// <summary>A workspace in an interaction.</summary>
/// <param name="Id">Slack's id.</param>
/// <param name="Domain">Its part of the address.</param>
public sealed record InteractionTeam(string Id, string Domain)
{
    internal static InteractionTeam? Read(JsonElement? team) =>
        team is { } t && t.Text("id") is { } id ? new(id, t.Text("domain") ?? "") : null;
}

/// <summary>An organisation in an interaction.</summary>
/// <param name="Id">Slack's id.</param>
/// <param name="Name">Its name.</param>
public sealed record InteractionEnterprise(string Id, string Name)
{
    internal static InteractionEnterprise? Read(JsonElement? enterprise) =>
        enterprise is { } e && e.Text("id") is { } id ? new(id, e.Text("name") ?? "") : null;
}

/// <summary>A channel in an interaction.</summary>
/// <param name="Id">Slack's id.</param>
/// <param name="Name">Its name, or <c>directmessage</c>, <c>privategroup</c>.</param>
public sealed record InteractionChannel(string Id, string Name)
{
    internal static InteractionChannel? Read(JsonElement? channel) =>
        channel is { } c && c.Text("id") is { } id ? new(id, c.Text("name") ?? "") : null;
}

/// <summary>The message an interaction was done at.</summary>
/// <param name="Ts">Its id within the channel.</param>
/// <param name="ThreadTs">The thread it stands in, if any.</param>
/// <param name="Text">Its top-level text.</param>
/// <param name="UserId">Who wrote it, if a person or a bot user did.</param>
/// <param name="BotId">Which bot wrote it, if one did.</param>
/// <param name="Raw">The message as it came, its blocks included.</param>
public sealed record InteractionMessage(string Ts, string? ThreadTs, string Text, string? UserId, string? BotId, JsonElement Raw)
{
    internal static InteractionMessage? Read(JsonElement? message) => message is { } m
        ? new(m.Text("ts") ?? "", m.Text("thread_ts"), m.Text("text") ?? "", m.Text("user"), m.Text("bot_id"), m)
        : null;
}

/// <summary>What held the element that was used.</summary>
/// <param name="Type"><c>message</c>, <c>message_attachment</c> or <c>view</c>.</param>
/// <param name="MessageTs">The message's id, also of an ephemeral one.</param>
/// <param name="ThreadTs">The thread the message stands in, if any.</param>
/// <param name="ChannelId">The message's channel.</param>
/// <param name="ViewId">The view's id.</param>
/// <param name="IsEphemeral">True when only this person sees the message.</param>
public sealed record InteractionContainer(string Type, string? MessageTs, string? ThreadTs, string? ChannelId, string? ViewId, bool IsEphemeral)
{
    internal static InteractionContainer? Read(JsonElement? container) => container is { } c
        ? new(c.Text("type") ?? "", c.Text("message_ts"), c.Text("thread_ts"), c.Text("channel_id"), c.Text("view_id"), c.Flag("is_ephemeral"))
        : null;
}
