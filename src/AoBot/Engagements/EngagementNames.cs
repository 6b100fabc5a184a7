namespace AoBot.Engagements;

/// <summary>Which name means which engagement, reports and roster taken together, so that both speak of one thing.</summary>
public static class EngagementNames
{
    /// <summary>By comparable name. Where two have the same, the name proper goes before another name, and that before the roster's.</summary>
    /// <param name="engagements">With their aliases and spans.</param>
    public static Dictionary<string, Engagement> Of(IReadOnlyList<Engagement> engagements)
    {
        var byKey = new Dictionary<string, Engagement>(StringComparer.Ordinal);
        var names = engagements.Select(e => (e, e.Key))
            .Concat(engagements.SelectMany(e => e.Aliases.Select(a => (e, a.Key))))
            .Concat(engagements.SelectMany(e => e.Spans.SelectMany(s => s.ToRow().NameKeys).Select(key => (e, key))));
        foreach (var (engagement, key) in names)
        {
            byKey.TryAdd(key, engagement);
        }

        return byKey;
    }
}
