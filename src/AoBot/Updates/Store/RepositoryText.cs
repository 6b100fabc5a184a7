namespace AoBot.Updates.Store;

/// <summary>What was found in a text, as it is kept: the few facts of <see cref="UpdateText"/>, never the text.</summary>
public sealed class RepositoryText
{
    public required string Blob { get; init; }

    public required IReadOnlyList<NamedMonth> Sections { get; init; }

    public required IReadOnlyList<NamedMonth> Also { get; init; }

    public required IReadOnlyList<NamedMonth> Title { get; init; }

    public static RepositoryText Of(string blob, UpdateText facts) => new() { Blob = blob, Sections = facts.Sections, Also = facts.Also, Title = facts.Title };

    public UpdateText ToFacts() => new(Sections, Also) { Title = Title };
}
