using AoBot.Conversations;
using AoBot.Outbox;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>What one feature is going to say, rendered for staff.</summary>
public static class ComingNoticesMessage
{
    private const int MostShown = 6;
    private const int MostNamed = 3;
    private const int LongestText = 600;

    /// <param name="coming">What it is going to say.</param>
    /// <param name="names">What people are called, by their id, as far as it is known.</param>
    /// <param name="today">The program's day.</param>
    public static Answer Render(ComingNotices coming, IReadOnlyDictionary<string, string> names, LocalDate today)
    {
        var count = coming.Said.Count == 0 ? "nothing" : "message".ToQuantity(coming.Said.Sum(n => n.Recipients.Count));
        var (blocks, texts) = (new List<Block> { Parts.Section(Mrkdwn.Of($"*{coming.Title}:* {count}.")) }, new List<string> { $"{coming.Title}: {count}." });
        var (said, later) = Cut.To(coming.Said, MostShown);
        foreach (var notice in said)
        {
            var (head, body) = (Head(notice, names, today), PlainText.Truncate(notice.Text, LongestText));
            blocks.Add(Parts.Section(Mrkdwn.Join("\n", [Mrkdwn.Of($"*{head}*"), Mrkdwn.Of($"{body}")])));
            texts.Add($"{head}: {body}");
        }

        if (later > 0)
        {
            var more = $"And later {"more message".ToQuantity(coming.Said.Skip(said.Count).Sum(n => n.Recipients.Count))}.";
            blocks.Add(Parts.Section(Mrkdwn.Of($"{more}")));
            texts.Add(more);
        }

        if (coming.NotSaid.Count > 0)
        {
            var (silent, left) = Cut.To(coming.NotSaid, MostShown);
            IReadOnlyList<string> lines = [.. silent.Select(n => $"{Head(n, names, today)}: {n.Text}"), .. left > 0 ? [$"+ {left} more"] : Array.Empty<string>()];
            blocks.Add(Parts.List("Planned, and not sent as things are", lines.Select(l => Mrkdwn.Of($"• {l}"))));
            texts.Add($"Planned, and not sent as things are: {string.Join("; ", lines)}.");
        }

        if (coming.Unread > 0)
        {
            var unread = $"Later {(coming.Unread == 1 ? "one is" : $"{coming.Unread} are")} planned that I did not look into; fewer days show all.";
            blocks.Add(Parts.Section(Mrkdwn.Of($"{unread}")));
            texts.Add(unread);
        }

        return new Answer(string.Join(" ", texts), blocks) { IsShareable = false };
    }

    private static string Head(ComingNotice notice, IReadOnlyDictionary<string, string> names, LocalDate today)
    {
        var (named, left) = Cut.To(notice.Recipients, MostNamed);
        var to = string.Join(", ", named.Select(r => r[0] is 'C' or 'G' ? "the channel" : names.GetValueOrDefault(r, r)));
        return $"{DayWords.Day(notice.At.InZone(notice.Zone).Date, today)}, {DayWords.Time(notice.At, notice.Zone.Id)}, to {to}{(left > 0 ? $" and {left} more" : "")}";
    }
}
