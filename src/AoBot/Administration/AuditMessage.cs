using AoBot.Conversations;
using AoBot.People;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Administration;

/// <summary>The audit, rendered for staff.</summary>
public static class AuditMessage
{
    private const int TypedShown = 60;

    /// <param name="newest">The newest first.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="asked">What they are about; empty for all.</param>
    /// <param name="names">What people are called, by their id, as far as it is known.</param>
    /// <param name="today">Of the program.</param>
    /// <param name="zone">Of the program.</param>
    public static Answer Render(IReadOnlyList<AuditEntry> newest, int count, string asked, IReadOnlyDictionary<string, string> names, LocalDate today, DateTimeZone zone)
    {
        var about = asked.Length == 0 ? "" : $" about \"{PlainText.Truncate(asked, TypedShown)}\"";
        if (count == 0)
        {
            return Parts.Short($"Nothing was changed or sent{about} so far.{(asked.Length == 0 ? "" : " All of it: `/ao admin audit`")}");
        }

        var title = $"The last {newest.Count} of {count}{about}";
        return new Answer(
            $"{title}: {string.Join("; ", newest.Select(e => $"{When(e, today, zone)}: {Actor(e)} {e.Action} {e.Subject}{Detail(e)}"))}.",
            [Parts.List(title, newest.Select(e => Mrkdwn.Of($"• {When(e, today, zone)}: {Actor(e)} `{e.Action}` {e.Subject}{Detail(e)}")))])
        {
            IsShareable = false,
        };

        string Actor(AuditEntry entry) => names.GetValueOrDefault(entry.Actor, entry.Actor);
    }

    private static string When(AuditEntry entry, LocalDate today, DateTimeZone zone) =>
        $"{DayWords.Day(entry.At.InZone(zone).Date, today)}, {DayWords.Time(entry.At, zone.Id)}";

    private static string Detail(AuditEntry entry) => entry.Detail is { Length: > 0 } detail ? $" ({detail})" : "";
}
