using System.Text.Json;

namespace AoBot.Slack.Receiving;

/// <summary>A modal was submitted. See https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_submission.</summary>
public sealed record ViewSubmission : InteractionRequest
{
    internal ViewSubmission(JsonElement raw, ReceivedView view)
        : base(raw) => View = view;

    /// <summary>The view and what was entered.</summary>
    public new ReceivedView View { get; }
}

/// <summary>A view was closed without submitting. See https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_closed.</summary>
public sealed record ViewClosed : InteractionRequest
{
    internal ViewClosed(JsonElement raw, ReceivedView view)
        : base(raw)
    {
        View = view;
        IsCleared = raw.Flag("is_cleared");
    }

    /// <summary>The view; what was entered may be missing.</summary>
    public new ReceivedView View { get; }

    /// <summary>True when the whole stack of views was closed.</summary>
    public bool IsCleared { get; }
}
