using System.Globalization;
using AoBot.Conversations;
using AoBot.Slack.Blocks;
using Humanizer;
using NodaTime;

namespace AoBot.Reports.Reminders;

/// <summary>A reminder of a report, rendered for staff.</summary>
public static class ReportReminderMessage
{
    public const string GotItId = "report.got_it";

    /// <param name="report">Which.</param>
    /// <param name="content">What it can be made of.</param>
    /// <param name="isTaken">Whether the reader has said that they see to it.</param>
    /// <param name="today">The reader's day.</param>
    public static MessageBody Render(OwedReport report, ReportContent content, bool isTaken, LocalDate today)
    {
        var name = Name(report, today);
        var title = report.Due == today ? $"{name} is due today" : report.Due > today ? $"{name} is due on {DayWords.Day(report.Due, today)}" : $"{name} is not out yet (it was due on {DayWords.Day(report.Due, today)})";
        List<string> lines = report.Kind == OwedReport.Tac ? [] :
        [
            Line("In", content.Received),
            .. content.InReview.Count > 0 ? [Line("Waiting for a review", content.InReview)] : (string[])[],
            report.Due == today && content.NotYet.Count > 0 ? $"Due today as well: {"update".ToQuantity(content.NotYet.Count)} ({content.NotYet.Humanize("and")})" : Line("Not in yet", content.NotYet),
        ];
        var settles = report.Kind == OwedReport.Tac ? "It is settled when the report is read in: import FILE." : $"When it is out: /ao report done LINK {Typed(report)}.";
        var how = $"{settles} If there is none this time: /ao report waive {Typed(report)} REASON.";
        return new MessageBody(
            PlainText.Truncate(string.Join(" ", [$"{title}.", .. lines.Select(l => $"{l}."), how]), BlockLimits.MessageText),
            [
                Parts.Section(Mrkdwn.Join("\n", [Mrkdwn.Of($"*{title}*"), .. lines.Select(l => Mrkdwn.Of($"• {l}"))])),
                .. isTaken ? [] : (Block[])[new ActionsBlock([new Button(GotItId, "I've got it") { Value = report.Name, AccessibilityLabel = PlainText.Truncate($"I've got it: {name}", 75) }])],
                Parts.Note(Mrkdwn.Of($"{how} {(isTaken ? "You said that you see to it, so I write to you alone." : "Whoever says \"I've got it\" spares the others the next ones.")}")),
            ]);
    }

    /// <summary><c>The monthly report for June</c>, <c>The TAC report for 2024-Q2</c>.</summary>
    public static string Name(OwedReport report, LocalDate today) =>
        report.Kind == OwedReport.Tac ? $"The TAC report for {report.Period}" : $"The monthly report for {DayWords.Month(report.Month, today)}";

    /// <summary>As it is typed behind a word: <c>june</c>, <c>tac Q2</c>. Whoever reads it weeks later still speaks of this report.</summary>
    public static string Typed(OwedReport report) => report.Kind == OwedReport.Tac ? $"tac Q{(report.Month.Month + 2) / 3}" : report.Month.OnDayOfMonth(1).ToString("MMMM", CultureInfo.InvariantCulture).ToLowerInvariant();

    private static string Line(string title, IReadOnlyList<string> names) => $"{title}: {(names.Count == 0 ? "nobody" : names.Humanize("and"))}";
}
