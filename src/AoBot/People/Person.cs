using NodaTime;

namespace AoBot.People;

/// <summary>Somebody in Slack, as <c>users.info</c> told it last.</summary>
public sealed class Person
{
    /// <summary>What stands in the place of somebody who was forgotten.</summary>
    public const string Former = "a former contact";

    /// <summary>The name of somebody whom Slack does not know.</summary>
    public const string Unknown = "somebody";

    /// <summary>Slack's user id, <c>U…</c> or <c>W…</c>.</summary>
    public required string SlackId { get; init; }

    public required string Name { get; set; }

    /// <summary>An IANA zone id; none where Slack tells none (guests from elsewhere).</summary>
    public string? ZoneId { get; set; }

    /// <summary>A full member of the home workspace: not a guest, not from another one, not deactivated, not a bot.</summary>
    public required bool IsFullMember { get; set; }

    /// <summary>Among the members of <c>Program:StaffUserGroupId</c>, as Slack told them last.</summary>
    public bool IsInStaffGroup { get; set; }

    /// <summary>Deactivated, or not known to Slack: nothing reaches them.</summary>
    public bool IsGone { get; set; }

    /// <summary>By the real clock.</summary>
    public required Instant RefreshedAt { get; set; }
}
