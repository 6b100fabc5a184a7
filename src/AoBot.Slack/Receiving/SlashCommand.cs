namespace AoBot.Slack.Receiving;

/// <summary>
/// A slash command that a person sent. Slack never sends it twice, but anybody who saw it may within five minutes: a handler that changes
/// something does so once per <see cref="TriggerId"/>. See https://docs.slack.dev/interactivity/implementing-slash-commands.
/// </summary>
public sealed record SlashCommand
{
    /// <summary>The command with its slash, for instance <c>/ao</c>.</summary>
    public required string Command { get; init; }

    /// <summary>
    /// What was typed after the command; may be empty. With <c>should_escape</c> in the manifest, mentions arrive as <c>&lt;@U…&gt;</c>
    /// and <c>&amp; &lt; &gt;</c> as entities.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>Who sent it. The only field to recognise a person by.</summary>
    public required string UserId { get; init; }

    /// <summary>A name for display in logs of old; Slack advises against trusting it.</summary>
    public string UserName { get; init; } = "";

    /// <summary>The workspace that received the command.</summary>
    public string TeamId { get; init; } = "";

    /// <summary>The workspace's part of its address.</summary>
    public string TeamDomain { get; init; } = "";

    /// <summary>The organisation, on Enterprise Grid only.</summary>
    public string? EnterpriseId { get; init; }

    /// <summary>The organisation's name, on Enterprise Grid only.</summary>
    public string? EnterpriseName { get; init; }

    /// <summary>Where it was sent: a channel, a group or a direct message.</summary>
    public string ChannelId { get; init; } = "";

    /// <summary>The channel's name, or <c>directmessage</c>, <c>privategroup</c>.</summary>
    public string ChannelName { get; init; } = "";

    /// <summary>The app the command belongs to.</summary>
    public string ApiAppId { get; init; } = "";

    /// <summary>Opens one modal within three seconds. Unique per command, so it also tells a replay.</summary>
    public string TriggerId { get; init; } = "";

    /// <summary>True when the app is installed for a whole organisation.</summary>
    public bool IsEnterpriseInstall { get; init; }

    /// <summary>
    /// Where later answers go: at most five within 30 minutes. Null when Slack sent none or what it sent is no address.
    /// See https://docs.slack.dev/interactivity/handling-user-interaction#message_responses.
    /// </summary>
    public Uri? ResponseUrl => Uri.TryCreate(ResponseUrlAsSent, UriKind.Absolute, out var url) ? url : null;

    // Kept as text: most commands are answered in the acknowledgement and never need the address parsed.
    internal string? ResponseUrlAsSent { get; init; }
}
