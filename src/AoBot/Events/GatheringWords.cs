using System.Globalization;
using AoBot.Conversations;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Events;

/// <summary>How gatherings are spoken of.</summary>
public static class GatheringWords
{
    /// <summary>No line ends behind it, as it may behind a hyphen.</summary>
    private const char Minus = '\u2212';

    /// <summary><c>Thursday, July 25, 10:00 AM New York time</c>.</summary>
    public static string When(Occurrence occurrence, LocalDate today) => $"{DayWords.Day(occurrence.Day, today)}, {DayWords.Time(occurrence.StartsAt, occurrence.Gathering.Zone)}";

    /// <summary>The same for an instant that was.</summary>
    public static string When(Instant instant, string zone, LocalDate today) =>
        $"{DayWords.Day(instant.InZone(DateTimeZoneProviders.Tzdb[zone]).Date, today)}, {DayWords.Time(instant, zone)}";

    /// <summary>Shown in each reader's own zone; where that cannot be, in its own, which is named.</summary>
    public static Mrkdwn Shown(Occurrence occurrence, LocalDate today) => Shown(occurrence.StartsAt, occurrence.Gathering.Zone, today);

    public static Mrkdwn Shown(Instant instant, string zone, LocalDate today) =>
        SlackDate.Of(instant.ToDateTimeOffset(), "{date_long} at {time}", When(instant, zone, today));

    /// <summary>The time of day alone.</summary>
    public static Mrkdwn ShownTime(Occurrence occurrence) =>
        SlackDate.Of(occurrence.StartsAt.ToDateTimeOffset(), "{time}", DayWords.Time(occurrence.StartsAt, occurrence.Gathering.Zone));

    /// <summary>In full, to be confirmed: <c>Thursday, July 25, 2024, 10:00 AM to 11:00 AM New York time (UTC−4)</c>.</summary>
    public static string InFull(LocalDate day, LocalTime time, int minutes, string zone)
    {
        var start = Occurrence.InstantOf(day, time, zone);
        var (begins, ends) = (start.InZone(DateTimeZoneProviders.Tzdb[zone]), (start + Duration.FromMinutes(minutes)).InZone(DateTimeZoneProviders.Tzdb[zone]));
        var offset = begins.Offset == Offset.Zero ? "UTC" : $"UTC{begins.Offset.ToString(begins.Offset.Seconds % 3600 == 0 ? "+H" : "+H:mm", CultureInfo.InvariantCulture).Replace('-', Minus)}";
        var until = ends.Date == begins.Date ? ends.ToString("h:mm tt", CultureInfo.InvariantCulture) : ends.ToString("dddd, MMMM d, h:mm tt", CultureInfo.InvariantCulture);
        return $"{DayWords.FullDay(day)}, {begins.ToString("h:mm tt", CultureInfo.InvariantCulture)} to {until} {Place(zone)} ({offset})";
    }

    /// <summary><c>New York time</c>, <c>UTC</c>.</summary>
    public static string Place(string zone) => zone == "UTC" ? zone : $"{zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ')} time";

    /// <summary>Where to go: the place, the link, or both; a link is one where it is a web address.</summary>
    public static Mrkdwn Where(string? place, string? link) =>
        Mrkdwn.Join(" · ", new[] { place is null ? Mrkdwn.Empty : Mrkdwn.Escape(place), Uri.TryCreate(link, UriKind.Absolute, out var url) ? Mrkdwn.Link(url, "Join here") : Mrkdwn.Empty }.Where(w => !w.IsEmpty));

    public static string WhereText(string? place, string? link) => string.Join(", ", new[] { place, link }.OfType<string>());

    /// <summary>A link to somebody's calendar file, behind other words; nothing where there is no file.</summary>
    /// <param name="file">Its address.</param>
    /// <param name="does">What it does, for instance "Put it into your calendar".</param>
    public static Mrkdwn Calendar(Uri? file, string does) => file is null ? Mrkdwn.Empty : Mrkdwn.Of($" {Mrkdwn.Link(file, does)}");

    /// <summary>The same as text.</summary>
    public static string CalendarText(Uri? file, string does) => file is null ? "" : $" {does}: {file.AbsoluteUri}";

    /// <summary><c>1 person</c>, <c>4 people</c>.</summary>
    public static string People(int count) => count == 1 ? "1 person" : $"{count} people";

    /// <summary><c>Going</c>, <c>Maybe</c>, <c>Can't</c>, <c>no answer yet</c>.</summary>
    public static string Words(this RsvpAnswer? answer) => answer switch
    {
        RsvpAnswer.Going => "Going",
        RsvpAnswer.Maybe => "Maybe",
        RsvpAnswer.Cant => "Can't",
        _ => "no answer yet",
    };

    public static string Words(this GatheringOutcome outcome) => outcome switch
    {
        GatheringOutcome.NewProject => "a new project",
        GatheringOutcome.JointPublication => "a joint publication",
        _ => "none yet",
    };
}
