using AoBot.Engagements;
using AoBot.Events;
using AoBot.KeyResults;
using NodaTime;

namespace AoBot.Reports.Reading;

/// <summary>What a TAC report holds. Lists are in the order of the report; lines count from 1 in its file.</summary>
public sealed record TacReportFacts
{
    /// <summary>As written: <c>2024 Q2 Alpha-Omega</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Whose report it is: <c>Alpha-Omega</c>. Empty where the title names nobody.</summary>
    public required string Initiative { get; init; }

    public required int Year { get; init; }

    /// <summary>1 to 4.</summary>
    public required int Quarter { get; init; }

    /// <summary>The day that every fact of the report speaks of; never after the day of reading.</summary>
    public required LocalDate AsOf { get; init; }

    public required AsOfSource AsOfSource { get; init; }

    public string? Purpose { get; init; }

    public IReadOnlyList<ObjectiveFact> Objectives { get; init; } = [];

    public IReadOnlyList<KeyResultFact> KeyResults { get; init; } = [];

    /// <summary>The key areas that the fund works in.</summary>
    public IReadOnlyList<KeyAreaFact> KeyAreas { get; init; } = [];

    public IReadOnlyList<TeamMemberFact> Team { get; init; } = [];

    /// <summary>Every sum that the report says was received or spent; at most one for each kind and year.</summary>
    public IReadOnlyList<FundingFact> Funding { get; init; } = [];

    public IReadOnlyList<EngagementFact> Engagements { get; init; } = [];

    public IReadOnlyList<NewsFact> News { get; init; } = [];

    public IReadOnlyList<PublishedReportFact> PublishedReports { get; init; } = [];

    public IReadOnlyList<EventFact> Events { get; init; } = [];

    /// <summary>What was received in the report's year, where it says so.</summary>
    public FundingFact? FundingReceived => Funding.FirstOrDefault(f => f.Kind == FundingKind.Received && f.Year == Year);

    /// <summary>What was spent in the report's year, where it says so.</summary>
    public FundingFact? FundingSpent => Funding.FirstOrDefault(f => f.Kind == FundingKind.Spent && f.Year == Year);
}

/// <summary>Where the day that a report speaks of comes from.</summary>
public enum AsOfSource
{
    /// <summary>Whoever gave the file said so.</summary>
    Given,

    /// <summary><c>date:</c> in the front matter.</summary>
    FrontMatter,

    /// <summary>The last day of its quarter, or the day of reading where that is earlier.</summary>
    QuarterEnd,
}

/// <param name="Number">2 for O2.</param>
/// <param name="Title">Without its number.</param>
/// <param name="IdAsWritten"><c>O2</c>, <c>Objective #2</c>.</param>
/// <param name="Line">Where it stands.</param>
public sealed record ObjectiveFact(int Number, string Title, string IdAsWritten, int Line);

/// <param name="Objective">2 for KR 2.1.</param>
/// <param name="Number">1 for KR 2.1.</param>
/// <param name="IdAsWritten"><c>KR 2.1</c>, <c>KR2.1</c>.</param>
/// <param name="Text">The wording, without id and status.</param>
/// <param name="StatusAsWritten">Empty where there is none.</param>
/// <param name="Status">The same as one of our words.</param>
/// <param name="Deadline">The last day, where the text names one.</param>
/// <param name="DeadlineText">The words it was read from: <c>by the end of 2024</c>.</param>
/// <param name="Line">Where it stands.</param>
public sealed record KeyResultFact(
    int Objective, int Number, string IdAsWritten, string Text, string StatusAsWritten, KeyResultStatus Status, LocalDate? Deadline, string? DeadlineText, int Line)
{
    /// <summary><c>2.1</c>.</summary>
    public string Id => $"{Objective}.{Number}";
}

/// <param name="Text">The report's words.</param>
/// <param name="Area">The one it is, where the words say so.</param>
/// <param name="Line">Where it stands.</param>
public sealed record KeyAreaFact(string Text, FocusArea? Area, int Line);

/// <param name="Name">As written.</param>
/// <param name="Affiliation">Where they work, or <c>contractor</c>; none where the report does not say.</param>
/// <param name="Line">Where it stands.</param>
public sealed record TeamMemberFact(string Name, string? Affiliation, int Line);

/// <param name="Kind">Received or spent.</param>
/// <param name="Year">The year it speaks of.</param>
/// <param name="Cents">US cents.</param>
/// <param name="AsWritten"><c>$5M</c>.</param>
/// <param name="Line">Where it stands.</param>
public sealed record FundingFact(FundingKind Kind, int Year, long Cents, string AsWritten, int Line);

/// <param name="Title">The words that are the link.</param>
/// <param name="Url">http or https.</param>
public sealed record LinkFact(string Title, Uri Url);

/// <summary>An engagement that the report names; what stands at several places is put together.</summary>
/// <param name="Name">As written where it is first named.</param>
/// <param name="Areas">What the report's words about it say, in their order; empty where they do not say.</param>
/// <param name="Links">Its pages.</param>
/// <param name="News">What the report tells of it; none where it is only listed.</param>
/// <param name="Until">The last day of the work, where the news name it.</param>
/// <param name="UntilText">The words it was read from.</param>
/// <param name="Line">Where it is first named.</param>
public sealed record EngagementFact(
    string Name, IReadOnlyList<FocusArea> Areas, IReadOnlyList<LinkFact> Links, string? News, LocalDate? Until, string? UntilText, int Line)
{
    /// <summary>The first of its areas.</summary>
    public FocusArea? Area => Areas.Count > 0 ? Areas[0] : null;
}

/// <param name="Title">Its own, or its first link's words; none where it is a plain paragraph.</param>
/// <param name="Text">As written, without formatting.</param>
/// <param name="Links">What it links to.</param>
/// <param name="Line">Where it stands.</param>
public sealed record NewsFact(string? Title, string Text, IReadOnlyList<LinkFact> Links, int Line);

/// <param name="Title">The words that are the link.</param>
/// <param name="Url">http or https.</param>
/// <param name="Kind">What it is a report of.</param>
/// <param name="Months">Of a monthly one: the month or months in its name, in order.</param>
/// <param name="Year">Of a quarterly or annual one, where its name says so.</param>
/// <param name="Quarter">Of a quarterly one.</param>
/// <param name="Line">Where it stands.</param>
public sealed record PublishedReportFact(string Title, Uri Url, PublishedReportKind Kind, IReadOnlyList<YearMonth> Months, int? Year, int? Quarter, int Line);

/// <summary>Something that the report announces.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">In few words, for instance <c>LF Member Summit</c>.</param>
/// <param name="Place">Where it is held, where the report says so.</param>
/// <param name="Date">The day; none where the report names none.</param>
/// <param name="Month">Where only the month is named.</param>
/// <param name="Approximate">"around July 5th", "early January".</param>
/// <param name="About">Of a monthly report: the month it is about (June's is due in July).</param>
/// <param name="Sentence">As written.</param>
/// <param name="Line">Where it stands.</param>
public sealed record EventFact(
    ProgramEventKind Kind, string Title, string? Place, LocalDate? Date, YearMonth? Month, bool Approximate, YearMonth? About, string Sentence, int Line)
{
    /// <summary>When it begins, where the report says so and names the day.</summary>
    public TimeOfDay? Time { get; init; }
}
