using System.Text;
using NodaTime;

namespace AoBot.Events.Calendars;

/// <summary>Gatherings as entries of a calendar. A series is one entry; what differs from it is said of its time in the series.</summary>
public static class CalendarEntries
{
    /// <summary>All of a gathering that everybody may come to. What nobody knows how to attend, and what its host holds back, is not in it.</summary>
    /// <param name="gathering">With its occurrences.</param>
    public static IReadOnlyList<CalendarEntry> OfPublic(Gathering gathering)
    {
        var told = gathering.Occurrences.Where(o => o.IsCancelled || (o.CanBeAttended && !o.IsHeld)).OrderBy(o => o.Day).ToList();
        if (gathering.Rule is not { } rule || (gathering.Link is null && gathering.Place is null))
        {
            return told.ConvertAll(Single);
        }

        // What was before the series took its present time stands by itself: nobody's past is rewritten.
        var members = gathering.Occurrences.Where(o => o.Slot >= gathering.FirstDay).OrderBy(o => o.Slot).ToList();
        var series = new CalendarEntry(gathering.Uid, gathering.FirstDay + gathering.Time, gathering.Zone, gathering.Minutes, gathering.Title, members.Select(o => o.ChangedAt).Append(gathering.CreatedAt).Max())
        {
            Sequence = members.Select(o => o.Sequence).Append(0).Max(),
            Description = Description(gathering, gathering.Link),
            Location = gathering.Place,
            Link = gathering.Link,
            Rule = rule,
            Except = [.. members.Where(o => o.IsCancelled).Select(o => o.Slot!.Value + gathering.Time)],
        };
        return
        [
            series,
            .. members.Where(o => !o.IsCancelled && IsUnlike(o)).Select(OfSeries),
            .. told.Where(o => !(o.Slot >= gathering.FirstDay)).Select(Single),
        ];
    }

    /// <summary>A roundtable as somebody who is invited has it: by itself, also where it is one of a series, of which they may not know the others.</summary>
    /// <param name="occurrence">Which.</param>
    /// <param name="invitee">Who.</param>
    /// <param name="isWanted">Whether they asked for it although they may not come.</param>
    /// <returns>None where they cannot come.</returns>
    public static CalendarEntry? OfInvitation(Occurrence occurrence, Invitee invitee, bool isWanted = false)
    {
        var seats = RsvpPolicy.Seats(occurrence.Invitees, occurrence.DateVersion, occurrence.Gathering.Capacity);
        return seats.Cant.Contains(invitee) && !isWanted ? null : Single(occurrence) with
        {
            IsTentative = !seats.Coming.Contains(invitee),
            ChangedAt = Instant.Max(occurrence.ChangedAt, invitee.Rsvp?.AnsweredAt ?? occurrence.ChangedAt),
        };
    }

    private static CalendarEntry OfSeries(Occurrence occurrence) =>
        Entry(occurrence, occurrence.Gathering.Uid) with { InPlaceOf = occurrence.Slot!.Value + occurrence.Gathering.Time };

    private static CalendarEntry Single(Occurrence occurrence) =>
        Entry(occurrence, occurrence.Gathering.Rule is null ? occurrence.Gathering.Uid : $"{occurrence.Id}-{occurrence.Gathering.Uid}");

    private static CalendarEntry Entry(Occurrence occurrence, string uid) =>
        new(uid, occurrence.Day + occurrence.Time, occurrence.Gathering.Zone, occurrence.Minutes, occurrence.Gathering.Title, occurrence.ChangedAt)
        {
            Sequence = occurrence.Sequence,
            Description = Description(occurrence.Gathering, occurrence.LinkNow),
            Location = occurrence.PlaceNow,
            Link = occurrence.LinkNow,
            IsCancelled = occurrence.IsCancelled,
        };

    private static bool IsUnlike(Occurrence occurrence) =>
        occurrence.Day != occurrence.Slot || occurrence.Time != occurrence.Gathering.Time || occurrence.Minutes != occurrence.Gathering.Minutes || occurrence.Place is not null || occurrence.Link is not null;

    private static string Description(Gathering gathering, string? link)
    {
        var words = new StringBuilder();
        foreach (var part in new[] { gathering.Description, gathering.Agenda is { } agenda ? $"Agenda:\n{agenda}" : null, link is null ? null : $"Join: {link}" })
        {
            words.Append(words.Length > 0 && part is not null ? "\n\n" : "").Append(part);
        }

        return words.ToString();
    }
}
