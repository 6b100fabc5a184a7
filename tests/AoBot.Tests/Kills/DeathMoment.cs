namespace AoBot.Tests.Kills;

/// <summary>When a process is killed.</summary>
internal enum DeathMoment
{
    /// <summary>When it first says anything to Slack: nothing is claimed yet, mostly.</summary>
    BeforeTheClaim,

    /// <summary>When a notice is claimed, and Slack has not taken it.</summary>
    AfterTheClaim,

    /// <summary>When Slack has taken a message and has not answered.</summary>
    AfterSlackAccepted,

    /// <summary>When a message is kept as sent.</summary>
    AfterTheCommit,

    /// <summary>At some call or other.</summary>
    AtRandom,
}
