using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events;

/// <summary>Gatherings in the database.</summary>
public static class GatheringTable
{
    /// <summary>How far ahead a series stands in rows.</summary>
    private const int MonthsAhead = 13;

    /// <summary>An occurrence with all that belongs to it; none where it is not there.</summary>
    public static Task<Occurrence?> Find(AoBotDbContext db, int id, CancellationToken cancellationToken) =>
        db.Occurrences.Include(o => o.Gathering).Include(o => o.Invitees).ThenInclude(i => i.Rsvp).AsSplitQuery().FirstOrDefaultAsync(o => o.Id == id, cancellationToken);

    /// <summary>Those of a kind that are not over, the nearest first; all kinds where none is named.</summary>
    public static async Task<List<Occurrence>> Coming(AoBotDbContext db, GatheringKind? kind, Instant now, CancellationToken cancellationToken)
    {
        // What has begun is still spoken of while it lasts; nothing lasts longer than a day.
        var since = now - Duration.FromDays(1);
        var begun = await db.Occurrences.Include(o => o.Gathering).Include(o => o.Invitees).ThenInclude(i => i.Rsvp).AsSplitQuery()
            .Where(o => o.StartsAt > since && (kind == null || o.Gathering.Kind == kind))
            .OrderBy(o => o.StartsAt).ThenBy(o => o.Id)
            .ToListAsync(cancellationToken);
        return begun.FindAll(o => o.EndsAt > now);
    }

    /// <summary>Gives a series the rows of the months ahead. What stands there already, also moved or cancelled, stays.</summary>
    /// <returns>What was added.</returns>
    public static IReadOnlyList<Occurrence> Extend(Gathering gathering, LocalDate today, Func<LocalDate, LocalDate> answerDay, Instant now)
    {
        if (gathering.Rule is not { } rule)
        {
            return [];
        }

        var known = gathering.Occurrences.Select(o => o.Slot).ToHashSet();
        var last = LocalDate.Max(today, gathering.FirstDay).PlusMonths(MonthsAhead);
        var added = Recurrence.Of(rule).Days(gathering.FirstDay)
            .TakeWhile(day => day <= last)
            .Where(day => !known.Contains(day))
            .Select(day => New(gathering, day, day, answerDay(day), now))
            .ToList();
        gathering.Occurrences.AddRange(added);
        return added;
    }

    /// <param name="gathering">Whose.</param>
    /// <param name="day">When.</param>
    /// <param name="slot">The day that a series gives it.</param>
    /// <param name="answerDay">The last day to answer.</param>
    /// <param name="now">By the program's clock.</param>
    /// <param name="time">When it begins, if at another time than the series.</param>
    /// <param name="minutes">How long it takes, if another time than the series.</param>
    public static Occurrence New(Gathering gathering, LocalDate day, LocalDate? slot, LocalDate answerDay, Instant now, LocalTime? time = null, int? minutes = null)
    {
        var starts = Occurrence.InstantOf(day, time ?? gathering.Time, gathering.Zone);
        return new Occurrence
        {
            Gathering = gathering,
            Slot = slot,
            Day = day,
            Time = time ?? gathering.Time,
            Minutes = minutes ?? gathering.Minutes,
            StartsAt = starts,
            AnswerBy = AnswersUntil(answerDay, starts, gathering.Zone),
            ChangedAt = now,
        };
    }

    /// <summary>Until the end of the last day to answer, and never after the beginning.</summary>
    public static Instant AnswersUntil(LocalDate lastDay, Instant starts, string zone) =>
        Instant.Min(starts, DateTimeZoneProviders.Tzdb[zone].AtStartOfDay(lastDay.PlusDays(1)).ToInstant());
}
