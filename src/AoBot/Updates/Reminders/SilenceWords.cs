using AoBot.Reminders;

namespace AoBot.Updates.Reminders;

/// <summary>Why somebody is asked, and why not, in words for staff.</summary>
public static class SilenceWords
{
    public const string AskedAgain = "they asked to be reminded later, or said that it was sent";

    public static string Of(Silence silence) => silence switch
    {
        Silence.Received => "received",
        Silence.InReview => "in review",
        Silence.Unclear => "a file that staff are asked about may cover it",
        Silence.Skipped => "skipped",
        Silence.Paused => "paused",
        Silence.Stopped => "two in a row brought nothing; staff were asked whether it still runs",
        Silence.Snoozed => "they want to be reminded later",
        Silence.Claimed => "they say that it was sent",
        Silence.Away => "away",
        Silence.EarnedSilence => "in time in two of the last three",
        Silence.HeadsUpOff => "they want no heads-up",
        _ => "they were reminded as often as they may be",
    };

    /// <summary>As staff know somebody: the name that Slack tells, or what the roster has.</summary>
    public static string NameOf(ReminderFacts facts, string contact) =>
        facts.People.GetValueOrDefault(contact)?.Name is { } name && name != People.Person.Unknown ? name : contact.Contains('@', StringComparison.Ordinal) ? "a contact without Slack" : contact;

    public static string Because(LadderStep step) => step switch
    {
        LadderStep.HeadsUp => "not in yet, and due soon",
        LadderStep.Due => "not in on the due day",
        _ => "not in after the due day",
    };
}
