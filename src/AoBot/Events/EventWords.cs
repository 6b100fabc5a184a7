using AoBot.Conversations;
using AoBot.Slack.Blocks;
using Humanizer;
using NodaTime;

namespace AoBot.Events;

/// <summary>How something with a date is written. What has no time is given none.</summary>
public static class EventWords
{
    /// <summary><c>Friday, July 5</c>, <c>around Friday, July 5</c>, <c>September</c>, <c>date not known yet</c>.</summary>
    public static string When(UpcomingEvent e, LocalDate today) => e switch
    {
        { Date: { } day, Approximate: true } => $"around {DayWords.Day(day, today)}",
        { Date: { } day, StartsAt: { } start, Zone: { } zone } => $"{DayWords.Day(day, today)}, {DayWords.Time(start, zone)}",
        { Date: { } day } => DayWords.Day(day, today),
        { Month: { } month } => DayWords.Month(month, today),
        _ => "date not known yet",
    };

    /// <summary><c>June's monthly report is due</c>, <c>Roundtable</c>, <c>Public meeting</c>.</summary>
    public static string What(UpcomingEvent e, LocalDate today) => e switch
    {
        { Kind: ProgramEventKind.MonthlyReportDue, About: { } month } => $"{DayWords.Month(month, today)}'s monthly report is due",
        _ => e.Title,
    };

    /// <summary>The same, to be shown: a time is each reader's own, and where that cannot be, it names its zone.</summary>
    public static Mrkdwn Shown(UpcomingEvent e, LocalDate today)
    {
        var words = When(e, today).Transform(To.SentenceCase);
        return e is { Approximate: false, Date: not null, StartsAt: { } start, Zone: not null } ? SlackDate.Of(start.ToDateTimeOffset(), "{date_long} at {time}", words) : Mrkdwn.Escape(words);
    }

    /// <summary><c>in 7 days</c>; nothing where there is no day, and of one that is past nobody is told how long.</summary>
    public static string? Away(UpcomingEvent e, LocalDate today) => e.Date is { } day && day >= today ? DayWords.Away(day, today) : null;

    /// <summary>Only what people gather for has a time of day; nobody has named it yet.</summary>
    public static bool LacksTime(UpcomingEvent e) =>
        e is { Date: not null, StartsAt: null } && e.Kind is ProgramEventKind.Roundtable or ProgramEventKind.PublicMeeting;
}
