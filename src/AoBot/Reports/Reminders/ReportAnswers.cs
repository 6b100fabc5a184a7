using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Reports.Reminders;

/// <summary>What staff say of a report of their own, kept: each with its row of the audit, once for each press.</summary>
public sealed class ReportAnswers(WriteGate gate, OutboxSignal signal, ProgramClock clock, Settings settings)
{
    public const string DoneAction = "report.done";

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

    /// <summary>A report is out. One link may settle several months, also one after the other.</summary>
    /// <returns>False where the press was delivered before, or the link is noted for all of them.</returns>
    public Task<bool> Done(string actor, string triggerId, Uri link, IReadOnlyList<YearMonth> months, CancellationToken cancellationToken) => gate.Write(
        async db =>
        {
            var published = await db.PublishedReports.Include(p => p.Months).FirstOrDefaultAsync(p => p.Url == link.AbsoluteUri, cancellationToken);
            if (await db.Audit.AnyAsync(a => a.TriggerId == triggerId, cancellationToken) || (published is not null && months.All(published.Settles)))
            {
                return false;
            }

            published ??= db.Add(new PublishedReport { Url = link.AbsoluteUri, Title = "", Kind = PublishedReportKind.Monthly, SpeaksOf = clock.Today }).Entity;
            List<YearMonth> before = [.. published.Months.Select(m => m.Month).Order()];
            published.Months.AddRange(months.Except(before).Select(m => new PublishedReportMonth { Month = m }).ToList());
            published.Title = published.Title == ReportMessage.Title(before) ? ReportMessage.Title([.. before.Union(months).Order()]) : published.Title;
            (published.Kind, published.SpeaksOf) = (PublishedReportKind.Monthly, LocalDate.Max(published.SpeaksOf, clock.Today));
            db.Audit.Add(new AuditEntry { At = clock.Now, Actor = actor, Action = DoneAction, Subject = string.Join(", ", months.Select(OwedReport.NameOf)), Detail = link.AbsoluteUri, TriggerId = triggerId });
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
                var plan = new NoticePlan(ReportAnnouncementKind.KeyOf(publishedId), ReportAnnouncementKind.Name, settings.ChannelId!, clock.Now) { Data = $"{publishedId}" };
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
