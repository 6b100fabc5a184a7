using System.Text;

namespace AoBot.Events;

/// <summary>Gatherings as entries of a calendar. A series is one entry; what differs from it is said of its time in the series.</summary>
public static class CalendarEntries
{
    /// <summary>All of a gathering, for a calendar that is read again and again.</summary>
    /// <param name="gathering">With its occurrences.</param>
    public static IReadOnlyList<CalendarEntry> Of(Gathering gathering)
    {
        if (gathering.Rule is not { } rule)
        {
            return [.. gathering.Occurrences.OrderBy(o => o.Day).Select(o => Single(o))];
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
            .. gathering.Occurrences.Where(o => !(o.Slot >= gathering.FirstDay)).OrderBy(o => o.Day).Select(Single),
        ];
    }

    /// <summary>One occurrence, for the file that goes with a message.</summary>
    public static CalendarEntry Of(Occurrence occurrence) =>
        occurrence.Gathering.Rule is not null && occurrence.Slot >= occurrence.Gathering.FirstDay ? OfSeries(occurrence) : Single(occurrence);

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
