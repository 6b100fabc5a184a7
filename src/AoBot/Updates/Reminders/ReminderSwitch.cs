using NodaTime;

namespace AoBot.Updates.Reminders;

public enum ReminderMode
{
    /// <summary>Nothing is said of itself.</summary>
    Off,

    /// <summary>Staff alone are told.</summary>
    Preview,

    On,
}

/// <summary>Whether reminders are sent. At most one row; none is off.</summary>
public sealed class ReminderSwitch
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required ReminderMode Mode { get; set; }

    /// <summary>When the mode was chosen, by the program's clock: what was to be said before is passed over.</summary>
    public required Instant Since { get; set; }

    /// <summary>The Slack id of who chose it, or <c>operator</c>.</summary>
    public required string ChosenBy { get; set; }
}
