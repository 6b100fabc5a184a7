using System.Text.Json;

namespace AoBot.Slack.Receiving;

/// <summary>"More actions" of a message. See https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload.</summary>
public sealed record MessageShortcut : InteractionRequest
{
    internal MessageShortcut(JsonElement raw)
        : base(raw) => CallbackId = raw.Text("callback_id") ?? "";

    /// <summary>The shortcut's id, as in the manifest.</summary>
    public string CallbackId { get; }
}

/// <summary>A shortcut from the search or the composer. See https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload.</summary>
public sealed record GlobalShortcut : InteractionRequest
{
    internal GlobalShortcut(JsonElement raw)
        : base(raw) => CallbackId = raw.Text("callback_id") ?? "";

    /// <summary>The shortcut's id, as in the manifest.</summary>
    public string CallbackId { get; }
}

/// <summary>An interaction that this library does not handle: old attachments, dialogs, or one that Slack added since.</summary>
public sealed record OtherInteraction : InteractionRequest
{
    internal OtherInteraction(JsonElement raw)
        : base(raw) => CallbackId = raw.Text("callback_id") ?? "";

    /// <summary>The callback_id, or nothing.</summary>
    public string CallbackId { get; }
}
