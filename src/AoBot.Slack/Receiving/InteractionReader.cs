using System.Text.Json;

namespace AoBot.Slack.Receiving;

/// <summary>Reads an interaction's payload by its type.</summary>
internal static class InteractionReader
{
    /// <exception cref="JsonException">It cannot be read, or lacks what its type needs.</exception>
    public static InteractionRequest Read(ReadOnlySpan<byte> payload)
    {
        var raw = JsonReading.ParseObject(payload);
        return raw.Text("type") switch
        {
            "block_actions" => BlockActions.Read(raw),
            "view_submission" => new ViewSubmission(raw, View(raw)),
            "view_closed" => new ViewClosed(raw, View(raw)),
            "message_action" => new MessageShortcut(raw),
            "shortcut" => new GlobalShortcut(raw),
            "block_suggestion" => new BlockOptionsRequest(raw),
            null => throw new JsonException("The payload has no type."),
            _ => new OtherInteraction(raw),
        };
    }

    private static ReceivedView View(JsonElement raw) =>
        ReceivedView.Read(raw.Object("view")) ?? throw new JsonException("The payload has no view.");
}

/// <summary>All actions of one payload; handlers see them one by one.</summary>
internal sealed record BlockActions : InteractionRequest
{
    private BlockActions(JsonElement raw)
        : base(raw)
    {
    }

    public required IReadOnlyList<BlockActionRequest> Requests { get; init; }

    public static BlockActions Read(JsonElement raw)
    {
        List<BlockActionRequest> requests = [.. raw.Items("actions").Select(action => new BlockActionRequest(raw, new BlockAction(action)))];
        return requests.Count > 0 ? new(raw) { Requests = requests } : throw new JsonException("The payload has no action.");
    }
}
