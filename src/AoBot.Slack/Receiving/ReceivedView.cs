using System.Text.Json;

namespace AoBot.Slack.Receiving;

/// <summary>A modal or Home as Slack sends it back. See https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload.</summary>
public sealed record ReceivedView
{
    private ReceivedView(JsonElement raw)
    {
        Raw = raw;
        Id = raw.Text("id") ?? "";
        Type = raw.Text("type") ?? "";
        CallbackId = raw.Text("callback_id") ?? "";
        PrivateMetadata = raw.Text("private_metadata") ?? "";
        ExternalId = raw.Text("external_id");
        Hash = raw.Text("hash") ?? "";
        RootViewId = raw.Text("root_view_id");
        PreviousViewId = raw.Text("previous_view_id");
        AppInstalledTeamId = raw.Text("app_installed_team_id");
        State = ViewState.Read(raw.Object("state"));
    }

    /// <summary>The view's id.</summary>
    public string Id { get; }

    /// <summary><c>modal</c> or <c>home</c>.</summary>
    public string Type { get; }

    /// <summary>What the app called it; at most 255 characters.</summary>
    public string CallbackId { get; }

    /// <summary>What the app kept in it; at most 3,000 characters.</summary>
    public string PrivateMetadata { get; }

    /// <summary>The app's own id of this view, if any.</summary>
    public string? ExternalId { get; }

    /// <summary>Changes with each update; pass it back so that a newer view is not overwritten.</summary>
    public string Hash { get; }

    /// <summary>The first view of the stack.</summary>
    public string? RootViewId { get; }

    /// <summary>The view below, if any.</summary>
    public string? PreviousViewId { get; }

    /// <summary>Where the app is installed: the receiving workspace, also for people of connected ones.</summary>
    public string? AppInstalledTeamId { get; }

    /// <summary>What stands in the inputs.</summary>
    public ViewState State { get; }

    /// <summary>The view as it came, its blocks included.</summary>
    public JsonElement Raw { get; }

    /// <summary>Names the view only: what people enter does not belong into logs.</summary>
    public override string ToString() => $"{nameof(ReceivedView)}({Type}, {CallbackId})";

    internal static ReceivedView? Read(JsonElement? view) => view is { } v ? new(v) : null;

    /// <summary>Where an error can be shown: errors are keyed by the block_id of an input.</summary>
    internal string? FirstInputBlockId => Raw.Items("blocks")
        .Where(static block => block.Text("type") is "input")
        .Select(static block => block.Text("block_id"))
        .FirstOrDefault(static id => id is not null);
}

/// <summary>What stands in the inputs of a view or a message: by block_id, then by action_id.</summary>
public sealed record ViewState
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, InputValue>> None = [];

    private ViewState(IReadOnlyDictionary<string, IReadOnlyDictionary<string, InputValue>> values) => Values = values;

    /// <summary>All inputs: block_id → action_id → value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, InputValue>> Values { get; }

    /// <summary>One input, or null when the view has none of these ids.</summary>
    /// <param name="blockId">The block's id.</param>
    /// <param name="actionId">The element's id.</param>
    public InputValue? this[string blockId, string actionId] =>
        Values.TryGetValue(blockId, out var block) && block.TryGetValue(actionId, out var value) ? value : null;

    internal static ViewState Read(JsonElement? state)
    {
        if (state?.Object("values") is not { } values)
        {
            return new(None);
        }

        Dictionary<string, IReadOnlyDictionary<string, InputValue>> blocks = [];
        foreach (var block in values.Members())
        {
            Dictionary<string, InputValue> inputs = [];
            foreach (var input in block.Value.Members())
            {
                inputs[input.Name] = InputValue.Read(input.Value);
            }

            blocks[block.Name] = inputs;
        }

        return new(blocks);
    }
}
