namespace AoBot.Playground.Workspace;

public enum WorkspaceChangeKind
{
    MessagePosted,
    MessageEdited,
    MessageDeleted,

    /// <summary>Members, or a new channel.</summary>
    ChannelChanged,
    ViewOpened,
    ViewUpdated,
    ViewClosed,
    HomePublished,

    /// <summary>A person has read a channel.</summary>
    Read,

    /// <summary>The program's clock was moved.</summary>
    ClockMoved,

    /// <summary>Somebody did something in the repository.</summary>
    RepositoryChanged,

    /// <summary>A request went one way or the other.</summary>
    Requested,

    /// <summary>Look at everything anew: a reset, or many changes at once.</summary>
    Everything,
}

/// <summary>What changed, not how: whoever is told looks at the workspace.</summary>
/// <param name="Version">One more than that of the change before; whoever sees a gap was too slow and looks at everything anew.</param>
/// <param name="Kind">What.</param>
public sealed record WorkspaceChange(long Version, WorkspaceChangeKind Kind)
{
    public string? Channel { get; init; }

    public string? Ts { get; init; }

    /// <summary>Whom alone it concerns (an ephemeral message, a modal, a Home, a read mark); none for everybody.</summary>
    public string? User { get; init; }

    public string? ViewId { get; init; }

    /// <summary>Who did it: a user's id, the bot's for what the bot sent.</summary>
    public string? By { get; init; }
}
