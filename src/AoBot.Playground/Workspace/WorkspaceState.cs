using AoBot.Playground.Repository;

namespace AoBot.Playground.Workspace;

/// <summary>All of the workspace that somebody would miss, as it is kept in a file.</summary>
public sealed record WorkspaceState
{
    /// <summary>What visitors did in the repository; none where that was not kept yet.</summary>
    public KeptRepository? Repository { get; init; }

    /// <summary>By the program's clock, which goes on from here.</summary>
    public required DateTimeOffset ProgramTime { get; init; }

    public required IReadOnlyList<WorkspaceChannel> Channels { get; init; }

    /// <summary>Of each channel the oldest first; deleted ones too, as places.</summary>
    public required IReadOnlyList<WorkspaceMessage> Messages { get; init; }

    public required IReadOnlyList<KeptReadMark> Read { get; init; }

    /// <summary>Modals, of each person the topmost last, and Homes.</summary>
    public required IReadOnlyList<WorkspaceView> Views { get; init; }
}

/// <param name="User">Who has read.</param>
/// <param name="Channel">What.</param>
/// <param name="Ts">Up to when.</param>
public sealed record KeptReadMark(string User, string Channel, string Ts);
