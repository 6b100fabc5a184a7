using AoBot.Reminders;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>Why somebody is not asked for a month.</summary>
public enum Silence
{
    Received,
    InReview,

    /// <summary>A file that staff are asked about may cover it.</summary>
    Unclear,

    Skipped,
    Paused,

    /// <summary>Two periods in a row brought nothing: staff were asked whether the engagement still runs.</summary>
    Stopped,

    /// <summary>Asked to be reminded later.</summary>
    Snoozed,

    /// <summary>Said to have been sent, and believed.</summary>
    Claimed,

    /// <summary>All who could be asked are away.</summary>
    Away,

    /// <summary>Two of the last three came in time: no heads-up is needed.</summary>
    EarnedSilence,

    /// <summary>They do not want to hear before the due day.</summary>
    HeadsUpOff,

    /// <summary>As many reminders as there are at most were sent.</summary>
    Cap,
}

/// <summary>A step that nobody hears of.</summary>
/// <param name="Partner">The key of the engagement.</param>
/// <param name="Month">The month that it would have asked for.</param>
/// <param name="Step">The step.</param>
/// <param name="Why">What keeps it.</param>
public sealed record SilentStep(string Partner, YearMonth Month, LadderStep Step, Silence Why);
