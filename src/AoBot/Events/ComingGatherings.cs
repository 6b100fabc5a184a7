using AoBot.Outbox;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events;

/// <summary>What is planned about gatherings, as it would be decided when its time comes.</summary>
public sealed class ComingGatherings(IEnumerable<GatheringNoticeKind> kinds, ProgramClock clock) : IComingNotices
{
    // Each is decided for itself; whoever looks at a list reads no more.
    private const int MostRead = 100;

    public async Task<ComingNotices> Read(AoBotDbContext db, Instant since, int days, CancellationToken cancellationToken)
    {
        var ofGatherings = kinds.ToDictionary(k => k.Kind, StringComparer.Ordinal);
        var (names, until) = (ofGatherings.Keys.ToList(), clock.Now + Duration.FromDays(days));
        var all = db.Notices.AsNoTracking().Where(n => names.Contains(n.Kind) && n.State == NoticeState.Planned && n.EditsId == null && n.NotBefore <= until);
        var planned = await all.OrderBy(n => n.NotBefore).ThenBy(n => n.Id).Take(MostRead).ToListAsync(cancellationToken);
        var zones = await db.People.Where(p => p.ZoneId != null).ToDictionaryAsync(p => p.SlackId, p => p.ZoneId!, StringComparer.Ordinal, cancellationToken);
        var (said, notSaid) = (new List<ComingNotice>(), new List<ComingNotice>());
        foreach (var notice in planned)
        {
            var at = Instant.Max(notice.NotBefore, clock.Now);
            var decision = await ofGatherings[notice.Kind].Decide(notice, at, db, cancellationToken);
            if (decision is NoticeDecision.Wait { Until: var later })
            {
                (at, decision) = (later, await ofGatherings[notice.Kind].Decide(notice, later, db, cancellationToken));
            }

            var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zones.GetValueOrDefault(notice.Recipient, "")) ?? clock.Zone;
            switch (decision)
            {
                case NoticeDecision.Send { Body.Text: var text }:
                    said.Add(new ComingNotice(at, zone, [notice.Recipient], text));
                    break;
                case NoticeDecision.Skip { Reason: var reason }:
                    notSaid.Add(new ComingNotice(at, zone, [notice.Recipient], reason));
                    break;
            }
        }

        return new ComingNotices("About gatherings, whether reminders are on or not", ComingNotice.Together(said, clock.Zone), ComingNotice.Together(notSaid, clock.Zone))
        {
            Unread = await all.CountAsync(cancellationToken) - planned.Count,
        };
    }
}
