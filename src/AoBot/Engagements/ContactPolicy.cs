using AoBot.People;
using AoBot.Updates.Reminders;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>Whom of an engagement's contacts AoBot can reach.</summary>
public static class ContactPolicy
{
    /// <summary>Those that live and have nobody among their contacts who can be written to in Slack, by name.</summary>
    /// <param name="roster">All rows.</param>
    /// <param name="denials">Who says that they are not the one, in their order: no contact, unless they named another whom staff took.</param>
    /// <param name="gone">Slack ids of whom Slack says that they are gone.</param>
    /// <param name="today">The program's day.</param>
    public static IReadOnlyList<string> Unreachable(IEnumerable<RosterRow> roster, IEnumerable<ContactDenial> denials, IReadOnlySet<string> gone, LocalDate today)
    {
        var said = denials.ToLookup(d => d.Partner, StringComparer.OrdinalIgnoreCase);
        return [.. roster.Where(r => r.LivesOn(today) && !Asked(r).Any(c => IsReachable(c, gone))).Select(r => r.Name).Distinct(StringComparer.OrdinalIgnoreCase)];

        IEnumerable<string> Asked(RosterRow row) => row.Contacts.Select(c => ContactDenial.InPlaceOf(said[row.Key], c)).Except(said[row.Key].Select(d => d.Person));
    }

    /// <summary>An e-mail address alone reaches nobody: AoBot writes in Slack only.</summary>
    public static bool IsReachable(string contact, IReadOnlySet<string> gone) => NamedPerson.IsSlackId(contact) && !gone.Contains(contact);
}
