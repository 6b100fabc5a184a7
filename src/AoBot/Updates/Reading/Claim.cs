using AoBot.Updates.Names;
using NodaTime;

namespace AoBot.Updates.Reading;

/// <summary>A file that may deliver months: one of the tree, one that was deleted, or one that an open pull request would add.</summary>
internal sealed class Claim
{
    public required UpdatePath Path { get; init; }

    public required string Blob { get; init; }

    public required long Size { get; init; }

    public required UpdateText Text { get; init; }

    /// <summary>When its text first reached the branch; of a proposed one, when the pull request was opened.</summary>
    public required Instant Landed { get; init; }

    /// <summary>When most of the text that it has now reached the branch: a stub that was filled later says little about the month.</summary>
    public required Instant Reached { get; init; }

    public required Instant Written { get; init; }

    /// <summary>The landing of <see cref="Landed"/>; none for a proposed one.</summary>
    public string? Landing { get; init; }

    public LedgerAnswer? Answer { get; init; }

    public Judgement Judgement { get; set; } = new(FileKind.Other, true, "");

    public FileKind Kind => Judgement.Kind;

    public IReadOnlyList<YearMonth> Months { get; set; } = [];

    /// <summary>The one month that the name names, where it names just one: what a habit is about.</summary>
    public YearMonth? Named { get; set; }

    public void Decide(IReadOnlyList<YearMonth> months, bool sure, string why) => (Months, Judgement) = (months, Judgement with { Sure = Judgement.Sure && sure, Why = why });

    public void Decide(FileKind kind, bool sure, string why) => (Months, Judgement) = ([], new Judgement(kind, sure, why));

    public override string ToString() => Path.Path;
}
