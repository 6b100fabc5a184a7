namespace AoBot.Tests.Seeded;

/// <summary>Everything that may happen to a bot in a seed. Any twenty consecutive seeds have it all.</summary>
internal enum Happening
{
    /// <summary>Killed while it had something in hand: before a claim, after it, before the commit of what Slack has taken, or in a job.</summary>
    KilledAtATurn,

    /// <summary>Killed when Slack was about to hear.</summary>
    KilledBeforeSlackHeard,

    /// <summary>Killed when Slack had taken a message, and nothing of that was kept yet.</summary>
    KilledAfterSlackHeard,

    /// <summary>The next run began while the last one was still at work.</summary>
    TwoAtOnce,

    /// <summary>Down for hours or days.</summary>
    Outage,

    /// <summary>The clock goes on by hours from one moment to the next.</summary>
    ClockJump,

    /// <summary>The repository cannot be read for hours.</summary>
    Unread,

    Delivered,
    Proposed,
    Merged,
    Renamed,

    Pressed,
    PressedTwice,

    /// <summary>A press on something that is settled already.</summary>
    PressedLate,

    Snoozed,
    Believed,
    Skipped,
    Away,
    NotMe,

    /// <summary>A contact's account is no longer active.</summary>
    Gone,

    /// <summary>429.</summary>
    TooMany,

    /// <summary>500, and nothing was done.</summary>
    FailedUndone,

    /// <summary>500, and the message is there.</summary>
    FailedDone,

    /// <summary>Hung up, and nothing was done.</summary>
    DroppedUndone,

    /// <summary>Hung up, and the message is there.</summary>
    DroppedDone,

    /// <summary>Hung up, and the message comes later.</summary>
    LateAccepted,

    /// <summary>Taken, and answered when nobody waited any more.</summary>
    LateAnswered,

    /// <summary><c>internal_error</c>: Slack itself does not know.</summary>
    SaysUncertain,

    /// <summary>No connection.</summary>
    Unreachable,

    HistoryRefused,

    /// <summary>A scope is missing: the history cannot be read in this seed.</summary>
    NoHistory,

    /// <summary>What was uncertain was found to have arrived.</summary>
    Found,

    Edit,

    /// <summary>Somebody answered an invitation.</summary>
    Answered,

    /// <summary>The same, when answers were closed, or what it was to is cancelled.</summary>
    AnsweredLate,

    /// <summary>More want to come than there are places.</summary>
    Full,

    /// <summary>Who waited got a place.</summary>
    Promoted,

    /// <summary>The host moved the roundtable by a day.</summary>
    Moved,

    /// <summary>There are more places, or fewer.</summary>
    Resized,

    Cancelled,
}

/// <summary>How often what happened.</summary>
internal sealed class Happenings
{
    private readonly Dictionary<Happening, int> _counts = [];

    public int this[Happening what] => _counts.GetValueOrDefault(what);

    public void Add(Happening what, int times = 1) => _counts[what] = this[what] + times;

    public void Add(Happenings others)
    {
        foreach (var (what, times) in others._counts)
        {
            Add(what, times);
        }
    }

    public override string ToString() => string.Join(", ", Enum.GetValues<Happening>().Select(what => $"{what} {this[what]}"));
}
