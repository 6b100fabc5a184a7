using AoBot.Conversations;
using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Reminders;
using AoBot.Updates;
using AoBot.Updates.Reminders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Reports.Reminders;

/// <summary>Reads from the rows what decides about the fund's own reports.</summary>
public sealed class ReportBook(ReminderBook reminders, UpdatesLedger ledger, Settings settings, ProgramClock clock)
{
    public async Task<ReportReminderFacts> Read(AoBotDbContext db, CancellationToken cancellationToken)
    {
        var chosen = await ReminderBook.Switch(db, cancellationToken);
        var published = await db.PublishedReports.AsNoTracking().Include(p => p.Months).Where(p => p.Kind == PublishedReportKind.Monthly).ToListAsync(cancellationToken);
        var quarters = await db.TacReports.AsNoTracking().Select(r => new { r.Year, r.Quarter }).ToListAsync(cancellationToken);
        var waived = await db.ReportWaivers.AsNoTracking().Select(w => w.Report).ToListAsync(cancellationToken);
        var zones = await db.People.AsNoTracking().Where(p => p.ZoneId != null).ToDictionaryAsync(p => p.SlackId, p => p.ZoneId!, StringComparer.Ordinal, cancellationToken);
        var wishes = await db.ReminderPreferences.AsNoTracking().Where(p => p.Hour != null).ToDictionaryAsync(p => p.SlackId, p => p.Hour, StringComparer.Ordinal, cancellationToken);
        var notices = await db.Notices.AsNoTracking().Where(n => n.Kind == ReportReminderPolicy.NoticeKind).Select(n => new { n.Key, n.Recipient, n.State }).ToListAsync(cancellationToken);
        var rules = settings.ReminderRules;
        return new ReportReminderFacts
        {
            DueDays = settings.DueDays,
            Zone = clock.Zone,
            Staff = reminders.Staff,
            HoursOf = id => new ReminderHours(wishes.GetValueOrDefault(id) ?? rules.From, rules.QuietFrom, DateTimeZoneProviders.Tzdb.GetZoneOrNull(zones.GetValueOrDefault(id, "")) ?? clock.Zone),
            Since = chosen.Mode == ReminderMode.Off ? Instant.MaxValue : chosen.Since,
            Settled = published.SelectMany(p => p.Months).Select(m => OwedReport.NameOf(m.Month))
                .Concat(quarters.Select(q => OwedReport.NameOf(q.Year, q.Quarter)))
                .Concat(waived).ToHashSet(StringComparer.Ordinal),
            TakenBy = await db.ReportClaims.AsNoTracking().ToDictionaryAsync(c => c.Report, c => c.TakenBy, StringComparer.Ordinal, cancellationToken),
            Recorded = notices.Select(n => ReportReminderPolicy.KeyOf(ReportReminderPolicy.StepOf(n.Key), n.Recipient)).ToHashSet(StringComparer.Ordinal),
            ToldTogether = notices.Where(n => (n.State is NoticeState.Sending or NoticeState.Sent or NoticeState.Unknown) && ReportReminderPolicy.IsTogether(n.Recipient)).Select(n => ReportReminderPolicy.StepOf(n.Key)).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>What is in of a month and what is not, for staff.</summary>
    public async Task<ReportContent> Content(AoBotDbContext db, OwedReport report, CancellationToken cancellationToken)
    {
        var picture = await LedgerPicture.Read(ledger, db, clock, Audience.Staff, cancellationToken);

        // Who reports by the quarter owes nothing to the report of a month within it, but what came all the same is in.
        var cells = (picture.Reading?.Coverage ?? []).Where(c => c.Month == report.Month && c.Owed && (c.DueDay <= report.Due || c.State is CoverageState.Received or CoverageState.InReview)).ToList();
        var names = (picture.Reading?.Partners ?? []).ToDictionary(p => p.Key, p => p.Name, StringComparer.OrdinalIgnoreCase);
        return new ReportContent(
            Of(CoverageState.Received),
            Of(CoverageState.InReview),
            Of(CoverageState.Due, CoverageState.NotIn, CoverageState.NotYetAsked));

        IReadOnlyList<string> Of(params CoverageState[] states) => [.. cells.Where(c => states.Contains(c.State)).Select(c => names.GetValueOrDefault(c.Partner, c.Partner)).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>What a monthly report can be made of.</summary>
/// <param name="Received">By name.</param>
/// <param name="InReview">Waiting for a merge.</param>
/// <param name="NotYet">Of whom nothing is in.</param>
public sealed record ReportContent(IReadOnlyList<string> Received, IReadOnlyList<string> InReview, IReadOnlyList<string> NotYet);
