using AoBot.Events;
using NodaTime;

namespace AoBot.Tests.Events;

/// <summary>Gatherings to try things with.</summary>
internal static class Sample
{
    public static readonly Instant Created = Instant.FromUtc(2024, 6, 28, 13, 0);

    /// <summary>July 25, 2024, 10:00 in New York, as the seed announces its day.</summary>
    public static Gathering Roundtable() => With(new Gathering
    {
        Kind = GatheringKind.Roundtable,
        Uid = "roundtable@aobot",
        Title = "Roundtable",
        Zone = "America/New_York",
        FirstDay = new LocalDate(2024, 7, 25),
        Time = new LocalTime(10, 0),
        Minutes = 60,
        Link = "https://openssf.org/roundtable",
        HostId = "U0000STAF",
        CreatedAt = Created,
    }, new LocalDate(2024, 7, 25), slot: null);

    /// <summary>The public meeting of each first Wednesday, seven times, in a zone; one is moved by a day and two hours, and one is cancelled.</summary>
    public static Gathering Meetings(string zone)
    {
        var series = new Gathering
        {
            Kind = GatheringKind.Meeting,
            Uid = $"meeting-{zone.Replace('/', '-')}@aobot",
            Title = "Public meeting, with news; and more \\ questions",
            Description = "Über alles, was ansteht: ein Satz, der länger ist als eine Zeile eines Kalenders sein darf – und 漢字 dazu.\nZweite Zeile",
            Zone = zone,
            FirstDay = new LocalDate(2024, 8, 7),
            Time = new LocalTime(13, 0),
            Minutes = 45,
            Link = "https://openssf.org/meeting?a=1&b=2",
            HostId = "U0000STAF",
            Rule = "FREQ=MONTHLY;BYDAY=1WE",
            CreatedAt = Created,
        };
        foreach (var day in Recurrence.Of(series.Rule).Days(series.FirstDay).Take(9))
        {
            With(series, day, day);
        }

        var (moved, cancelled) = (series.Occurrences[2], series.Occurrences[4]);
        (moved.Day, moved.Time, moved.Sequence) = (moved.Day.PlusDays(1), new LocalTime(15, 0), 1);
        moved.StartsAt = Occurrence.InstantOf(moved.Day, moved.Time, zone);
        (cancelled.IsCancelled, cancelled.Sequence) = (true, 1);
        return series;
    }

    private static Gathering With(Gathering gathering, LocalDate day, LocalDate? slot)
    {
        var starts = Occurrence.InstantOf(day, gathering.Time, gathering.Zone);
        gathering.Occurrences.Add(new Occurrence
        {
            Gathering = gathering,
            Slot = slot,
            Day = day,
            Time = gathering.Time,
            Minutes = gathering.Minutes,
            StartsAt = starts,
            AnswerBy = starts - Duration.FromDays(2),
            ChangedAt = Created,
        });
        return gathering;
    }
}
