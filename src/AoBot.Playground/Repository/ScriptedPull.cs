using NodaTime;

namespace AoBot.Playground.Repository;

/// <summary>A pull request that is to come, as far as the history or a fictional partner's habit knows.</summary>
/// <param name="Opens">When it is opened.</param>
/// <param name="Merges">When it is merged.</param>
/// <param name="Author">The account.</param>
/// <param name="Commits">What it brings, in order; the first of them opens it.</param>
internal sealed record ScriptedPull(DateTimeOffset Opens, DateTimeOffset Merges, string Author, IReadOnlyList<ScriptedCommit> Commits)
{
    /// <summary>Whose it is; none for a real partner's, with which nobody here can do anything.</summary>
    public FictionalPartner? Partner { get; init; }

    /// <summary>Which month a fictional partner tells of.</summary>
    public YearMonth Month { get; init; }

    public DateTimeOffset Pushed(ScriptedCommit commit) => commit.Written < Merges ? commit.Written : Merges;
}

/// <param name="Written">When.</param>
/// <param name="Changes">What.</param>
internal sealed record ScriptedCommit(DateTimeOffset Written, IReadOnlyList<ScriptedChange> Changes);

/// <param name="Path">Where.</param>
/// <param name="Previous">Where it was before.</param>
/// <param name="Text">None for a deletion.</param>
internal sealed record ScriptedChange(string Path, string? Previous, byte[]? Text);
