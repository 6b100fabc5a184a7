using AoBot.Conversations;
using AoBot.Slack.Blocks;
using Humanizer;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>A reminder, rendered: one message for each person, with its answers for each engagement. Warm, short, and never scolding.</summary>
public static class UpdateReminderMessage
{
    public const string SentId = "remind.sent";
    public const string TomorrowId = "remind.tomorrow";
    public const string MoreId = "remind.more";

    /// <summary>The values of the menu.</summary>
    public const string InThreeDays = "three_days";
    public const string NextWeek = "next_week";
    public const string Nothing = "nothing";
    public const string Away = "away";
    public const string NotMe = "not_me";
    public const string Settings = "settings";

    // Each takes a section and a line of buttons, and three blocks stand around them.
    private const int MostItems = 20;

    /// <param name="items">What it asks for, or asked for.</param>
    /// <param name="today">The reader's day.</param>
    /// <param name="where">The page of the repository's folder; none for a clone.</param>
    public static MessageBody Render(IReadOnlyList<ReminderItem> items, LocalDate today, Uri? where)
    {
        var (shown, left) = Cut.To([.. items.OrderBy(i => i.Noted is not null)], MostItems);
        var isAsking = shown.Any(i => i.Noted is null);
        var (blocks, texts) = (new List<Block>(), new List<string>());
        Say(Greeting(shown, today));
        foreach (var item in shown)
        {
            var words = Words(item, today);
            blocks.Add(Parts.Section(Mrkdwn.Join("\n", [Mrkdwn.Of($"*{item.Name}*, {MonthsOf(item, today)}"), Mrkdwn.Of($"{words}"), .. Letter(item, today) is { } letter ? [letter] : (Mrkdwn[])[], .. item is { Noted: null, Page: { } page } ? [Mrkdwn.Link(page, "Open the draft")] : (Mrkdwn[])[]])));
            texts.Add($"{item.Name}, {MonthsOf(item, today)}: {words}{(item is { Noted: null, Page: { } at } ? $" {at.AbsoluteUri}" : "")}");
            if (item is { Noted: null, Kind: not UpdateNotices.Draft })
            {
                blocks.Add(Answers(item));
            }
        }

        if (left > 0)
        {
            Say($"And {left} more: type /ao mine to see them all.");
        }

        if (isAsking)
        {
            if (shown.Any(i => i is { Noted: null, Kind: not UpdateNotices.Draft }))
            {
                var how = "A pull request with the update is enough, in whatever form suits you; an open one counts.";
                blocks.Add(Parts.Section(where is null ? Mrkdwn.Of($"{how}") : Mrkdwn.Of($"{how} {Mrkdwn.Link(where, "Here is the repository")}.")));
                texts.Add(where is null ? how : $"{how} {where.AbsoluteUri}");
            }

            var why = WhyYou(shown);
            blocks.Add(Parts.Note(Mrkdwn.Of($"{why}")));
            texts.Add(why);
        }

        return new MessageBody(PlainText.Truncate(string.Join(" ", texts), BlockLimits.MessageText), blocks);
        void Say(string words)
        {
            blocks.Add(Parts.Section(Mrkdwn.Of($"{words}")));
            texts.Add(words);
        }
    }

    /// <summary>Why somebody gets this, and where to change it.</summary>
    private static string WhyYou(IReadOnlyList<ReminderItem> items) =>
        items.Any(i => i is { Noted: null, Unreachable: not null }) ? "Why you get this: nobody of theirs can be written to in Slack, and you look after them. /ao engagement edit NAME changes whom I ask."
        : items.All(i => i.Noted is not null || i.Kind == UpdateNotices.Draft) ? "Why you get this: you are the contact. I ask about a draft once; /ao settings says when I write."
        : "Why you get this: you are the contact. The menu changes that, and /ao settings when and how often I write.";

    private static string Greeting(IReadOnlyList<ReminderItem> items, LocalDate today)
    {
        var open = items.Where(i => i.Noted is null).ToList();
        return open.Count == 0 ? "Thank you, everything here is settled."
            : open.Exists(i => i.Unreachable is not null) ? "A favor, please: somebody has to be written to by e-mail."
            : open.TrueForAll(i => i.IsAgain) ? "As promised, here I am again."
            : open.DistinctBy(i => (i.Kind, i.IsAgain)).Count() > 1 ? "Hello! A word about your updates."
            : open[0].Kind switch
            {
                UpdateNotices.HeadsUp => "Hello! A friendly heads-up about your update.",
                UpdateNotices.Due when open.TrueForAll(i => i.Due == today) => "Hello! Today is the day for your update.",
                UpdateNotices.Due => "Hello! A word about your update.",
                UpdateNotices.Final => "Hello! One last note from me about your update.",
                UpdateNotices.Draft => "Hello! I see a draft of your update.",
                _ => "Hello! The fund's staff asked me to write to you about your update.",
            };
    }

    private static string Words(ReminderItem item, LocalDate today) => item switch
    {
        { Noted: { } noted } => noted,
        { Kind: UpdateNotices.Draft, Unreachable: { } unreachable } => $"Their draft{Number(item)} has rested for a while, and I can reach nobody in Slack: {unreachable.Why}.",
        { Unreachable: { } unreachable } => $"It is not in yet (due {DayWords.Day(item.Due, today)}), and I can reach nobody in Slack: {unreachable.Why}.",
        { IsAgain: true } => "I don't see it in the repository yet. If it waits elsewhere, please tell the fund's staff.",
        { Kind: UpdateNotices.HeadsUp } => $"Due around {DayWords.Day(item.Due, today)}. No hurry; I only wanted to mention it in good time.",
        { Kind: UpdateNotices.Due } when item.Due == today => "Due today, and not in yet. A few lines are enough.",
        { Kind: UpdateNotices.Final } => $"It was hoped for by {DayWords.Day(item.Due, today)} and is not in yet. After this I write no more about it; a person will take it from here.",
        { Kind: UpdateNotices.Draft } => $"Your draft{Number(item)} has rested for a while. Is it ready for a review? Then mark it as ready, and the rest is ours.",
        _ => $"It is not in yet ({(item.Due < today ? "hoped for by" : "due")} {DayWords.Day(item.Due, today)}).",
    };

    private static string Number(ReminderItem item) => item.PullRequest is { } number ? $" (pull request #{number})" : "";

    private static ActionsBlock Answers(ReminderItem item) => new(
    [
        new Button(SentId, "Already sent") { Value = item.Key, AccessibilityLabel = PlainText.Truncate($"Already sent: the update of {item.Name}", 75) },
        .. item.IsLast ? (BlockElement[])[] : [new Button(TomorrowId, "Remind me tomorrow") { Value = item.Key, AccessibilityLabel = PlainText.Truncate($"Remind me tomorrow of {item.Name}", 75) }],
        new StaticSelect(MoreId)
        {
            Placeholder = "More…",
            Options =
            [
                .. item.IsLast ? (Option[])[] : [new Option(new PlainText("Remind me in 3 days"), InThreeDays), new Option(new PlainText("Remind me next week"), NextWeek)],
                new Option(new PlainText("Nothing this month…"), Nothing),
                new Option(new PlainText("I'm away until…"), Away),
                .. item.Unreachable is null ? [new Option(new PlainText("Not me…"), NotMe)] : (Option[])[],
                new Option(new PlainText("Settings…"), Settings),
            ],
        },
    ])
    { BlockId = ReminderRef.Of(item).ToString() };

    /// <summary>The e-mail that somebody of staff is asked to send, ready to go.</summary>
    private static Mrkdwn? Letter(ReminderItem item, LocalDate today)
    {
        if (item is not { Noted: null, Unreachable: { } unreachable })
        {
            return null;
        }

        var subject = $"Your {MonthsOf(item, today)} update for {item.Name}";
        var text = item.Kind == UpdateNotices.Draft ? $"Hello,\n\nyour draft of the {MonthsOf(item, today)} update for {item.Name} has rested for a while. Is it ready for a review? Then please mark it as ready.\n\nThank you!"
            : $"Hello,\n\nthe {MonthsOf(item, today)} update for {item.Name} {(item.Due < today ? "was hoped for by" : "is due around")} {DayWords.Day(item.Due, today)}, and we have not seen it yet. A few lines in a pull request are enough.\n\nThank you!";
        var letter = new Uri($"mailto:{(unreachable.Address is { } address ? Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal) : "")}?subject={Uri.EscapeDataString(subject)}&body={Uri.EscapeDataString(text)}");
        return Mrkdwn.Link(letter, "Write the e-mail");
    }

    internal static string MonthsOf(ReminderItem item, LocalDate today) => item.Months.Select(m => DayWords.Month(m, today)).Humanize("and");
}
