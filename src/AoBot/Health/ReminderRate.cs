using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Updates;
using AoBot.Updates.Reminders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Health;

/// <summary>How often was asked in a month, and how many updates came in it.</summary>
/// <param name="Month">By the program's zone.</param>
/// <param name="Reminders">Each counts once for each engagement and month that it asks for.</param>
/// <param name="Updates">Months of engagements that were delivered.</param>
public sealed record ReminderRate(YearMonth Month, int Reminders, int Updates)
{
    /// <summary>Reminders for each update; none where no update came.</summary>
    public decimal? PerUpdate => Updates == 0 ? null : Math.Round((decimal)Reminders / Updates, 2);
}

/// <summary>Whether AoBot asks too much: month by month, since the first reminder.</summary>
public static class ReminderRatePolicy
{
    public const int MonthsShown = 6;

    /// <param name="reading">Who has delivered what; none while nothing was read.</param>
    /// <param name="asked">What asked for an update, and was sent or may have been: when, and for how many months of engagements.</param>
    /// <param name="zone">The program's.</param>
    /// <param name="today">Its day.</param>
    /// <returns>The last months, the oldest first; empty while nobody was asked.</returns>
    public static IReadOnlyList<ReminderRate> Of(LedgerReading? reading, IReadOnlyList<(Instant At, int Count)> asked, DateTimeZone zone, LocalDate today)
    {
        if (reading is null || asked.Count == 0)
        {
            return [];
        }

        var last = today.ToYearMonth();
        var earliest = last.PlusMonths(1 - MonthsShown);
        var began = MonthOf(asked.Min(a => a.At), zone);
        var first = began.CompareTo(earliest) > 0 ? began : earliest;
        var reminders = asked.ToLookup(a => MonthOf(a.At, zone), a => a.Count);
        var updates = reading.Coverage.Where(c => c is { State: CoverageState.Received, Landed: not null }).CountBy(c => MonthOf(c.Landed!.Value, zone)).ToDictionary();
        return [.. Enumerable.Range(0, MonthsShown).Select(first.PlusMonths).TakeWhile(m => m.CompareTo(last) <= 0).Select(m => new ReminderRate(m, reminders[m].Sum(), updates.GetValueOrDefault(m)))];
    }

    private static YearMonth MonthOf(Instant at, DateTimeZone zone) => at.InZone(zone).Date.ToYearMonth();
}

/// <summary>Reads from the rows how often was asked.</summary>
public sealed class ReminderRates(UpdatesLedger ledger, ProgramClock clock)
{
    public async Task<IReadOnlyList<ReminderRate>> Read(AoBotDbContext db, CancellationToken cancellationToken)
    {
        var asked = await db.Notices.AsNoTracking()
            .Where(n => UpdateNotices.Asking.Contains(n.Kind) && (n.State == NoticeState.Sent || n.State == NoticeState.Unknown))
            .Select(n => new { n.SentAt, n.NotBefore, n.Subjects })
            .ToListAsync(cancellationToken);
        return ReminderRatePolicy.Of((await ledger.Read(db, cancellationToken)).Reading, [.. asked.Select(n => (n.SentAt ?? n.NotBefore, n.Subjects.Count))], clock.Zone, clock.Today);
    }
}
