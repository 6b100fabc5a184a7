using System.Text.Json.Nodes;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Page.Blocks;

/// <summary>Where blocks stand: a message, a modal or a Home. It keeps ids apart and knows what was entered so far.</summary>
/// <param name="Id">Unique on the page.</param>
public sealed record BlockPlace(string Id)
{
    private JsonObject Values { get; init; } = [];

    private IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether elements can be used; not where a view is only shown.</summary>
    public bool IsLive { get; init; } = true;

    /// <param name="message">The message.</param>
    /// <param name="within">Where on the page: a message may stand in the channel and in its thread.</param>
    public static BlockPlace Of(WorkspaceMessage message, string within) => new($"{within}-{message.Ts.Replace('.', '-')}");

    public static BlockPlace Of(WorkspaceView view) => new(view.Id) { Values = view.Values, Errors = view.Errors };

    /// <summary>A valid id for an element.</summary>
    public string IdOf(string block, string action) => $"{Id}-{Plain(block)}-{Plain(action)}";

    public string? ErrorOf(string? block) => block is not null && Errors.TryGetValue(block, out var error) ? error : null;

    /// <summary>What was entered, as Slack writes it; none where nobody has touched the element.</summary>
    public JsonObject? Entered(string? block, string action) => block is null ? null : Values[block]?[action] as JsonObject;

    private static string Plain(string id) => string.Concat(id.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '_'));
}
