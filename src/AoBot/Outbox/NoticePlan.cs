using NodaTime;

namespace AoBot.Outbox;

/// <summary>What a policy wants to be said, when, to whom.</summary>
/// <param name="Key">Words, and unique: <c>update-due/2024-06/U123</c>.</param>
/// <param name="Kind">The <see cref="INoticeKind"/> that renders it.</param>
/// <param name="Recipient">A person or a channel, by its id.</param>
/// <param name="NotBefore">By the program's clock.</param>
public sealed record NoticePlan(string Key, string Kind, string Recipient, Instant NotBefore)
{
    /// <summary>From then on it is not worth sending any more; none where it always is.</summary>
    public Instant? UselessAfter { get; init; }

    /// <summary>What its kind wants to remember, as JSON of its own: small facts, never a rendered text.</summary>
    public string? Data { get; init; }

    /// <summary>The message in whose thread it stands.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>What it is about.</summary>
    public IReadOnlyList<NoticeSubject> Subjects { get; init; } = [];

    /// <summary>The notice whose message it changes.</summary>
    public long? EditsId { get; init; }

    internal Notice ToNotice(Instant now, NoticeState state, string? reason) => new()
    {
        Key = Key,
        Kind = Kind,
        Recipient = Recipient,
        ThreadTs = ThreadTs,
        EditsId = EditsId,
        Data = Data,
        Subjects = Subjects,
        PlannedAt = now,
        NotBefore = NotBefore,
        UselessAfter = UselessAfter,
        State = state,
        Reason = reason,
        Token = Guid.NewGuid().ToString("N"),
    };
}
