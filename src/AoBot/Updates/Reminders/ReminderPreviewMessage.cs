using AoBot.Conversations;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>What would be sent, rendered for staff: who would get which text at what local time, and why the others would not.</summary>
public static class ReminderPreviewMessage
{
    private const int RemindersShown = 12;
    private const int LinesShown = 40;

    // So many lines stand in one section; Slack takes 3,000 characters.
    private const int LinesTogether = 10;
    private const int LongestText = 600;

    public static Answer StaffOnly { get; } = Parts.Short("The fund's staff see what I am going to send. What is yours: `/ao mine`.");

    public static Answer Unknown { get; } = Parts.Short("Nobody is known to owe anything yet: I need the roster, and to have read the partners' repository once. `/ao admin questions` and `/ao update` say how far that is.");

    /// <param name="preview">What would be sent.</param>
    /// <param name="facts">What it was worked out from.</param>
    /// <param name="mode">Whether anything is sent at all.</param>
    /// <param name="days">How far it looks.</param>
    /// <param name="today">The program's day.</param>
    public static Answer Render(ReminderPreview preview, ReminderFacts facts, ReminderMode mode, int days, LocalDate today)
    {
        var (blocks, texts) = (new List<Block>(), new List<string>());
        var (shown, _) = Cut.To(preview.Reminders, RemindersShown);
        Say($"{Sending(mode)} In the next {"day".ToQuantity(days)}, if nothing comes and nobody answers, about updates: {(preview.Reminders.Count == 0 ? "nothing" : "message".ToQuantity(preview.Reminders.Count))}.");
        foreach (var (head, body) in shown.Select(r => Line(r, facts, today)))
        {
            blocks.Add(Parts.Section(Mrkdwn.Join("\n", [Mrkdwn.Of($"*{head}*"), Mrkdwn.Of($"{body}")])));
            texts.Add($"{head}: {body}");
        }

        List("And then", [.. preview.Reminders.Skip(shown.Count).Select(r => $"{Head(r, facts, today)}: {About(r, facts, today)}")], "`/ao remind preview 1` shows the next day alone");
        List("Not asked, and why", [.. preview.Silent.Select(s => $"{NameOf(facts, s.Partner)}, {DayWords.Month(s.Month, today)}: {SilenceWords.Of(s.Why)}")], "`/ao update` shows every partner");

        return new Answer(string.Join(" ", texts), blocks) { IsShareable = false };

        void Say(string words)
        {
            blocks.Add(Parts.Section(Mrkdwn.Of($"{words}")));
            texts.Add(words);
        }

        void List(string title, IReadOnlyList<string> all, string rest)
        {
            var (lines, left) = Cut.To(all, LinesShown);
            foreach (var (at, some) in lines.Chunk(LinesTogether).Index())
            {
                blocks.Add(at == 0 ? Parts.List(title, some.Select(Point)) : Parts.Section(Mrkdwn.Join("\n", some.Select(Point))));
            }

            if (lines.Count > 0)
            {
                texts.Add($"{title}: {string.Join("; ", lines)}{(left > 0 ? $"; and {left} more" : "")}.");
            }

            if (left > 0)
            {
                blocks.Add(Parts.Note(Mrkdwn.Of($"And {left} more: {rest}.")));
            }
        }

        static Mrkdwn Point(string line) => Mrkdwn.Of($"• {PlainText.Truncate(line, 240)}");
    }

    /// <summary>What staff read in preview in place of the partners.</summary>
    /// <param name="reminders">What would have been sent today, in order of time.</param>
    /// <param name="facts">What it was worked out from.</param>
    /// <param name="today">The reader's day.</param>
    public static MessageBody OfTheDay(IReadOnlyList<PreviewedReminder> reminders, ReminderFacts facts, LocalDate today)
    {
        var (shown, left) = Cut.To(reminders, RemindersShown);
        var lead = $"Reminders are in preview, so I wrote to nobody but you. If they were on, this would be sent today: {"message".ToQuantity(reminders.Count)}.";
        var lines = shown.Select(r => Line(r, facts, today)).ToList();
        IReadOnlyList<string> more = left > 0 ? [$"And {left} more: /ao remind preview."] : [];
        return new MessageBody(
            PlainText.Truncate(string.Join(" ", [lead, .. lines.Select(l => $"{l.Head}: {l.Body}"), .. more]), BlockLimits.MessageText),
            [
                Parts.Section(Mrkdwn.Of($"{lead}")),
                .. lines.Select(l => Parts.Section(Mrkdwn.Join("\n", [Mrkdwn.Of($"*{l.Head}*"), Mrkdwn.Of($"{l.Body}")]))),
                .. more.Select(m => Parts.Section(Mrkdwn.Of($"{m}"))),
                new ActionsBlock([.. new[] { new Ask("admin reminders on", "Turn them on…"), new Ask("remind preview", "The days to come") }.Select(AskAction.Button)]),
            ]);
    }

    private static (string Head, string Body) Line(PreviewedReminder reminder, ReminderFacts facts, LocalDate today) =>
        (Head(reminder, facts, today),
        PlainText.Truncate(reminder.Items.Count > 0 ? UpdateReminderMessage.Render(reminder.Items, reminder.At.InZone(reminder.Zone).Date, null).Text : About(reminder, facts, today), LongestText));

    private static string Head(PreviewedReminder reminder, ReminderFacts facts, LocalDate today) =>
        $"{DayWords.Day(reminder.At.InZone(reminder.Zone).Date, today)}, {DayWords.Time(reminder.At, reminder.Zone.Id)}, to {SilenceWords.NameOf(facts, reminder.Recipient)}";

    private static string Sending(ReminderMode mode) => mode switch
    {
        ReminderMode.On => "Reminders are on.",
        ReminderMode.Preview => "Reminders are in preview: staff alone hear from me.",
        _ => "Reminders are off: this is what I would send, and nothing leaves.",
    };

    private static string About(PreviewedReminder reminder, ReminderFacts facts, LocalDate today)
    {
        var subjects = string.Join("; ", reminder.Subjects.Where(s => s.Partner is not null).Select(s => $"{NameOf(facts, s.Partner!)}{(s.Month is { } month ? $", {DayWords.Month(month, today)}" : "")}"));
        return reminder.Kind switch
        {
            UpdateNotices.Digest => "The weekly digest of what waits for staff.",
            UpdateNotices.Escalation => $"That I have asked to the end: {subjects}.",
            UpdateNotices.StillRunning => $"The question whether it still runs: {subjects}.",
            UpdateNotices.ReviewWaiting => $"That it waits for a review: {subjects}.",
            UpdateNotices.Question => $"The question about a file: {subjects}.",
            UpdateNotices.HeadsUp => $"the heads-up: {subjects}",
            UpdateNotices.Due => $"the reminder of the due day: {subjects}",
            UpdateNotices.Final => $"the last reminder: {subjects}",
            UpdateNotices.Draft => $"the question about the draft: {subjects}",
            _ => subjects,
        };
    }

    private static string NameOf(ReminderFacts facts, string partner) => facts.Roster.Rows.FirstOrDefault(r => r.Key.Equals(partner, StringComparison.OrdinalIgnoreCase))?.Name ?? partner;
}
