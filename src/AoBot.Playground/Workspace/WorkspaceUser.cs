namespace AoBot.Playground.Workspace;

/// <summary>What somebody is to the program; the bot itself learns it from its settings and from Slack's flags.</summary>
public enum UserRole
{
    Staff,
    PartnerContact,
    Guest,
    Stranger,
    Member,
    Bot,

    /// <summary>Slack's own voice: it tells people of failures.</summary>
    Slackbot,
}

/// <summary>A person of the workspace, or the bot.</summary>
public sealed record WorkspaceUser
{
    /// <summary>Begins with U.</summary>
    public required string Id { get; init; }

    /// <summary>What follows the @.</summary>
    public required string Handle { get; init; }

    /// <summary>The name that people see; it says that the person is made up.</summary>
    public required string Name { get; init; }

    public required UserRole Role { get; init; }

    /// <summary>One line for whoever chooses a person.</summary>
    public required string About { get; init; }

    /// <summary>The person's own workspace; another one than ours for people from outside.</summary>
    public required string TeamId { get; init; }

    /// <summary>An IANA name; none where Slack does not tell.</summary>
    public string? Zone { get; init; }

    public string? Email { get; init; }

    /// <summary>A guest of several channels.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>A guest of one channel.</summary>
    public bool IsUltraRestricted { get; init; }

    /// <summary>From another organisation, by a shared channel.</summary>
    public bool IsStranger { get; init; }

    /// <summary>Deactivated.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Looks at a narrow screen.</summary>
    public bool IsOnPhone { get; init; }

    public bool IsBot => Role is UserRole.Bot or UserRole.Slackbot;
}
