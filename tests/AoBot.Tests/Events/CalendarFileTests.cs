using System.Text;
using System.Text.Json;
using AoBot.Events;
using AoBot.Events.Calendars;
using NodaTime;

namespace AoBot.Tests.Events;

/// <summary>Calendars as RFC 5545 has them. That three readers of others read them alike is checked in .ci/third-party.</summary>
public sealed class CalendarFileTests
{
    private static readonly LocalDate Until = new(2027, 12, 31);

    public static TheoryData<string> Zones => ["Europe/London", "America/New_York", "Europe/Berlin", "Australia/Sydney"];

    [Theory]
    [MemberData(nameof(Zones))]
    public void A_series_with_one_moved_and_one_cancelled_reads_as_it_is(string zone)
    {
        var file = CalendarFile.Write(CalendarEntries.OfPublic(Sample.Meetings(zone)), CalendarFile.Publish, "Public meetings");
        var lines = Unfolded(file);
        Assert.Equal(2, lines.Count(l => l == "BEGIN:VEVENT"));
        Assert.Contains($"DTSTART;TZID={zone}:20240807T130000", lines);
        Assert.Contains("RRULE:FREQ=MONTHLY;BYDAY=1WE", lines);
        Assert.Contains($"EXDATE;TZID={zone}:20241204T130000", lines);
        Assert.Contains($"RECURRENCE-ID;TZID={zone}:20241002T130000", lines);
        Assert.Contains($"DTSTART;TZID={zone}:20241003T150000", lines);
        Assert.Contains(@"SUMMARY:Public meeting\, with news\; and more \\ questions", lines);
        Assert.Contains("URL:https://openssf.org/meeting?a=1&b=2", lines);

        // Both changes of its clocks, many times: from the rule's days and the zone, not from the file.
        var series = Sample.Meetings(zone);
        var unlike = series.Occurrences.Where(o => o.IsCancelled || o.Day != o.Slot).ToDictionary(o => o.Slot!.Value);
        Export(
            $"series-{zone.Replace('/', '-')}",
            file,
            CalendarFile.Publish,
            [.. Recurrence.Of(series.Rule!).Days(series.FirstDay).TakeWhile(d => d <= Until).Where(d => !unlike.TryGetValue(d, out var o) || !o.IsCancelled)
                .Select(d => unlike.TryGetValue(d, out var o) ? (o.Day + o.Time).InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]) : (d + series.Time).InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]))
                .Select(t => new Read(t.ToInstant(), t.ToInstant() + Duration.FromMinutes(series.Minutes), series.Title, "CONFIRMED"))]);
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void No_line_is_longer_than_75_octets_and_no_character_is_torn(string zone)
    {
        var file = CalendarFile.Write(CalendarEntries.OfPublic(Sample.Meetings(zone)), CalendarFile.Publish);
        Assert.All(file.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\uFFFD', file);
        Assert.Contains(Unfolded(file), l => l.StartsWith("DESCRIPTION:", StringComparison.Ordinal) && l.Contains("漢字", StringComparison.Ordinal));
    }

    [Fact]
    public void The_clock_changes_of_the_zone_stand_in_it()
    {
        var lines = Unfolded(CalendarFile.Write(CalendarEntries.OfPublic(Sample.Meetings("Europe/Berlin")), CalendarFile.Publish));
        var daylight = lines.SkipWhile(l => l != "BEGIN:DAYLIGHT").ToList();
        Assert.Contains("TZOFFSETFROM:+0100", daylight[..8].Concat(daylight));
        Assert.Contains(lines, l => l is "DTSTART:20240331T020000" or "RDATE:20240331T020000");
        Assert.Contains(lines, l => l is "DTSTART:20241027T030000" or "RDATE:20241027T030000");
    }

    [Fact]
    public void A_cancellation_has_the_same_name_and_a_higher_number()
    {
        var occurrence = Sample.Roundtable().Occurrences[0];
        var invitee = new Invitee { SlackId = "U0000BIRC" };
        occurrence.Invitees.Add(invitee);
        var invitation = CalendarFile.Write([CalendarEntries.OfInvitation(occurrence, invitee)!], CalendarFile.Publish);
        (occurrence.IsCancelled, occurrence.Sequence) = (true, 1);
        var cancellation = CalendarFile.Write([CalendarEntries.OfInvitation(occurrence, invitee)!], CalendarFile.Cancel);
        var (before, after) = (Unfolded(invitation), Unfolded(cancellation));
        Assert.Contains("UID:roundtable@aobot", before);
        Assert.Contains("UID:roundtable@aobot", after);
        Assert.Contains("SEQUENCE:0", before);
        Assert.Contains("SEQUENCE:1", after);
        Assert.Contains("METHOD:CANCEL", after);
        Assert.Contains("STATUS:CANCELLED", after);

        Read Expected(string status) => new(occurrence.StartsAt, occurrence.StartsAt + Duration.FromHours(1), "Roundtable", status);
        Export("invitation", invitation, CalendarFile.Publish, [Expected("TENTATIVE")]);
        Export("cancellation", cancellation, CalendarFile.Cancel, [Expected("CANCELLED")]);
    }

    [Fact]
    public void One_of_a_series_of_roundtables_stands_by_itself_for_who_is_invited_to_it()
    {
        var occurrence = Sample.Meetings("America/New_York").Occurrences[4];
        var invitee = new Invitee { SlackId = "U0000BIRC" };
        occurrence.Invitees.Add(invitee);
        var lines = Unfolded(CalendarFile.Write([CalendarEntries.OfInvitation(occurrence, invitee)!], CalendarFile.Cancel));
        Assert.Contains($"UID:{occurrence.Id}-{occurrence.Gathering.Uid}", lines);
        Assert.DoesNotContain(lines, l => l.StartsWith("RECURRENCE-ID", StringComparison.Ordinal) || l.StartsWith("RRULE", StringComparison.Ordinal));
        Assert.Contains("STATUS:CANCELLED", lines);
    }

    [Fact]
    public void Nothing_that_a_person_writes_can_begin_a_line_of_its_own()
    {
        var gathering = Sample.Roundtable();
        gathering.Title = "Roundtable\r\nATTENDEE:mailto:somebody@example.org\nEND:VEVENT";
        Assert.DoesNotContain(Unfolded(CalendarFile.Write(CalendarEntries.OfPublic(gathering), CalendarFile.Publish)), l => l.StartsWith("ATTENDEE", StringComparison.Ordinal));
    }

    private static List<string> Unfolded(string file) => [.. file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")];

    /// <summary>What a reader of others shall find.</summary>
    private sealed record Read(Instant Start, Instant End, string Title, string Status);

    /// <summary>For the readers of others, where somebody says where to put them.</summary>
    private static void Export(string name, string file, string method, IReadOnlyList<Read> occurrences)
    {
        if (Environment.GetEnvironmentVariable("AOBOT_CALENDARS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"{name}.ics"), file);
            File.WriteAllText(Path.Combine(folder, $"{name}.json"), JsonSerializer.Serialize(
                new { Method = method, From = "2024-01-01T00:00:00Z", Until = $"{Until:uuuu-MM-dd}T23:59:59Z", Occurrences = occurrences.Select(o => new { Start = $"{o.Start}", End = $"{o.End}", o.Title, o.Status }) },
                JsonSerializerOptions.Web));
        }
    }
}
