using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>
/// A modal or a Home tab; at most 100 blocks and 250 KB of JSON. What Slack adds to a view it returns (id, hash, state)
/// is in the extra fields.
/// </summary>
/// <remarks>https://docs.slack.dev/reference/views</remarks>
[JsonConverter(typeof(ViewConverter))]
public abstract record View : TypedSlackObject
{
    private protected View(string type, IReadOnlyList<Block> blocks)
        : base(type) => Blocks = blocks;

    /// <summary>What it shows: at most 100 blocks.</summary>
    public IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Names the kind of view in what Slack sends back; at most 255 characters.</summary>
    public string? CallbackId { get; init; }

    /// <summary>Kept with the view and sent back; at most 3,000 characters. People cannot see it, but it is no place for secrets.</summary>
    public string? PrivateMetadata { get; init; }

    /// <summary>An id of the app's own, at most 255 characters, unique in the workspace.</summary>
    public string? ExternalId { get; init; }
}

/// <summary>A dialog over Slack; at most three are stacked.</summary>
/// <param name="Title">1 to 24 characters.</param>
/// <param name="Blocks">At most 100 blocks.</param>
/// <remarks>https://docs.slack.dev/reference/views/modal-views</remarks>
public sealed record ModalView(PlainText Title, IReadOnlyList<Block> Blocks) : View("modal", Blocks)
{
    /// <summary>The button that submits, 1 to 24 characters; required when there is an input block.</summary>
    public PlainText? Submit { get; init; }

    /// <summary>The button that closes, 1 to 24 characters.</summary>
    public PlainText? Close { get; init; }

    /// <summary>Whether closing closes all modals of the stack; null is no.</summary>
    public bool? ClearOnClose { get; init; }

    /// <summary>Whether closing is sent to the app; null is no.</summary>
    public bool? NotifyOnClose { get; init; }
}

/// <summary>The app's Home tab of one person.</summary>
/// <param name="Blocks">At most 100 blocks.</param>
/// <remarks>https://docs.slack.dev/reference/views/home-tab-views</remarks>
public sealed record HomeView(IReadOnlyList<Block> Blocks) : View("home", Blocks);

/// <summary>A view of a kind or in a shape this library does not know, written back as read.</summary>
/// <param name="Json">The whole view, a JSON object.</param>
/// <remarks>https://docs.slack.dev/reference/views</remarks>
public sealed record UnknownView(JsonElement Json) : View(JsonKind.Of(Json), []);

/// <summary>Reads and writes any view.</summary>
internal sealed class ViewConverter() : KindConverter<View>(new()
{
    ["modal"] = typeof(ModalView),
    ["home"] = typeof(HomeView),
})
{
    protected override View Unknown(JsonElement json) => new UnknownView(json);

    protected override JsonElement? Raw(View value) => (value as UnknownView)?.Json;
}
