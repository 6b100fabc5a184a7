namespace AoBot.Engagements;

/// <summary>What somebody wants to change, as typed: <c>new</c>, <c>edit homebrew</c>, <c>pause homebrew</c>, <c>end homebrew</c>.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Name">Of which engagement; empty for a new one, or where it was left out.</param>
public sealed record EngagementChange(EngagementChangeKind Kind, string Name)
{
    /// <summary>None if it is the name of something, or of nothing.</summary>
    public static EngagementChange? Parse(string typed)
    {
        var parts = typed.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [var word] when Is(word, "new") || Is(word, "add") => new(EngagementChangeKind.New, ""),
            [var word, ..] when Is(word, "edit") || Is(word, "change") => new(EngagementChangeKind.Edit, parts.ElementAtOrDefault(1) ?? ""),
            [var word, ..] when Is(word, "pause") => new(EngagementChangeKind.Pause, parts.ElementAtOrDefault(1) ?? ""),
            [var word, ..] when Is(word, "end") => new(EngagementChangeKind.End, parts.ElementAtOrDefault(1) ?? ""),
            _ => null,
        };
    }

    private static bool Is(string typed, string word) => typed.Equals(word, StringComparison.OrdinalIgnoreCase);
}

public enum EngagementChangeKind
{
    New,
    Edit,
    Pause,
    End,
}
