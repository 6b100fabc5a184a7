using AoBot.Conversations;
using AoBot.Outbox;
using AoBot.Reminders;
using Humanizer;
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
    /// <summary>Which contact was told what, and when; a line for each person.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>Which letters to pass on staff got instead, and when; a line for each person.</summary>
    public IReadOnlyList<string> Letters { get; init; } = [];

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
        var row = facts.Roster.Rows.FirstOrDefault(r => r.Key.Equals(partner, StringComparison.OrdinalIgnoreCase));
        var name = row?.Name ?? partner ?? "a folder of nobody";
        var about = facts.Recorded.Where(n => UpdateNotices.Asking.Contains(n.Kind) && n.Subjects.Any(s => string.Equals(s.Partner, partner, StringComparison.OrdinalIgnoreCase) && s.Month is { } month && months.Contains(month))).OrderBy(n => n.At).ToList();
        var told = about.Where(n => n.State is NoticeState.Sent or NoticeState.Unknown).ToLookup(n => n.Recipient, StringComparer.Ordinal);
        var cell = facts.Reading.Coverage.FirstOrDefault(c => c.State == CoverageState.InReview && c.Partner.Equals(partner, StringComparison.OrdinalIgnoreCase) && months.Contains(c.Month));
        var question = facts.Reading.Questions.FirstOrDefault(q => StaffLinePolicy.IsAbout(RecordedNotice.Of(notice), q));
        return new StaffLineItem(notice.Kind, partner, name, months, today)
        {
            Told = [.. told.Where(person => !IsForStaff(person.Key)).Select(What)],
            Letters = [.. told.Where(person => IsForStaff(person.Key)).Select(What)],
            NotReached = [.. about.Where(n => n.State == NoticeState.Dead).Select(n => (Contact: n.Recipient, Why: n.Reason)).Concat(PassedOverFor(facts, partner, months, today)).Where(n => !told.Contains(n.Contact)).DistinctBy(n => n.Contact, StringComparer.Ordinal).Select(n => $"{SilenceWords.NameOf(facts, n.Contact)}: {n.Why}")],
            Link = cell is not null ? UpdateLink.Of(cell, repository)
                : question is { IsFolder: false } && facts.Reading.Files.FirstOrDefault(f => f.Path == question.Path) is { } file ? UpdateLink.OfFile(file.Path, file.Commit, repository)
                : null,
            Since = cell?.Since?.InZone(facts.Zone).Date,
            Why = question?.Why,
        };

        // Whoever of staff is a contact as well is asked as one.
        bool IsForStaff(string recipient) => (facts.Staff.Contains(recipient) || facts.StaffMembers.Contains(recipient)) && row?.Contacts.Contains(recipient) != true;

        string What(IGrouping<string, RecordedNotice> person) =>
            $"{SilenceWords.NameOf(facts, person.Key)}: {person.Select(n => $"{Step(n.Kind)} on {DayWords.Day(n.At.InZone(facts.Zone).Date, today)}{(n.State == NoticeState.Unknown ? " (it is uncertain whether it arrived)" : "")}").Humanize("and")}";
    }

    /// <summary>Whom nobody wrote to, as they are away or cannot be written to.</summary>
    private static IEnumerable<(string Contact, string? Why)> PassedOverFor(ReminderFacts facts, string? partner, IReadOnlyList<YearMonth> months, LocalDate today) =>
        facts.Roster.Rows.FirstOrDefault(r => r.Key.Equals(partner, StringComparison.OrdinalIgnoreCase)) is { } row && months.Count > 0
            ? AddresseePolicy.Of(new ReminderIndex(facts), row, months[^1], LadderStep.Final, today).Passed.Select(p => (p.Contact, (string?)p.Why))
            : [];

    private static string Step(string kind) => kind switch
    {
        UpdateNotices.HeadsUp => "the heads-up",
        UpdateNotices.Due => "the reminder of the due day",
        UpdateNotices.Final => "the last reminder",
        UpdateNotices.Nudge => "a reminder by hand",
        _ => "a question about the draft",
    };
}
