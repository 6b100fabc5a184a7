using System.Globalization;
using AoBot.Conversations;
using AoBot.Health;
using AoBot.Outbox;
using AoBot.Slack.Blocks;
using Humanizer;
using NodaTime;

namespace AoBot.Administration;

/// <summary>The duties, rendered for staff.</summary>
public static class DutiesMessage
{
    private const string RatesTitle = "Reminders for each update";

    /// <param name="facts">How the duties stand.</param>
    /// <param name="rates">How much was asked, month by month; empty while nobody was.</param>
    /// <param name="zone">The program's.</param>
    public static Answer Health(DutyFacts facts, IReadOnlyList<ReminderRate> rates, DateTimeZone zone)
    {
        var troubles = DutyPolicy.Troubles(facts);
        var verdict = troubles.Count == 0 ? "All is well: what I have to do is done." : $"{"thing".ToQuantity(troubles.Count, ShowQuantityAs.Words).Transform(To.SentenceCase)} {(troubles.Count == 1 ? "needs" : "need")} you: {troubles.Select(t => t.Words).Humanize("; and ")}.";
        string[] lines =
        [
            $"Partners' repository: {(facts.ReadAt is { } read ? $"last read {When(read)}" : "not read yet")}{(facts.ReadFailure is { } failure ? $"; the last try failed: {failure}" : "")}",
            $"Messages: {Count(NoticeState.Planned) + Count(NoticeState.Sending)} planned, {Count(NoticeState.Unknown)} uncertain, {Count(NoticeState.Dead)} failed",
            $"Events from Slack: {facts.EventsWaiting} waiting, {facts.EventsGivenUp} given up",
            .. facts.Jobs.Select(job => $"Job {job.Name}: {(job.Last is { } last ? $"last run {When(last)}" : "not run yet")}{(job.Next is { } next ? $", next {When(next)}" : "")}"),
        ];
        IReadOnlyList<string> asked = rates.Count == 0 ? ["No reminder has been sent so far"] : [.. rates.Select(Rate)];
        return new Answer(
            $"{verdict} {string.Join(". ", lines)}. {RatesTitle}: {string.Join("; ", asked)}.",
            [
                Parts.Section(Mrkdwn.Of($"*{verdict}*")),
                Parts.Section(Mrkdwn.Join("\n", lines.Select(line => Mrkdwn.Of($"• {line}")))),
                Parts.List(RatesTitle, asked.Select(line => Mrkdwn.Of($"• {line}"))),
                .. rates.Any(r => r.PerUpdate is not null) ? [Chart(rates)] : (Block[])[],
            ])
        {
            IsShareable = false,
            IsKept = false,
            Asks = [new Ask("admin outbox", "Outbox")],
        };

        int Count(NoticeState state) => facts.Notices.GetValueOrDefault(state);

        string When(Instant at)
        {
            var today = facts.Now.InZone(zone).Date;
            return $"{DayWords.Day(at.InZone(zone).Date, today)} at {DayWords.Time(at, zone.Id)}";
        }
    }

    private static string Rate(ReminderRate rate) => rate.PerUpdate is { } perUpdate
        ? string.Create(CultureInfo.InvariantCulture, $"{DayWords.FullMonth(rate.Month)}: {perUpdate:0.00} for each update ({"reminder".ToQuantity(rate.Reminders)}, {"update".ToQuantity(rate.Updates)})")
        : $"{DayWords.FullMonth(rate.Month)}: {"reminder".ToQuantity(rate.Reminders)}, and no update came";

    /// <summary>The same drawn; a month without an update has no rate to draw, and stands at none.</summary>
    private static DataVisualizationBlock Chart(IReadOnlyList<ReminderRate> rates)
    {
        var months = rates.Select(r => $"{r.Month.Month:00}/{r.Month.Year}").ToList();
        return new DataVisualizationBlock(RatesTitle, new BarChart(
            [new ChartSeries("Reminders", [.. rates.Zip(months, (rate, month) => new ChartPoint(month, rate.PerUpdate ?? 0))])],
            new AxisConfig(months, "Month", "For each update")));
    }

    /// <summary>What is told once of a duty that is not done.</summary>
    public static MessageBody Told(Trouble trouble)
    {
        var words = $"I need one of the staff: {trouble.Words}. How all of it stands: ";
        return new MessageBody($"{words}/ao admin health", [Parts.Section(Mrkdwn.Of($"{words}`/ao admin health`"))]);
    }
}
