using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.Slack.Blocks;
using Humanizer;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>What staff hear about updates, rendered. It is theirs alone: who was reminded, and why somebody could not be.</summary>
public static class StaffLineMessage
{
    private const int LinesShown = 12;

    public static MessageBody Render(StaffLineItem item)
    {
        var months = item.Months.Select(m => DayWords.Month(m, item.Today)).Humanize("and");
        return item.Kind switch
        {
            UpdateNotices.StillRunning => Message(
                $"Is {item.Name} still running?",
                $"Nothing came for two periods in a row, now {months}. Still running, paused, ended? Until something comes I ask them for nothing more; if it still runs, there is nothing to press.",
                item,
                new Ask($"engagement pause {item.Partner}", "It is paused…"),
                new Ask($"engagement end {item.Partner}", "It has ended…")),
            UpdateNotices.ReviewWaiting => Message(
                $"{item.Name}: {months} waits for us",
                $"{(item.Link?.Label is { } label ? $"The {label}" : "The pull request")} {(item.Since is { } since ? $"has been open since {DayWords.Day(since, item.Today)}" : "is open")} and waits for a review. The partner has done their part.",
                item,
                new Ask($"update {item.Partner}", "Month by month")),
            UpdateNotices.Question => Message(
                $"{item.Name}: I'm not sure about a file",
                $"{(item.Link?.Label is { } file ? $"{file}: " : "")}{item.Why ?? "I can't tell what it is"}. While this is open nobody is asked for what it may cover.",
                item,
                new Ask("admin questions", "Answer it")),
            _ => Message(
                $"{item.Name}: {months} is not in",
                item.Told.Count > 0 ? "I have asked as often as I do, and write no more about it. It is in your hands now."
                    : item.Letters.Count > 0 ? "I could ask none of them in Slack. All I had were letters for you to pass on, and there will be no more. It is in your hands now."
                    : "Nobody was asked, so it is in your hands.",
                item,
                new Ask($"update {item.Partner}", "Month by month"),
                new Ask($"engagement {item.Partner}", "The engagement")),
        };
    }

    public static MessageBody Digest(DigestContent content, Roster roster, LocalDate today)
    {
        var names = roster.Rows.ToDictionary(r => r.Key, r => r.Name, StringComparer.OrdinalIgnoreCase);
        var parts = new List<(string Title, IReadOnlyList<string> Lines)>
        {
            ("Waits for a review", [.. content.Waiting.Select(c => $"{NameOf(c.Partner)}, {DayWords.Month(c.Month, today)}{(c.Since is { } since ? $" (since {DayWords.Day(since.InUtc().Date, today)})" : "")}")]),
            ("Not in, and in your hands", [.. content.Open.Select(c => $"{NameOf(c.Partner)}, {DayWords.Month(c.Month, today)}")]),
            ("Nobody can be written to", content.Unreachable),
            ("Not clear to me", content.Questions == 0 ? [] : [$"{"question".ToQuantity(content.Questions)} about files or folders"]),
        };
        var (blocks, texts) = (new List<Block> { Parts.Header("What waits for you this week") }, new List<string> { "What waits for you this week." });
        foreach (var (title, lines) in parts.Where(p => p.Lines.Count > 0))
        {
            var (shown, left) = Cut.To(lines, LinesShown);
            IReadOnlyList<string> all = left > 0 ? [.. shown, $"and {left} more"] : shown;
            blocks.Add(Parts.List(title, all.Select(l => Mrkdwn.Of($"• {l}"))));
            texts.Add($"{title}: {string.Join("; ", all)}.");
        }

        blocks.Add(new ActionsBlock([.. new[] { new Ask("update", "All updates") }.Concat(content.Questions > 0 ? [new Ask("admin questions", "Questions")] : []).Select(AskAction.Button)]));
        return new MessageBody(PlainText.Truncate(string.Join(" ", texts), BlockLimits.MessageText), blocks);

        string NameOf(string key) => names.GetValueOrDefault(key, key);
    }

    private static MessageBody Message(string title, string words, StaffLineItem item, params Ask[] asks)
    {
        // Who was asked is of what is not in; the others are about what lies with staff.
        List<string> lines = item.Kind is UpdateNotices.ReviewWaiting or UpdateNotices.Question ? [] : [.. item.Told.Select(t => $"Told: {t}"), .. item.Letters.Select(l => $"To pass on: {l}"), .. item.NotReached.Select(n => $"Not reached: {n}")];
        var link = item.Link is { } known ? Mrkdwn.Of($"{known.ToMrkdwn()}") : Mrkdwn.Empty;
        return new MessageBody(
            PlainText.Truncate(string.Join(" ", [title.EndsWith('?') ? title : $"{title}.", words, .. lines.Select(l => $"{l}."), .. item.Link?.Page is { } page ? [page.AbsoluteUri] : (string[])[]]), BlockLimits.MessageText),
            [
                Parts.Section(Mrkdwn.Join("\n", [Mrkdwn.Of($"*{title}*"), Mrkdwn.Of($"{words}"), .. lines.Take(LinesShown).Select(l => Mrkdwn.Of($"• {l}")), .. link.IsEmpty ? [] : (Mrkdwn[])[link]])),
                new ActionsBlock([.. asks.Select(AskAction.Button)]),
                Parts.Note(Mrkdwn.Of($"Why you get this: {(item.Partner is null ? "all of staff do" : "you look after them, or nobody else is named")}. `/ao remind preview` shows what comes next.")),
            ]);
    }
}
