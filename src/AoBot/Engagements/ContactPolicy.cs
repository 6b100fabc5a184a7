using AoBot.People;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>Whom of an engagement's contacts AoBot can reach.</summary>
public static class ContactPolicy
{
    /// <summary>Those that live and have nobody among their contacts who can be written to in Slack, by name.</summary>
    /// <param name="roster">All rows.</param>
    /// <param name="gone">Slack ids of whom Slack says that they are gone.</param>
    /// <param name="today">The program's day.</param>
    public static IReadOnlyList<string> Unreachable(IEnumerable<RosterRow> roster, IReadOnlySet<string> gone, LocalDate today) =>
        [.. roster.Where(r => r.LivesOn(today) && !r.Contacts.Any(c => IsReachable(c, gone))).Select(r => r.Name).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>An e-mail address alone reaches nobody: AoBot writes in Slack only.</summary>
    public static bool IsReachable(string contact, IReadOnlySet<string> gone) => NamedPerson.IsSlackId(contact) && !gone.Contains(contact);
}
