using System.Text.RegularExpressions;
using AoBot.Conversations;
using AoBot.Persistence;
using AoBot.Updates;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Reports.Reminders;

/// <summary><c>/ao report</c>: how the fund's next reports stand; <c>done LINK</c> and <c>waive REASON</c> settle one, after a look.</summary>
public sealed partial class ReportCommand(IDbContextFactory<AoBotDbContext> contexts, ReportBook book, ProgramClock clock) : IWord
{
    private const int LongestReason = 300;

    public WordHelp Help { get; } = new(
        "report",
        "For staff: the fund's own reports, and that one is out",
        new Usage("report", "which is due next, what is in and what is not"),
        new Usage("report done LINK", "the month's report is out; report done LINK may, june where it is of other months"),
        new Usage("report waive REASON", "there is none this time; report waive june REASON where it is another month's"),
        new Usage("report waive tac REASON", "there is no TAC report of the quarter; report waive Q2 REASON where it is another quarter's"));

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        if (request.Audience != Audience.Staff)
        {
            return Parts.Short("The fund's staff see to its reports. Those that are out: `/ao about`.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await book.Read(db, cancellationToken);
        var usual = ReportAskedPolicy.Monthly(facts, clock.Today);
        var (first, rest) = request.Argument.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var word, var behind] => (word, behind),
            [var word] => (word, ""),
            _ => ("", ""),
        };
        switch (first.ToLowerInvariant())
        {
            case "done":
                return await Done(db, facts, rest, usual, cancellationToken);
            case "waive":
                return Waive(facts, rest, usual);
            default:
                var named = ReportAskedPolicy.Read(request.Argument, facts, clock.Today).Report;
                var open = await Open(db, facts, named ?? usual, cancellationToken) ?? (named is null ? await UnannouncedReports.Noted(db, clock.Now, cancellationToken) : null);
                return ReportMessage.Offering(await Standing(db, facts, named ?? usual, cancellationToken), open);
        }
    }

    private async Task<Answer> Done(AoBotDbContext db, ReportReminderFacts facts, string typed, OwedReport usual, CancellationToken cancellationToken)
    {
        if (typed.Split(' ').Contains(OwedReport.Tac, StringComparer.OrdinalIgnoreCase))
        {
            return Parts.Short("The TAC report is out when it is read in: `import FILE`. If there is none this time: `/ao report waive tac REASON`.");
        }

        if (Link().Match(typed) is not { Success: true, Value: var link } || !Uri.TryCreate(link, UriKind.Absolute, out var url))
        {
            var report = ReportAskedPolicy.Read(typed, facts, clock.Today).Report ?? usual;
            return facts.Settled.Contains(report.Name)
                ? ReportMessage.Offering(ReportMessage.Settled(report, clock.Today), await Open(db, facts, report, cancellationToken))
                : Parts.Short("Which link? For instance `/ao report done https://example.org/report`.");
        }

        var named = Months(typed.Replace(link, "", StringComparison.Ordinal));
        var noted = await db.PublishedReports.AsNoTracking().Include(p => p.Months).FirstOrDefaultAsync(p => p.Url == url.AbsoluteUri && p.Kind == PublishedReportKind.Monthly, cancellationToken);
        return noted is { Months: [var settled, ..] } && named.All(noted.Settles)
            ? ReportMessage.Offering(ReportMessage.NotedAlready(ReportMessage.TitleOf(noted)), await UnannouncedReports.Of(db, settled.Month, cancellationToken))
            : ReportMessage.AskDone(url, named.Count > 0 ? named : [usual.Month], clock.Today);
    }

    private static async Task<Announceable?> Open(AoBotDbContext db, ReportReminderFacts facts, OwedReport report, CancellationToken cancellationToken) =>
        report.Kind == OwedReport.Monthly && facts.Settled.Contains(report.Name) ? await UnannouncedReports.Of(db, report.Month, cancellationToken) : null;

    private Answer Waive(ReportReminderFacts facts, string typed, OwedReport usual)
    {
        var (named, reason) = ReportAskedPolicy.Read(typed, facts, clock.Today);
        var report = named ?? usual;
        return facts.Settled.Contains(report.Name) ? ReportMessage.Settled(report, clock.Today)
            : reason.Length == 0 ? Parts.Short($"And why? For instance `/ao report waive {ReportReminderMessage.Typed(report)} {(report.Kind == OwedReport.Tac ? "we report at the meeting" : "we write one for two months")}`.")
            : ReportMessage.AskWaive(report, reason.Length > LongestReason ? reason[..LongestReason] : reason, clock.Today);
    }

    private async Task<Answer> Standing(AoBotDbContext db, ReportReminderFacts facts, OwedReport report, CancellationToken cancellationToken) => facts.Settled.Contains(report.Name)
        ? ReportMessage.Settled(report, clock.Today)
        : ReportMessage.Standing(report, await book.Content(db, report, cancellationToken), facts.TakenBy.ContainsKey(report.Name), clock.Today);

    /// <summary>The months that were typed behind the link.</summary>
    private IReadOnlyList<YearMonth> Months(string typed) =>
        [.. typed.Split([",", " and ", " "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => UpdatesAsked.Parse(t, clock.Today).Month).OfType<YearMonth>().Distinct().Order()];

    [GeneratedRegex("https://[^ <>\"]+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
