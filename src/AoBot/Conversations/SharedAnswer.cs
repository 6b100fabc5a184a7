using NodaTime;

namespace AoBot.Conversations;

/// <summary>An answer that somebody shared in a channel. One press of the button is one row.</summary>
public sealed class SharedAnswer
{
    public long Id { get; private set; }

    /// <summary>Unique: the same press, delivered twice, shares once.</summary>
    public required string TriggerId { get; init; }

    public required string ChannelId { get; init; }

    /// <summary>The words that were answered, for instance <c>kr 2.1</c>.</summary>
    public required string Words { get; init; }

    /// <summary>SHA-256 in hex of what was shared: the same answer asked for in other words is the same share.</summary>
    public required string AnswerHash { get; init; }

    public required string SharedBy { get; init; }

    /// <summary>When the button was pressed, by the real clock.</summary>
    public required Instant SharedAt { get; init; }

    /// <summary>When Slack had been asked and its answer did not rule out that it arrived; none where the bot was killed before that.</summary>
    public Instant? SentAt { get; set; }
}
