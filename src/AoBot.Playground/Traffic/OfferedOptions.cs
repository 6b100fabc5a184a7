using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace AoBot.Playground.Traffic;

/// <summary>What the bot has offered people in external menus: what they choose of it is sent whole, as Slack's client does.</summary>
public sealed class OfferedOptions
{
    private readonly ConcurrentDictionary<(string User, string Place, string Block, string Action), ConcurrentDictionary<string, JsonObject>> _offered = [];

    public void Remember(ElementPlace place, InputElement element, IReadOnlyList<JsonObject> options)
    {
        var known = _offered.GetOrAdd(Key(place, element), _ => new ConcurrentDictionary<string, JsonObject>(StringComparer.Ordinal));
        foreach (var option in options)
        {
            known[option.Text("value") ?? ""] = option.DeepClone().AsObject();
        }
    }

    public JsonArray Of(ElementPlace place, InputElement element) =>
        _offered.TryGetValue(Key(place, element), out var known) ? new JsonArray([.. known.Values.Select(option => option.DeepClone())]) : [];

    public void Clear() => _offered.Clear();

    private static (string User, string Place, string Block, string Action) Key(ElementPlace place, InputElement element) => (place.User, place.Id, element.BlockId, element.ActionId);
}
