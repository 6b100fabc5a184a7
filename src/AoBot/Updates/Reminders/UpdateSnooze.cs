using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>"Remind me later": until its day nobody is asked for this month of this engagement; then once.</summary>
public sealed class UpdateSnooze
{
    public int Id { get; private set; }

    /// <summary>The key of the engagement.</summary>
    public required string Partner { get; init; }

    public required YearMonth Month { get; init; }

    /// <summary>The day on which they are reminded, at their hour.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>The Slack id of who snoozed it.</summary>
    public required string SnoozedBy { get; init; }

    /// <summary>By the program's clock.</summary>
    public required Instant SnoozedAt { get; init; }
}

/// <summary>"Already sent": believed for some working days, although the repository does not show it; then asked once more.</summary>
public sealed class UpdateClaim
{
    public int Id { get; private set; }

    /// <summary>The key of the engagement.</summary>
    public required string Partner { get; init; }

    public required YearMonth Month { get; init; }

    /// <summary>The Slack id of who said so.</summary>
    public required string ClaimedBy { get; init; }

    /// <summary>By the program's clock.</summary>
    public required Instant ClaimedAt { get; init; }
}

/// <summary>"Not me": from then on this person is not asked about this engagement. Whom they name instead is written to only after staff say yes.</summary>
public sealed class ContactDenial
{
    public int Id { get; private set; }

    /// <summary>The key of the engagement.</summary>
    public required string Partner { get; init; }

    /// <summary>The Slack id of who is not the one to ask.</summary>
    public required string Person { get; init; }

    /// <summary>Whom they name: a Slack id; none where they name nobody.</summary>
    public string? Proposed { get; init; }

    /// <summary>By the program's clock.</summary>
    public required Instant SaidAt { get; init; }

    /// <summary>What staff answered about who was named; none while they have not.</summary>
    public bool? Accepted { get; set; }

    /// <summary>The Slack id of the one of staff who answered.</summary>
    public string? AnsweredBy { get; set; }

    /// <summary>When they answered, by the program's clock.</summary>
    public Instant? AnsweredAt { get; set; }

    /// <summary>Whom somebody named who is not the one, once staff said yes; whom that one named, and so on; they themselves where nobody is.</summary>
    /// <param name="denials">Of the engagement, in their order.</param>
    /// <param name="contact">Whom the roster names.</param>
    public static string InPlaceOf(IEnumerable<ContactDenial> denials, string contact)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        while (asked.Add(contact) && denials.LastOrDefault(d => d.Person == contact) is { Accepted: true, Proposed: { } proposed })
        {
            contact = proposed;
        }

        return contact;
    }
}
