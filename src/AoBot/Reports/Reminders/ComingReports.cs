using AoBot.Outbox;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Reports.Reminders;

/// <summary>The reminders of the fund's own reports that staff are going to get.</summary>
public sealed class ComingReports(ReportBook book, ProgramClock clock) : IComingNotices
{
    public async Task<ComingNotices> Read(AoBotDbContext db, Instant since, int days, CancellationToken cancellationToken)
    {
        var (facts, now) = (await book.Read(db, cancellationToken) with { Since = since }, clock.Now);
        var until = now + Duration.FromDays(days);
        var planned = await db.Notices.AsNoTracking().Where(n => n.Kind == ReportReminderPolicy.NoticeKind && n.State == NoticeState.Planned && n.NotBefore <= until).ToListAsync(cancellationToken);
        var (said, contents) = (new List<ComingNotice>(), new Dictionary<string, ReportContent>(StringComparer.Ordinal));
        foreach (var (at, recipient, data) in planned.Select(n => (n.NotBefore, n.Recipient, n.Data)).Concat(ReportReminderPolicy.Coming(facts, now, days).Select(p => (p.NotBefore, p.Recipient, p.Data))))
        {
            if (OwedReport.Parse(data, facts.DueDays) is { } report && !facts.Settled.Contains(report.Name) && (!facts.TakenBy.TryGetValue(report.Name, out var taker) || taker == recipient))
            {
                // The same for each of staff and each step.
                var content = contents.GetValueOrDefault(report.Name) ?? (contents[report.Name] = await book.Content(db, report, cancellationToken));
                var zone = facts.HoursOf(recipient).Zone;
                said.Add(new ComingNotice(at, zone, [recipient], ReportReminderMessage.Render(report, content, taker is not null, at.InZone(zone).Date).Text));
            }
        }

        return new ComingNotices("The fund's own reports, to staff", ComingNotice.Together(said, clock.Zone), []);
    }
}
