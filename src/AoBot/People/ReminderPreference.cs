using NodaTime;

namespace AoBot.People;

/// <summary>How somebody wants to be reminded: <c>/ao settings</c>. Without a row, as everybody.</summary>
public sealed class ReminderPreference
{
    /// <summary>Their Slack id.</summary>
    public required string SlackId { get; init; }

    /// <summary>At which hour by their own clock; none for the usual one.</summary>
    public LocalTime? Hour { get; set; }

    /// <summary>Whether they want to hear before the due day.</summary>
    public bool HeadsUp { get; set; } = true;

    /// <summary>Whether they want to hear a day before a gathering that they come to.</summary>
    public bool DayBefore { get; set; } = true;

    /// <summary>Whether they want to hear an hour before it.</summary>
    public bool HourBefore { get; set; } = true;
}
