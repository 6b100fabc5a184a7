using AoBot.Engagements;

namespace AoBot.Updates.Reminders;

/// <summary>Who of staff hears of an engagement: its owner, or else all of them.</summary>
internal static class StaffAddress
{
    public static IReadOnlyList<string> Of(ReminderFacts facts, RosterRow? row) =>
        row?.StaffOwner is { } owner && facts.People.GetValueOrDefault(owner)?.IsGone != true ? [owner] : facts.Staff;

    /// <summary>With the key for each: where there are several, each has one of their own.</summary>
    public static IEnumerable<(string Key, string Recipient)> Keyed(ReminderFacts facts, RosterRow? row, string key)
    {
        var staff = Of(facts, row);
        return staff.Select(s => (staff.Count == 1 ? key : $"{key}/{s}", s));
    }
}
