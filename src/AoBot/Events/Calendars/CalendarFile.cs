using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace AoBot.Events.Calendars;

/// <summary>One entry of a calendar. Times are those of its zone's clocks.</summary>
/// <param name="Uid">The same for ever.</param>
/// <param name="Start">The day and time of its zone.</param>
/// <param name="Zone">An IANA id.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Title">In few words.</param>
/// <param name="ChangedAt">When it was last changed.</param>
public sealed record CalendarEntry(string Uid, LocalDateTime Start, string Zone, int Minutes, string Title, Instant ChangedAt)
{
    public int Sequence { get; init; }

    public string? Description { get; init; }

    public string? Location { get; init; }

    public string? Link { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>Whether it is not sure yet that its reader comes.</summary>
    public bool IsTentative { get; init; }

    /// <summary>For the first of a series: how it repeats.</summary>
    public string? Rule { get; init; }

    /// <summary>For a series: the times that do not take place.</summary>
    public IReadOnlyList<LocalDateTime> Except { get; init; } = [];

    /// <summary>For one of a series that is not like the others: the time that the series gives it.</summary>
    public LocalDateTime? InPlaceOf { get; init; }
}

/// <summary>
/// Writes calendars as RFC 5545 (https://www.rfc-editor.org/rfc/rfc5545) has them: times with their zone's own rules, lines of at most 75 octets.
/// Written by hand, since Ical.Net cannot be had; see docs/adr/0009-series-by-quartz-calendars-by-hand.md.
/// </summary>
public static class CalendarFile
{
    /// <summary>What stands in it is so; nobody is asked to answer by calendar.</summary>
    public const string Publish = "PUBLISH";

    /// <summary>What stands in it is to be taken off.</summary>
    public const string Cancel = "CANCEL";
    private const int LineOctets = 75;

    /// <summary>A series goes on: its zone's clock changes are told for so many years.</summary>
    private const int YearsOfZone = 10;

    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly OffsetPattern OffsetOf = OffsetPattern.CreateWithInvariantCulture("+HHmm");

    /// <param name="entries">What stands in it.</param>
    /// <param name="method">One of the two constants.</param>
    /// <param name="name">How calendars shall call the whole; none for a single event.</param>
    public static string Write(IReadOnlyList<CalendarEntry> entries, string method, string? name = null)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Alpha-Omega//AoBot//EN");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, $"METHOD:{method}");
        if (name is not null)
        {
            Line(file, $"NAME:{Text(name)}");
            Line(file, $"X-WR-CALNAME:{Text(name)}");
            Line(file, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
            Line(file, "X-PUBLISHED-TTL:PT1H");
        }

        foreach (var zone in entries.GroupBy(e => e.Zone, StringComparer.Ordinal).Where(z => !IsUtc(z.Key)).OrderBy(z => z.Key, StringComparer.Ordinal))
        {
            var from = zone.Min(e => LocalDateTime.Min(e.Start, e.InPlaceOf ?? e.Start));
            var to = zone.Max(e => e.Rule is null ? e.Start : e.Start.PlusYears(YearsOfZone));
            Zone(file, DateTimeZoneProviders.Tzdb[zone.Key], from.Date.PlusYears(-1), to.Date.PlusYears(1));
        }

        foreach (var entry in entries)
        {
            Entry(file, entry);
        }

        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static void Entry(StringBuilder file, CalendarEntry entry)
    {
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{Text(entry.Uid)}");
        Line(file, $"DTSTAMP:{Utc.Format(entry.ChangedAt)}");
        Line(file, $"LAST-MODIFIED:{Utc.Format(entry.ChangedAt)}");
        Line(file, $"SEQUENCE:{Number(entry.Sequence)}");
        Line(file, $"DTSTART{At(entry.Start, entry.Zone)}");
        Line(file, $"DURATION:PT{Number(entry.Minutes)}M");
        if (entry.InPlaceOf is { } slot)
        {
            Line(file, $"RECURRENCE-ID{At(slot, entry.Zone)}");
        }

        if (entry.Rule is { } rule)
        {
            Line(file, $"RRULE:{rule}");
        }

        foreach (var except in entry.Except)
        {
            Line(file, $"EXDATE{At(except, entry.Zone)}");
        }

        Line(file, $"SUMMARY:{Text(entry.Title)}");
        Property(file, "DESCRIPTION", entry.Description);
        Property(file, "LOCATION", entry.Location ?? entry.Link);
        if (entry.Link is { } link)
        {
            Line(file, $"URL:{link}");
        }

        Line(file, entry.IsCancelled ? "STATUS:CANCELLED" : entry.IsTentative ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED");
        Line(file, "END:VEVENT");
    }

    /// <summary>The zone's clock changes one by one, so that no reader must know its rules.</summary>
    private static void Zone(StringBuilder file, DateTimeZone zone, LocalDate from, LocalDate to)
    {
        Line(file, "BEGIN:VTIMEZONE");
        Line(file, $"TZID:{zone.Id}");
        var intervals = zone.GetZoneIntervals(new Interval(zone.AtStartOfDay(from).ToInstant(), zone.AtStartOfDay(to).ToInstant())).ToList();
        var changes = intervals
            .Select((interval, i) => (interval, Before: i == 0 ? OffsetBefore(zone, interval) : intervals[i - 1].WallOffset, From: i == 0 ? from.AtMidnight() : Onset(interval, intervals[i - 1].WallOffset)))
            .GroupBy(c => (c.interval.Name, c.interval.WallOffset, c.Before, IsDaylight: c.interval.Savings > Offset.Zero));
        foreach (var change in changes)
        {
            var kind = change.Key.IsDaylight ? "DAYLIGHT" : "STANDARD";
            Line(file, $"BEGIN:{kind}");
            Line(file, $"DTSTART:{Local.Format(change.First().From)}");
            foreach (var again in change.Skip(1))
            {
                Line(file, $"RDATE:{Local.Format(again.From)}");
            }

            Line(file, $"TZOFFSETFROM:{OffsetOf.Format(change.Key.Before)}");
            Line(file, $"TZOFFSETTO:{OffsetOf.Format(change.Key.WallOffset)}");
            Line(file, $"TZNAME:{Text(change.Key.Name)}");
            Line(file, $"END:{kind}");
        }

        Line(file, "END:VTIMEZONE");
    }

    private static Offset OffsetBefore(DateTimeZone zone, ZoneInterval interval) =>
        interval.HasStart ? zone.GetUtcOffset(interval.Start - Duration.Epsilon) : interval.WallOffset;

    /// <summary>A change is written as the clocks show it that have not been changed yet.</summary>
    private static LocalDateTime Onset(ZoneInterval interval, Offset before) => interval.Start.WithOffset(before).LocalDateTime;

    private static string At(LocalDateTime time, string zone) =>
        IsUtc(zone) ? $":{Local.Format(time)}Z" : $";TZID={zone}:{Local.Format(time)}";

    private static bool IsUtc(string zone) => zone is "UTC" or "Etc/UTC" or "Etc/GMT";

    private static void Property(StringBuilder file, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Line(file, $"{name}:{Text(text)}");
        }
    }

    /// <summary>RFC 5545, 3.3.11.</summary>
    private static string Text(string words) => words
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>RFC 5545, 3.1: no line is longer than 75 octets, and no character is torn apart.</summary>
    private static void Line(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes().Where(r => r.Value >= ' ' || r.Value == '\t'))
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
