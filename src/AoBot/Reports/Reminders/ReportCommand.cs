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
        new Usage("report waive REASON", "there is none this time"));

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        if (request.Audience != Audience.Staff)
        {
            return Parts.Short("The fund's staff see to its reports. Those that are out: `/ao about`.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await book.Read(db, cancellationToken);
        var month = clock.DueDays.MonthSpokenOf(clock.Today);
        var report = OwedReport.OfMonth(month, facts.DueDays);
        switch (request.Argument.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries))
        {
            case [var done, var rest] when done.Equals("done", StringComparison.OrdinalIgnoreCase):
                return Link().Match(rest) is { Success: true, Value: var link } && Uri.TryCreate(link, UriKind.Absolute, out var url)
                    ? ReportMessage.AskDone(url, Months(rest.Replace(link, "", StringComparison.Ordinal), month), clock.Today)
                    : Parts.Short("Which link? For instance `/ao report done https://example.org/report`.");
            case [var waive, var reason] when waive.Equals("waive", StringComparison.OrdinalIgnoreCase):
                return facts.Settled.Contains(report.Name) ? ReportMessage.Settled(report, clock.Today) : ReportMessage.AskWaive(report, reason.Length > LongestReason ? reason[..LongestReason] : reason, clock.Today);
            default:
                return facts.Settled.Contains(report.Name) ? ReportMessage.Settled(report, clock.Today) : ReportMessage.Standing(report, await book.Content(db, report, cancellationToken), facts.TakenBy.ContainsKey(report.Name), clock.Today);
        }
    }

    /// <summary>The months that were typed behind the link; the one that people speak of where none was.</summary>
    private IReadOnlyList<YearMonth> Months(string typed, YearMonth month)
    {
        var named = typed.Split([",", " and ", " "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => UpdatesAsked.Parse(t, clock.Today).Month).OfType<YearMonth>().Distinct().Order().ToList();
        return named.Count > 0 ? named : [month];
    }

    [GeneratedRegex("https://[^ <>\"]+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
