using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.Outbox;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>What a partner would read, shown to staff before it is sent.</summary>
public static class RemindByHandMessage
{
    public const string SendId = "remind.by_hand";

    public static Answer Render(RosterRow row, NoticePlan plan, IReadOnlyList<ReminderItem> items, string whom, DateTimeZone zone, LocalDate today)
    {
        var when = $"{DayWords.Day(plan.NotBefore.InZone(zone).Date, today)}, {DayWords.Time(plan.NotBefore, zone.Id)}";
        var text = UpdateReminderMessage.Render(items, today, null).Text;
        return new Answer(
            $"{whom} of {row.Name} would read, on {when}: {text} It counts as one of the reminders of its month.",
            [
                Parts.Section(Mrkdwn.Join("\n", [Mrkdwn.Of($"*{whom} of {row.Name} would read, on {when}*"), Mrkdwn.Of($"{text}")])),
                new ActionsBlock([new Button(SendId, "Send it") { Value = row.Key, Style = ButtonStyle.Primary }]),
                Parts.Note(Mrkdwn.Of($"It counts as one of the reminders of its month. Nothing was sent yet.")),
            ])
        { IsShareable = false };
    }
}
