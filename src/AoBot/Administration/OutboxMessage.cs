using System.Globalization;
using AoBot.Conversations;
using AoBot.Outbox;
using AoBot.Slack.Blocks;

namespace AoBot.Administration;

/// <summary>The outbox, rendered for staff.</summary>
public static class OutboxMessage
{
    private const int MostShown = 5;

    /// <param name="picture">What there is.</param>
    /// <param name="noted">What was just done.</param>
    public static Answer Render(OutboxPicture picture, string? noted = null)
    {
        var (blocks, texts) = (new List<Block>(), new List<string>());
        if (noted is not null)
        {
            Say(noted);
        }

        if (picture.Stopped is { } stopped)
        {
            Say($"Nothing is sent now. {stopped}.");
        }

        if (picture.Planned == 0)
        {
            Say("Nothing is planned.");
        }
        else
        {
            var left = picture.Planned - picture.Next.Count;
            blocks.Add(Parts.List($"{"message".ToQuantity(picture.Planned)} planned", [.. picture.Next.Select(n => Line(n, picture)), .. left > 0 ? [Mrkdwn.Of($"+ {left} more")] : (Mrkdwn[])[]]));
            texts.Add($"{"message".ToQuantity(picture.Planned)} planned: {string.Join("; ", picture.Next.Select(n => $"{n.Key} {When(n, picture)}{Why(n)}"))}{(left > 0 ? $"; {left} more" : "")}.");
        }

        Troubled("Uncertain: they may have arrived or not", "uncertain", picture.Uncertain);
        Troubled("Not sent: they cannot be sent as things are", "not sent", picture.Failed);
        if (picture.Uncertain.Count + picture.Failed.Count == 0)
        {
            Say("Nothing is uncertain, and nothing failed.");
        }

        return new Answer(string.Join(" ", texts), blocks) { IsShareable = false };

        void Say(string words)
        {
            blocks.Add(Parts.Section(Mrkdwn.Of($"{words}")));
            texts.Add(words);
        }

        void Troubled(string title, string state, IReadOnlyList<Notice> notices)
        {
            if (notices.Count == 0)
            {
                return;
            }

            var (shown, left) = Cut.To(notices, MostShown);
            blocks.Add(Parts.Section(Mrkdwn.Of($"*{title}*")));
            foreach (var notice in shown)
            {
                blocks.Add(Parts.Section(Line(notice, picture)));
                blocks.Add(new ActionsBlock([Retry(notice), Drop(notice)]) { BlockId = string.Create(CultureInfo.InvariantCulture, $"outbox.{notice.Id}") });
            }

            if (left > 0)
            {
                Say($"+ {left} more, which come when these are done with.");
            }

            texts.Add($"{notices.Count} {state}: {string.Join("; ", shown.Select(n => $"{n.Key}{Why(n)}"))}.");
        }
    }

    private static Button Retry(Notice notice) => new(RetryNoticeAction.ActionId, "Send again")
    {
        Value = ValueOf(notice),
        Confirm = notice.State != NoticeState.Unknown ? null : new ConfirmDialog(
            "Send it again?",
            new PlainText("It may have arrived already: please look there first. If it did, choose Drop."),
            "Send again",
            "Not yet"),
    };

    private static Button Drop(Notice notice) => new(DropNoticeAction.ActionId, "Drop") { Value = ValueOf(notice), AccessibilityLabel = "Drop: it is not sent any more" };

    private static string ValueOf(Notice notice) => notice.Id.ToString(CultureInfo.InvariantCulture);

    private static Mrkdwn Line(Notice notice, OutboxPicture picture) =>
        Mrkdwn.Of($"• `{notice.Key}` to {picture.Names.GetValueOrDefault(notice.Recipient, notice.Recipient)}, {When(notice, picture)}{Why(notice)}");

    private static string When(Notice notice, OutboxPicture picture) =>
        $"{DayWords.Day(notice.NotBefore.InZone(picture.Zone).Date, picture.Today)} at {DayWords.Time(notice.NotBefore, picture.Zone.Id)}";

    private static string Why(Notice notice) => notice.Reason is { } reason ? $" ({reason})" : "";
}
