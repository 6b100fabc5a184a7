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

    public required string SharedBy { get; init; }

    /// <summary>By the real clock.</summary>
    public required Instant SharedAt { get; init; }
}
