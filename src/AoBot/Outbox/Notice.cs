using NodaTime;

namespace AoBot.Outbox;

public enum NoticeState
{
    /// <summary>To be sent when its time comes.</summary>
    Planned,

    /// <summary>Slack is being asked, or was when the process was killed.</summary>
    Sending,

    /// <summary>It stands in Slack.</summary>
    Sent,

    /// <summary>It may stand in Slack or not; the history will tell, where it can be read.</summary>
    Unknown,

    /// <summary>Its reason was gone, or its time was over, before it was sent.</summary>
    Skipped,

    /// <summary>It cannot be sent: the reason says why, and staff can try again.</summary>
    Dead,
}

/// <summary>One thing that AoBot says of itself, as a row: planned with the fact that it is about, in one transaction, and sent once.</summary>
public sealed class Notice
{
    /// <summary>Why it is not sent where one of staff said so.</summary>
    public const string Dropped = "dropped by staff";

    public long Id { get; private set; }

    /// <summary>Words, and unique: <c>update-due/2024-06/U123</c>. The same thing is never planned twice.</summary>
    public required string Key { get; init; }

    /// <summary>Which <see cref="INoticeKind"/> renders it and knows whether its reason still holds.</summary>
    public required string Kind { get; init; }

    /// <summary>A person (<c>U…</c>, <c>W…</c>) or a channel (<c>C…</c>, <c>G…</c>, <c>D…</c>).</summary>
    public required string Recipient { get; init; }

    /// <summary>The message in whose thread it stands.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Of a notice that changes an earlier one's message: that one.</summary>
    public long? EditsId { get; init; }

    /// <summary>What its kind wants to remember, as JSON of its own: small facts, never a rendered text.</summary>
    public string? Data { get; init; }

    /// <summary>What it is about, engagement by engagement and month by month; once it is sent, what it said.</summary>
    public IReadOnlyList<NoticeSubject> Subjects { get; init; } = [];

    /// <summary>By the program's clock, as are the next two.</summary>
    public required Instant PlannedAt { get; init; }

    public required Instant NotBefore { get; set; }

    /// <summary>From then on it is not worth sending any more.</summary>
    public Instant? UselessAfter { get; init; }

    public required NoticeState State { get; set; }

    /// <summary>Why it was skipped, is dead or waits, in words for staff; never what it says.</summary>
    public string? Reason { get; set; }

    /// <summary>Where it stands in Slack: the channel's id, a direct message's for a person.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Its id within the channel.</summary>
    public string? Ts { get; set; }

    /// <summary>When it was known to stand there, by the program's clock.</summary>
    public Instant? SentAt { get; set; }

    /// <summary>Opaque: by it the message is found again in the history (its metadata).</summary>
    public required string Token { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>By the real clock: when it was taken up last, to be sent; none while nobody has it.</summary>
    public Instant? ClaimedAt { get; set; }

    /// <summary>By the real clock: not to be looked at before.</summary>
    public Instant? NextAttemptAt { get; set; }

    /// <summary>How often the history was looked through for it in vain.</summary>
    public int Searches { get; set; }
}

/// <param name="Partner">The key of the engagement; none where it is about none.</param>
/// <param name="Month">The month that it is about.</param>
/// <param name="Step">The step of a ladder.</param>
/// <param name="Reason">Why it is sent, in words for staff.</param>
public sealed record NoticeSubject(string? Partner, YearMonth? Month, string? Step, string? Reason = null);
