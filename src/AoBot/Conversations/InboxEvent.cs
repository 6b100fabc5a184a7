using NodaTime;

namespace AoBot.Conversations;

/// <summary>An event from Slack, stored before it is acknowledged and worked on from here. All instants are by the real clock.</summary>
public sealed class InboxEvent
{
    public long Id { get; private set; }

    public required string EventId { get; init; }

    public required string Type { get; init; }

    /// <summary>Type, channel and ts, where the event has them: Slack has been seen sending one message under two event ids.</summary>
    public string? MessageKey { get; init; }

    /// <summary>The request's body; none once the event is done and four days old.</summary>
    public string? Payload { get; set; }

    public required Instant ReceivedAt { get; init; }

    public int Attempts { get; set; }

    /// <summary>Not to be tried before; none when done or given up.</summary>
    public Instant? NextAttemptAt { get; set; }

    public Instant? DoneAt { get; set; }

    /// <summary>Why the last attempt failed, without any text of a message.</summary>
    public string? Failure { get; set; }
}
