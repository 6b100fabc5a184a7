using NodaTime;

namespace AoBot.People;

/// <summary>One row for each change and each message sent: who did what to what, and when.</summary>
public sealed class AuditEntry
{
    public long Id { get; private set; }

    /// <summary>By the program's clock.</summary>
    public required Instant At { get; init; }

    /// <summary>A Slack user id, or <c>operator</c> for the command line, or <c>aobot</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>A product word, for instance <c>share.in_channel</c> or <c>import</c>.</summary>
    public required string Action { get; init; }

    public required string Subject { get; init; }

    /// <summary>What changed, in a few words; never a message's text, a secret or an e-mail address.</summary>
    public string? Detail { get; init; }

    /// <summary>The press or the submission that made the change; the same one, delivered twice, changes nothing again.</summary>
    public string? TriggerId { get; init; }
}
