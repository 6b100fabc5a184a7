namespace AoBot.Conversations;

/// <summary>Long lists are cut with "+ N more"; the message says where the rest is.</summary>
public static class Cut
{
    /// <summary>The first <paramref name="most"/> items and how many are left; one item too many is shown rather than counted.</summary>
    public static (IReadOnlyList<T> Shown, int Left) To<T>(IReadOnlyList<T> items, int most) =>
        items.Count <= most + 1 ? (items, 0) : ([.. items.Take(most)], items.Count - most);
}
