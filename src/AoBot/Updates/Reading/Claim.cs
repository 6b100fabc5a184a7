using AoBot.Updates.Names;
using NodaTime;

namespace AoBot.Updates.Reading;

/// <summary>A file that may deliver months: one of the tree, one that was deleted, or one that an open pull request would add.</summary>
internal sealed class Claim
{
    public required UpdatePath Path { get; init; }

    /// <summary>Whose it is; none where nobody is known.</summary>
    public required Owner? Owner { get; init; }

    /// <summary>What is looked at together: all of a partner's, or a folder of nobody's.</summary>
    public object Group => (object?)Owner ?? Path.Partner;

    /// <summary>Its life in the repository; none for a proposed one.</summary>
    public FileLife? Life { get; init; }

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

    public IReadOnlyList<YearMonth> Months { get; private set; } = [];

    /// <summary>The one month that the name names, where it names just one: what a habit is about.</summary>
    public YearMonth? Named { get; set; }

    /// <summary>Whether its name says nothing of months, and its headings do.</summary>
    public bool IsHeaded => Path.Name is { Months.Count: 0, Date: null } && (Text.Sections.Count > 0 || Text.Title.Count > 0);

    /// <summary>The year that a month without one is taken to be of.</summary>
    public int Year => Path.Year ?? Written.MonthInUtc().Year;

    /// <summary>The months that headings name: of all dated sections, else of the first heading.</summary>
    public IReadOnlyList<YearMonth> Headed(UpdateText text) =>
        text.Sections.Count > 0 ? [.. text.Sections.Select(m => m.In(Year)).Distinct().Order()] : NamedMonth.Resolve(text.Title, Year);

    public bool Delivers(YearMonth month) => Kind == FileKind.Update && Months.Contains(month);

    public void Decide(IReadOnlyList<YearMonth> months, bool sure, string why) => (Months, Judgement) = (months, Judgement with { Sure = Judgement.Sure && sure, Why = why });

    public void Decide(FileKind kind, bool sure, string why, params IReadOnlyList<YearMonth> months) => (Months, Judgement) = (months, new Judgement(kind, sure, why));

    public override string ToString() => Path.Path;
}
