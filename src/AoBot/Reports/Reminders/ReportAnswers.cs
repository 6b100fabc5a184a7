using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Reports.Reminders;

/// <summary>What staff say of a report of their own, kept: each with its row of the audit, once for each press.</summary>
public sealed class ReportAnswers(WriteGate gate, OutboxSignal signal, ProgramClock clock, Settings settings)
{
    /// <summary>The first who says so has it.</summary>
    /// <returns>Who has it.</returns>
    public Task<string> Take(string actor, string triggerId, string report, CancellationToken cancellationToken) => gate.Write(
        async db =>
        {
            if (await db.ReportClaims.AsNoTracking().FirstOrDefaultAsync(c => c.Report == report, cancellationToken) is { } claim)
            {
                return claim.TakenBy;
            }

            db.Add(new ReportClaim { Report = report, TakenBy = actor, TakenAt = clock.Now });
            db.Audit.Add(new AuditEntry { At = clock.Now, Actor = actor, Action = "report.take", Subject = report, TriggerId = triggerId });
            return actor;
        },
        cancellationToken);

    /// <summary>A report is out. One link may settle several months.</summary>
    public Task<bool> Done(string actor, string triggerId, Uri link, IReadOnlyList<YearMonth> months, string title, CancellationToken cancellationToken) => gate.Write(
        async db =>
        {
            if (await db.Audit.AnyAsync(a => a.TriggerId == triggerId, cancellationToken) || await db.PublishedReports.AnyAsync(p => p.Url == link.AbsoluteUri, cancellationToken))
            {
                return false;
            }

            var published = new PublishedReport { Url = link.AbsoluteUri, Title = title, Kind = PublishedReportKind.Monthly, SpeaksOf = clock.Today };
            published.Months.AddRange(months.Select(m => new PublishedReportMonth { Month = m }));
            db.Add(published);
            db.Audit.Add(new AuditEntry { At = clock.Now, Actor = actor, Action = "report.done", Subject = string.Join(", ", months.Select(OwedReport.NameOf)), Detail = link.AbsoluteUri, TriggerId = triggerId });
            return true;
        },
        cancellationToken);

    public Task<bool> Waive(string actor, string triggerId, string report, string reason, CancellationToken cancellationToken) => gate.Write(
        async db =>
        {
            if (await db.Audit.AnyAsync(a => a.TriggerId == triggerId, cancellationToken) || await db.ReportWaivers.AnyAsync(w => w.Report == report, cancellationToken))
            {
                return false;
            }

            db.Add(new ReportWaiver { Report = report, Reason = reason, WaivedBy = actor, WaivedAt = clock.Now });
            db.Audit.Add(new AuditEntry { At = clock.Now, Actor = actor, Action = "report.waive", Subject = report, TriggerId = triggerId });
            return true;
        },
        cancellationToken);

    /// <summary>The link goes to the channel, once.</summary>
    public async Task<bool> Announce(string actor, string triggerId, int publishedId, CancellationToken cancellationToken)
    {
        var planned = await gate.Write(
            async db =>
            {
                var plan = new NoticePlan($"{ReportAnnouncementKind.Name}/{publishedId}", ReportAnnouncementKind.Name, settings.ChannelId!, clock.Now) { Data = $"{publishedId}" };
                if (await db.Audit.AnyAsync(a => a.TriggerId == triggerId, cancellationToken) || !await db.Plan(plan, clock.Now, cancellationToken))
                {
                    return false;
                }

                db.Audit.Add(new AuditEntry { At = clock.Now, Actor = actor, Action = "report.announce", Subject = plan.Key, TriggerId = triggerId });
                return true;
            },
            cancellationToken);
        signal.Wake();
        return planned;
    }
}
