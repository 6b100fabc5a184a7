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
    /// <summary>All of it.</summary>
    public static Answer Health(DutyFacts facts, DateTimeZone zone)
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
        return new Answer(
            $"{verdict} {string.Join(". ", lines)}.",
            [Parts.Section(Mrkdwn.Of($"*{verdict}*")), Parts.Section(Mrkdwn.Join("\n", lines.Select(line => Mrkdwn.Of($"• {line}"))))])
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

    /// <summary>What is told once of a duty that is not done.</summary>
    public static MessageBody Told(Trouble trouble)
    {
        var words = $"I need one of the staff: {trouble.Words}. How all of it stands: ";
        return new MessageBody($"{words}/ao admin health", [Parts.Section(Mrkdwn.Of($"{words}`/ao admin health`"))]);
    }
}
