using NodaTime;

namespace AoBot.People;

/// <summary>Somebody in Slack, as <c>users.info</c> told it last.</summary>
public sealed class Person
{
    /// <summary>Slack's user id, <c>U…</c> or <c>W…</c>.</summary>
    public required string SlackId { get; init; }

    public required string Name { get; set; }

    /// <summary>An IANA zone id; none where Slack tells none (guests from elsewhere).</summary>
    public string? ZoneId { get; set; }

    /// <summary>A full member of the home workspace: not a guest, not from another one, not deactivated, not a bot.</summary>
    public required bool IsFullMember { get; set; }

    /// <summary>By the real clock.</summary>
    public required Instant RefreshedAt { get; set; }
}
