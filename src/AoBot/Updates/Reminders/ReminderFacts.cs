using AoBot.Engagements;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Reminders;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>Everything that decides about reminders for updates; the same for the job, a preview, <c>simulate</c> and the moment of sending.</summary>
public sealed record ReminderFacts
{
    /// <summary>Who has delivered what.</summary>
    public required LedgerReading Reading { get; init; }

    /// <summary>Whom to ask.</summary>
    public required Roster Roster { get; init; }

    /// <summary>How reminders are paced.</summary>
    public required ReminderRules Rules { get; init; }

    /// <summary>Of the program.</summary>
    public required WorkingDays WorkingDays { get; init; }

    /// <summary>The program's zone.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The private channel of staff, or each of staff.</summary>
    public required IReadOnlyList<string> Staff { get; init; }

    /// <summary>Who is staff, by Slack id, whether they have a channel or not.</summary>
    public IReadOnlyCollection<string> StaffMembers { get; init; } = [];

    /// <summary>Since when reminders are sent: what was to be said before is passed over.</summary>
    public required Instant Since { get; init; }

    /// <summary>What is known of people, by Slack id.</summary>
    public IReadOnlyDictionary<string, Addressee> People { get; init; } = new Dictionary<string, Addressee>(StringComparer.Ordinal);

    public IReadOnlyList<UpdateSnooze> Snoozes { get; init; } = [];

    public IReadOnlyList<UpdateClaim> Claims { get; init; } = [];

    public IReadOnlyList<ContactDenial> Denials { get; init; } = [];

    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>What was planned, sent and passed over so far.</summary>
    public IReadOnlyList<RecordedNotice> Recorded { get; init; } = [];

    /// <summary>When somebody may be written to: by their own clock, or that of their engagement, or of the program; at their own hour where they chose one.</summary>
    /// <param name="recipient">A person, or the channel of staff.</param>
    /// <param name="otherwise">An IANA zone for where Slack tells none.</param>
    public ReminderHours HoursOf(string recipient, string? otherwise = null)
    {
        var known = People.GetValueOrDefault(recipient);
        var zone = new[] { known?.ZoneId, otherwise }.OfType<string>().Select(DateTimeZoneProviders.Tzdb.GetZoneOrNull).FirstOrDefault(z => z is not null) ?? Zone;
        return new ReminderHours(known?.Hour ?? Rules.From, Rules.QuietFrom, zone);
    }
}

/// <summary>What is known of somebody who may be written to.</summary>
/// <param name="ZoneId">An IANA zone; none where Slack tells none.</param>
/// <param name="IsGone">Deactivated, or not known to Slack.</param>
public sealed record Addressee(string? ZoneId, bool IsGone = false)
{
    /// <summary>The name that people see; none where Slack does not tell.</summary>
    public string? Name { get; init; }

    /// <summary>Their own hour, where they chose one.</summary>
    public LocalTime? Hour { get; init; }

    /// <summary>Whether they want to hear before the due day.</summary>
    public bool WantsHeadsUp { get; init; } = true;
}

/// <summary>A notice as the policies see it.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Key">Its key.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Recipient">Who got it.</param>
/// <param name="NotBefore">When it was to be sent.</param>
/// <param name="State">What became of it.</param>
/// <param name="Subjects">What it was about.</param>
public sealed record RecordedNotice(long Id, string Key, string Kind, string Recipient, Instant NotBefore, NoticeState State, IReadOnlyList<NoticeSubject> Subjects)
{
    public Instant? SentAt { get; init; }

    public string? Reason { get; init; }

    /// <summary>Of what several of staff get in a contact's place: the key without the one of them.</summary>
    public string? Letter => Kind != UpdateNotices.Nudge && Subjects.Any(s => s.Partner is { } partner && Key.Contains($"/{partner}/{Recipient}", StringComparison.OrdinalIgnoreCase))
        ? Key.Replace($"/{Recipient}", "", StringComparison.Ordinal)
        : null;

    /// <summary>When it reached somebody, or is to.</summary>
    public Instant At => SentAt ?? NotBefore;

    /// <summary>Whether it was said, may have been, or will be.</summary>
    public bool Counts => State is not (NoticeState.Skipped or NoticeState.Dead);

    /// <summary>Whether nobody is to be told of it again: it counts, or was passed over for good.</summary>
    public bool IsDone => Counts || PassedOver.IsForGood(Reason);

    public static RecordedNotice Of(Notice notice) => new(notice.Id, notice.Key, notice.Kind, notice.Recipient, notice.NotBefore, notice.State, notice.Subjects)
    {
        SentAt = notice.SentAt,
        Reason = notice.Reason,
    };
}
