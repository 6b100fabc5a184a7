using AoBot.Engagements;

namespace AoBot.Updates.Reminders;

/// <summary>Who of staff hears of an engagement: its owner while they are staff, or else all of them.</summary>
internal static class StaffAddress
{
    public static IReadOnlyList<string> Of(ReminderFacts facts, RosterRow? row) =>
        row?.StaffOwner is { } owner && MayHear(facts, owner) ? [owner] : facts.Staff;

    /// <summary>With the key for each: where there are several, each has one of their own.</summary>
    public static IEnumerable<(string Key, string Recipient)> Keyed(ReminderFacts facts, RosterRow? row, string key)
    {
        var staff = Of(facts, row);
        return staff.Select(s => (staff.Count == 1 ? key : $"{key}/{s}", s));
    }

    /// <summary>Who left, or never was one of them, learns nothing of a partner. While nobody is known to be staff, there is only the owner to turn to.</summary>
    private static bool MayHear(ReminderFacts facts, string owner) =>
        facts.People.GetValueOrDefault(owner)?.IsGone != true && (facts.StaffMembers.Contains(owner) || facts.Staff.Count == 0);
}
