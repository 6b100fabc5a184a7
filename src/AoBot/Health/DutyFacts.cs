using NodaTime;

namespace AoBot.Health;

/// <summary>What is known of the duties at one instant.</summary>
/// <param name="Now">By the program's clock.</param>
/// <param name="EventsWaiting">Stored and not yet dealt with.</param>
/// <param name="OldestEventWaits">How long the oldest of them has waited, in real time.</param>
/// <param name="EventsGivenUp">Tried in vain as often as is worth it, of the last four days.</param>
/// <param name="SendingStopped">Why nothing is sent, with the cure; none while all is well.</param>
/// <param name="Notices">Messages that are planned, being sent, uncertain or failed: each state and how many.</param>
/// <param name="OldestNotice">Since when the oldest message that should be sent is not, or nobody knows whether it is.</param>
/// <param name="ReadAt">When the repository was last read well; none while it never was.</param>
/// <param name="ReadFailure">Why the last read failed.</param>
/// <param name="Jobs">The scheduled jobs by name.</param>
public sealed record DutyFacts(
    Instant Now,
    int EventsWaiting,
    Duration OldestEventWaits,
    int EventsGivenUp,
    string? SendingStopped,
    IReadOnlyDictionary<Outbox.NoticeState, int> Notices,
    Instant? OldestNotice,
    Instant? ReadAt,
    string? ReadFailure,
    IReadOnlyList<JobRuns> Jobs)
{
    /// <summary>Of a repository that is to be read and never was; none where it was, or where there is none.</summary>
    public NeverRead? NeverRead { get; init; }
}

/// <param name="Since">When AoBot started, by the real clock.</param>
/// <param name="For">How long ago that is.</param>
/// <param name="Progress">How far a first reading has come, in words for staff, while one goes on.</param>
public sealed record NeverRead(Instant Since, Duration For, string? Progress);

/// <param name="Name">Of the job.</param>
/// <param name="Last">When it ran last; none while it has not since the start.</param>
/// <param name="Next">When it runs next; none where it does not.</param>
public sealed record JobRuns(string Name, Instant? Last, Instant? Next);
