using System.Text.Json;

namespace AoBot.Slack.Receiving;

/// <summary>One element of a message, a modal or Home was used. See https://docs.slack.dev/reference/interaction-payloads/block_actions-payload.</summary>
public sealed record BlockActionRequest : InteractionRequest
{
    internal BlockActionRequest(JsonElement raw, BlockAction action)
        : base(raw)
    {
        Action = action;
        State = ViewState.Read(raw.Object("state"));
    }

    /// <summary>What was used.</summary>
    public BlockAction Action { get; }

    /// <summary>What stands in the other inputs of the message; for views see <see cref="ReceivedView.State"/>.</summary>
    public ViewState State { get; }
}

/// <summary>One use of one element.</summary>
public sealed record BlockAction : InputValue
{
    internal BlockAction(JsonElement raw)
        : base(raw)
    {
        ActionId = raw.Text("action_id") ?? "";
        BlockId = raw.Text("block_id") ?? "";
        ActionTs = raw.Text("action_ts") ?? "";
    }

    /// <summary>The element's id, at most 255 characters.</summary>
    public string ActionId { get; }

    /// <summary>The id of its block, at most 255 characters.</summary>
    public string BlockId { get; }

    /// <summary>When it was used, as Slack's timestamp.</summary>
    public string ActionTs { get; }
}
