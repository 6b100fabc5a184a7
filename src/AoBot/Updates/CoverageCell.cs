using NodaTime;

namespace AoBot.Updates;

public enum CoverageState
{
    /// <summary>The month is not over (or its quarter is not), so nobody owes it yet.</summary>
    NotYetAsked,

    /// <summary>The month is over, and its due day has not passed.</summary>
    Due,

    /// <summary>The due day has passed anywhere on earth. Partners and the public read "not in yet".</summary>
    NotIn,

    /// <summary>An open pull request holds it: the clock is the staff's.</summary>
    InReview,

    Received,

    /// <summary>Not owed, with a reason that only staff see.</summary>
    Skipped,

    /// <summary>The engagement was paused on the 15th.</summary>
    Paused,
}

/// <summary>One engagement and one month.</summary>
/// <param name="Partner">The key of the engagement.</param>
/// <param name="Month">The month that is spoken of.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DueDay">The last day on which it is in time.</param>
public sealed record CoverageCell(string Partner, YearMonth Month, CoverageState State, LocalDate DueDay)
{
    /// <summary>Of what was received or is in review: whether the pull request was opened, or the text landed, by the end of the due day anywhere on earth.</summary>
    public bool? InTime { get; init; }

    /// <summary>The file that delivered it (the first one), or would.</summary>
    public string? Path { get; init; }

    /// <summary>What a link to <see cref="Path"/> is pinned to: a commit of the branch, or the head of the pull request.</summary>
    public string? Commit { get; init; }

    public Instant? Landed { get; init; }

    public Instant? Written { get; init; }

    /// <summary>Of what is in review: since when.</summary>
    public Instant? Since { get; init; }

    /// <summary>Of what is in review: when anything about its pull request last changed.</summary>
    public Instant? Touched { get; init; }

    /// <summary>Of what is in review: the number of its pull request.</summary>
    public int? PullRequest { get; init; }

    /// <summary>Of what is in review: the pull request is marked as a draft.</summary>
    public bool Draft { get; init; }

    /// <summary>Of what is skipped: why. For staff and the partner's own contacts alone.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the file behind it was read beyond doubt.</summary>
    public bool Sure { get; init; } = true;

    /// <summary>Whether the engagement owes this month at all; what it delivered beyond that is received all the same.</summary>
    public bool Owed { get; init; } = true;
}
