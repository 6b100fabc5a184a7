using System.Globalization;
using AoBot.Outbox;
using AoBot.Reminders;

namespace AoBot.Updates.Reminders;

/// <summary>Where and when the readers of a notice are.</summary>
internal static class ReminderReaders
{
    /// <summary>By their own clock, else that of their engagement; staff by the program's.</summary>
    public static ReminderHours HoursOf(ReminderFacts facts, Notice notice)
    {
        var row = facts.Roster.Rows.FirstOrDefault(r => notice.Subjects.Any(s => r.Key.Equals(s.Partner, StringComparison.OrdinalIgnoreCase)));
        return facts.HoursOf(notice.Recipient, row is null || StaffAddress.Of(facts, row).Contains(notice.Recipient) ? null : row.Zone);
    }

    /// <summary>With the pages of drafts, where there are any.</summary>
    public static IReadOnlyList<ReminderItem> WithPages(IReadOnlyList<ReminderItem> items, RepositoryState repository) =>
        [.. items.Select(i => i.PullRequest is { } number && repository.WebUrl is { } web ? i with { Page = new Uri(string.Create(CultureInfo.InvariantCulture, $"{web}/pull/{number}")) } : i)];

    /// <summary>The folder that updates are delivered to; none for a clone.</summary>
    public static Uri? Where(RepositoryState repository, Settings settings) =>
        repository.WebUrl is { } web ? new Uri($"{web}/tree/{Uri.EscapeDataString(repository.Branch is { Length: > 0 } branch ? branch : "HEAD")}/{settings.UpdatesPath}") : null;
}
