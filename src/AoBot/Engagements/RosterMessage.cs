using AoBot.Conversations;
using AoBot.People;
using Humanizer;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>What the roster says of an engagement, rendered. Contacts and pauses are for staff; nobody is mentioned, so nobody is called.</summary>
public static class RosterMessage
{
    private const int MostSpans = 4;

    /// <summary>Its lives, for everyone.</summary>
    public static IReadOnlyList<string> Lives(EngagementDetail engagement, LocalDate today)
    {
        var (shown, left) = Cut.To(engagement.Spans, MostSpans);
        return
        [
            .. shown.Select(s => string.Join(", ", new[] { SpanWords.Of(s, today), SpanWords.Of(s.Cadence) }.Where(w => w.Length > 0)) is { Length: > 0 } words ? words : "for a time that is not stated"),
            .. left > 0 ? [$"and {left} more"] : (string[])[],
        ];
    }

    /// <summary>What only staff are told; each a label and what stands behind it.</summary>
    public static IEnumerable<(string Label, string Words)> ForStaff(RosterRow row, IReadOnlyDictionary<string, KnownContact> known, LocalDate today)
    {
        yield return ("Contacts", row.Contacts.Count == 0 ? "nobody yet" : row.Contacts.Select(c => Who(c, known)).Humanize("and"));
        if (row.StaffOwner is { } owner)
        {
            yield return ("Looked after by", Who(owner, known));
        }

        if (row.Zone is { } zone)
        {
            yield return ("Time zone", zone);
        }

        if (row.Paused.Any(p => p.To is null || p.To >= today))
        {
            yield return ("Paused", SpanWords.Of([.. row.Paused.Where(p => p.To is null || p.To >= today)], today));
        }

        if (row.Note is { } note)
        {
            yield return ("Note", note);
        }
    }

    /// <summary>By name; an address is not told to anybody.</summary>
    private static string Who(string contact, IReadOnlyDictionary<string, KnownContact> known) =>
        NamedPerson.IsEmail(contact) ? "an e-mail address"
        : known.TryGetValue(contact, out var person) ? (person.Name == Person.Unknown ? contact : person.Name) + (person.IsGone ? " (no longer in Slack)" : "")
        : contact;
}
