using NodaTime;

namespace AoBot.Events;

/// <summary>Somebody who is invited to one occurrence of a roundtable.</summary>
public sealed class Invitee
{
    public int Id { get; private set; }

    public int OccurrenceId { get; init; }

    /// <summary>Slack's user id; none for a guest who is a name only, for whom the host answers.</summary>
    public string? SlackId { get; init; }

    /// <summary>A guest's name, where there is no Slack id.</summary>
    public string? GuestName { get; init; }

    /// <summary>The key of the engagement whose contact they are; none for a guest.</summary>
    public string? Partner { get; init; }

    /// <summary>The ecosystem of that engagement, as it was when they were invited.</summary>
    public string? Ecosystem { get; init; }

    /// <summary>Who sent them in their own place.</summary>
    public int? InPlaceOfId { get; init; }

    /// <summary>Since when they are invited no more; none while they are.</summary>
    public Instant? RemovedAt { get; set; }

    /// <summary>Whether they came, as the host recorded it.</summary>
    public bool? HasCome { get; set; }

    /// <summary>Whether they want reminders although they said "Maybe".</summary>
    public bool WantsReminders { get; set; }

    public Rsvp? Rsvp { get; set; }
}

public enum RsvpAnswer
{
    Going,
    Maybe,
    Cant,
}

/// <summary>What somebody answered last: one row for an occurrence and a person.</summary>
public sealed class Rsvp
{
    public int Id { get; private set; }

    public int InviteeId { get; init; }

    /// <summary>None where they took it back.</summary>
    public RsvpAnswer? Answer { get; set; }

    /// <summary>In their own words, for the host.</summary>
    public string? Note { get; set; }

    /// <summary>Their place in the order of those who come; a new one whenever they come anew.</summary>
    public int Arrival { get; set; }

    /// <summary>The date that they answered to, see <see cref="Occurrence.DateVersion"/>.</summary>
    public int DateVersion { get; set; }

    /// <summary>When Slack says that they pressed: an earlier press that arrives later changes nothing.</summary>
    public required string PressedAt { get; set; }

    /// <summary>By the program's clock.</summary>
    public required Instant AnsweredAt { get; set; }

    /// <summary>The Slack id of who answered: they, or the host for them.</summary>
    public required string AnsweredBy { get; set; }
}

/// <summary>The address of somebody's own calendar: only its checksum is kept, so that nobody who sees the table can read it.</summary>
public sealed class CalendarFeed
{
    public int Id { get; private set; }

    public required string SlackId { get; init; }

    public required string TokenHash { get; init; }

    public required Instant CreatedAt { get; init; }

    public Instant? RevokedAt { get; set; }
}
