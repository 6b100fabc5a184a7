using AoBot.Outbox;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Administration;

/// <summary>What the outbox holds that somebody may want to know: what comes next, what is uncertain, what failed.</summary>
/// <param name="Stopped">Why nothing is sent at all, with the cure; none while all is well.</param>
/// <param name="Planned">How many wait for their time.</param>
/// <param name="Next">The first of them.</param>
/// <param name="Uncertain">Of these nobody knows whether they arrived; the newest first.</param>
/// <param name="Failed">These could not be sent; the newest first.</param>
/// <param name="Names">What people are called, by their id, as far as it is known.</param>
/// <param name="Today">Of the program.</param>
/// <param name="Zone">Of the program.</param>
public sealed record OutboxPicture(string? Stopped, int Planned, IReadOnlyList<Notice> Next, IReadOnlyList<Notice> Uncertain, IReadOnlyList<Notice> Failed, IReadOnlyDictionary<string, string> Names, LocalDate Today, DateTimeZone Zone)
{
    private const int NextShown = 5;

    public static async Task<OutboxPicture> Read(AoBotDbContext db, SenderStop stop, ProgramClock clock, CancellationToken cancellationToken)
    {
        var planned = db.Notices.AsNoTracking().Where(n => n.State == NoticeState.Planned || n.State == NoticeState.Sending);
        return new OutboxPicture(
            stop.Reason,
            await planned.CountAsync(cancellationToken),
            await planned.OrderBy(n => n.NotBefore).ThenBy(n => n.Id).Take(NextShown).ToListAsync(cancellationToken),
            await db.Notices.AsNoTracking().Where(n => n.State == NoticeState.Unknown).OrderByDescending(n => n.Id).ToListAsync(cancellationToken),
            await db.Notices.AsNoTracking().Where(n => n.State == NoticeState.Dead).OrderByDescending(n => n.Id).ToListAsync(cancellationToken),
            await db.People.AsNoTracking().ToDictionaryAsync(p => p.SlackId, p => p.Name, cancellationToken),
            clock.Today,
            clock.Zone);
    }
}
