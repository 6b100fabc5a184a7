using AoBot.Engagements;
using AoBot.People;
using AoBot.Reminders;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>Whom a step goes to.</summary>
/// <param name="Person">Their Slack id; none where nobody can be written to.</param>
/// <param name="Passed">Who was passed over, and why, in words for staff.</param>
internal sealed record Address(string? Person, IReadOnlyList<PassedContact> Passed)
{
    /// <summary>Nobody can be written to in Slack, now or later: staff are asked to write an e-mail.</summary>
    public bool IsForStaff => Person is null && !Passed.Any(p => p.IsAway);
}

/// <param name="Contact">A Slack id or an e-mail address.</param>
/// <param name="Why">In words for staff.</param>
/// <param name="IsAway">Only for a time.</param>
internal sealed record PassedContact(string Contact, string Why, bool IsAway);

/// <summary>The first contact is asked, at the last step the next one; who is away, gone or not the one is passed over at once.</summary>
internal static class AddresseePolicy
{
    public static Address Of(ReminderIndex index, RosterRow row, YearMonth month, LadderStep step, LocalDate day)
    {
        var (reachable, passed) = (new List<string>(), new List<PassedContact>());
        foreach (var contact in ContactsOf(index, row))
        {
            if (WhyUnreachable(index, contact, month) is { } why)
            {
                passed.Add(new PassedContact(contact, why, false));
            }
            else if (index.AbsenceOf(contact, day) is { } absence)
            {
                passed.Add(new PassedContact(contact, "away", true));
                if (absence.Substitute is { } substitute && WhyUnreachable(index, substitute, month) is null && index.AbsenceOf(substitute, day) is null)
                {
                    reachable.Add(substitute);
                }
            }
            else
            {
                reachable.Add(contact);
            }
        }

        var whom = step == LadderStep.Final ? reachable.Distinct(StringComparer.Ordinal).Skip(1).FirstOrDefault() : null;
        return new Address(whom ?? reachable.FirstOrDefault(), passed);
    }

    /// <summary>The roster's contacts without those who said that they are not the ones; whom they named stands in their place once staff said yes.</summary>
    public static IEnumerable<string> ContactsOf(ReminderIndex index, RosterRow row) =>
        row.Contacts.Where(c => c != Person.Former).SelectMany(c => index.Denials(row.Key).LastOrDefault(d => d.Person == c) is not { } denial ? [c]
            : denial is { Accepted: true, Proposed: { } proposed } ? [proposed] : (string[])[]);

    private static string? WhyUnreachable(ReminderIndex index, string contact, YearMonth month) =>
        !NamedPerson.IsSlackId(contact) ? "known by e-mail alone"
        : index.Facts.People.GetValueOrDefault(contact)?.IsGone == true ? "no longer in Slack"
        : index.WasUnreachable(contact, month) ? "not reachable in Slack"
        : null;
}
