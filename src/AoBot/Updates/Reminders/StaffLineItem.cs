using AoBot.Conversations;
using AoBot.Outbox;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>What a line for staff says, as data.</summary>
/// <param name="Kind">Of the notice.</param>
/// <param name="Partner">The key of the engagement; none where it is about none.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Months">Which it is about.</param>
/// <param name="Today">The reader's day.</param>
public sealed record StaffLineItem(string Kind, string? Partner, string Name, IReadOnlyList<YearMonth> Months, LocalDate Today)
{
    /// <summary>Who was told what, and when.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>Who could not be reached, and why.</summary>
    public IReadOnlyList<string> NotReached { get; init; } = [];

    /// <summary>Of what is in review, or not clear.</summary>
    public UpdateLink? Link { get; init; }

    /// <summary>Of what is in review: since when.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>Of what is not clear: why not.</summary>
    public string? Why { get; init; }
}

/// <summary>Works out what a line for staff says.</summary>
public static class StaffLineItemPolicy
{
    public static StaffLineItem Of(ReminderFacts facts, RepositoryState repository, Notice notice, LocalDate today)
    {
        var partner = notice.Subjects.Select(s => s.Partner).FirstOrDefault();
        var months = notice.Subjects.Select(s => s.Month).OfType<YearMonth>().Order().ToList();
        var name = facts.Roster.Rows.FirstOrDefault(r => r.Key.Equals(partner, StringComparison.OrdinalIgnoreCase))?.Name ?? partner ?? "a folder of nobody";
        var about = facts.Recorded.Where(n => UpdateNotices.Asking.Contains(n.Kind) && n.Subjects.Any(s => string.Equals(s.Partner, partner, StringComparison.OrdinalIgnoreCase) && s.Month is { } month && months.Contains(month))).OrderBy(n => n.At).ToList();
        var cell = facts.Reading.Coverage.FirstOrDefault(c => c.State == CoverageState.InReview && c.Partner.Equals(partner, StringComparison.OrdinalIgnoreCase) && months.Contains(c.Month));
        var question = facts.Reading.Questions.FirstOrDefault(q => notice.Key.Contains(q.Path, StringComparison.Ordinal));
        return new StaffLineItem(notice.Kind, partner, name, months, today)
        {
            Told = [.. about.Where(n => n.State is NoticeState.Sent or NoticeState.Unknown).Select(n => $"{SilenceWords.NameOf(facts, n.Recipient)}: {Step(n.Kind)} on {DayWords.Day(n.At.InZone(facts.Zone).Date, today)}{(n.State == NoticeState.Unknown ? " (it is uncertain whether it arrived)" : "")}")],
            NotReached = [.. about.Where(n => n.State == NoticeState.Dead).Select(n => $"{SilenceWords.NameOf(facts, n.Recipient)}: {n.Reason}").Distinct(StringComparer.Ordinal)],
            Link = cell is not null ? UpdateLink.Of(cell, repository)
                : question is { IsFolder: false } && facts.Reading.Files.FirstOrDefault(f => f.Path == question.Path) is { } file ? UpdateLink.OfFile(file.Path, file.Commit, repository)
                : null,
            Since = cell?.Since?.InZone(facts.Zone).Date,
            Why = question?.Why,
        };
    }

    private static string Step(string kind) => kind switch
    {
        UpdateNotices.HeadsUp => "the heads-up",
        UpdateNotices.Due => "the reminder of the due day",
        UpdateNotices.Final => "the last reminder",
        UpdateNotices.Nudge => "a reminder by hand",
        _ => "a question about the draft",
    };
}
