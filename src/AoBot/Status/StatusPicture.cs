using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.Events;
using AoBot.KeyResults;
using AoBot.Persistence;
using AoBot.Reports;
using AoBot.Updates;
using NodaTime;

namespace AoBot.Status;

/// <summary>Everything that the one screen shows, as data.</summary>
/// <param name="Today">The program's day.</param>
/// <param name="Month">The month that the screen speaks of.</param>
/// <param name="ReportDue">When that month's own report is due.</param>
/// <param name="Latest">Where the facts come from; none in an empty database.</param>
/// <param name="Year">The key results of the year; none where none are known.</param>
/// <param name="Next">What is announced, the nearest first.</param>
/// <param name="Published">The fund's report for that month, if it is out.</param>
/// <param name="Partners">The first of the engagements whose pages the latest report links to.</param>
/// <param name="PartnerCount">How many there are.</param>
/// <param name="Unreachable">Engagements that live and have no contact whom AoBot can reach; for staff alone.</param>
/// <param name="Updates">The ledger of the partners' updates.</param>
public sealed record StatusPicture(
    LocalDate Today,
    YearMonth Month,
    LocalDate ReportDue,
    LatestReport? Latest,
    ProgramYear? Year,
    IReadOnlyList<UpcomingEvent> Next,
    PublishedLink? Published,
    IReadOnlyList<PartnerPage> Partners,
    int PartnerCount,
    IReadOnlyList<string> Unreachable,
    LedgerPicture Updates)
{
    public const int PartnersShown = 6;

    public static async Task<StatusPicture> Read(AoBotDbContext db, ProgramClock clock, UpdatesLedger ledger, Audience audience, CancellationToken cancellationToken)
    {
        var updates = await LedgerPicture.Read(ledger, db, clock, audience, cancellationToken);
        var (today, month) = (updates.Today, updates.Month);
        var latest = await LatestReport.Read(db, cancellationToken);
        var year = ProgramYear.Meant(await ProgramYear.Known(db, cancellationToken), today);
        var (partners, count) = latest is null
            ? ([], 0)
            : await PartnerPage.In(db, latest.Id, PartnersShown, cancellationToken);
        return new StatusPicture(
            today,
            month,
            clock.DueDays.DueDay(month),
            latest,
            year is null ? null : await ProgramYear.Read(db, year.Value, cancellationToken),
            await UpcomingEvents.Read(db, today, cancellationToken),
            await PublishedReports.For(db, month, cancellationToken),
            partners,
            count,
            audience == Audience.Staff ? await UnreachablePartners.Read(db, updates.Ledger.Roster, today, cancellationToken) : [],
            updates);
    }
}
