using AoBot.Conversations;
using AoBot.Slack.Blocks;

namespace AoBot.Updates;

/// <summary>What is one person's own, rendered. Kind to contacts; it fits into a message, a window and Home.</summary>
public static class MineMessage
{
    private const int MonthsShown = 4;
    private const int EngagementsShown = 12;

    /// <summary>In a channel nobody is told what somebody owes, not even the asker.</summary>
    public static Answer NotHere { get; } = Parts.Short("What you owe is between you and me. Type `/ao mine`: only you see the answer.");

    public static Answer Render(MinePicture mine)
    {
        var picture = mine.Picture;
        var (isNobodys, blocks, texts) = (mine.IsNobodys, new List<Block>(), new List<string>());
        Add("What you owe", mine.AsContact, Audience.Public);
        Add("What you look after", mine.AsOwner, Audience.Staff);
        if (isNobodys)
        {
            var words = Nobodys(picture);
            blocks.Add(Parts.Section(Mrkdwn.Of($"{words}")));
            texts.Add(words.Replace("`", "", StringComparison.Ordinal));
        }

        if (mine.Questions > 0)
        {
            var words = $"{"question".ToQuantity(mine.Questions)} about files or folders {(mine.Questions == 1 ? "waits" : "wait")} for one of the staff";
            blocks.Add(Parts.Section(Mrkdwn.Of($"*{words}*: `/ao admin questions`")));
            texts.Add($"{words}: /ao admin questions.");
        }

        if (picture.Reading is null && !isNobodys)
        {
            var words = ReadingMessage.Nothing(picture);
            blocks.Add(Parts.Section(Mrkdwn.Of($"{words}")));
            texts.Add(words.Replace("`", "", StringComparison.Ordinal));
        }
        else if (picture.Reading is not null)
        {
            blocks.Add(Parts.Note(isNobodys ? ReadingMessage.Age(picture) : Mrkdwn.Of($"Up to {DayWords.Month(picture.Month, picture.Today)}: {CoverageWords.Legend} · {ReadingMessage.Age(picture)}")));
            texts.Add(ReadingMessage.AgeInWords(picture));
        }

        return new Answer(string.Join(" ", texts), blocks)
        {
            IsShareable = false,
            Asks = [new Ask("update", "All updates"), .. mine.AsContact.Count > 0 ? [new Ask("settings", "Your reminders…"), new Ask("away", "I'm away…")] : (Ask[])[], .. mine.Questions > 0 ? [new Ask("admin questions", "Questions")] : (Ask[])[]],
        };

        void Add(string title, IReadOnlyList<MineEngagement> engagements, Audience audience)
        {
            if (engagements.Count == 0)
            {
                return;
            }

            var (shown, left) = Cut.To([.. engagements.OrderByDescending(e => e.Open.Any(c => c.State != CoverageState.InReview)).ThenByDescending(e => e.Open.Count)], EngagementsShown);
            blocks.Add(Parts.Header(title));
            blocks.AddRange(shown.Select(e => Parts.Section(Section(e, picture, audience))));
            texts.Add($"{title}: {string.Join(" ", shown.Select(e => $"{e.Row.Name}: {string.Join("; ", Lines(e, picture, audience).Select(l => l.Text))}."))}");
            if (left > 0)
            {
                blocks.Add(Parts.Note(Mrkdwn.Of($"+ {left} more: `/ao update`")));
                texts.Add($"{left} more: /ao update.");
            }
        }
    }

    private static Mrkdwn Section(MineEngagement engagement, LedgerPicture picture, Audience audience)
    {
        var strip = picture.Reading is null ? Mrkdwn.Empty : Mrkdwn.Of($"  {CoverageWords.Strip(engagement.Months, picture.Month, audience)}");
        return Mrkdwn.Join("\n", [Mrkdwn.Of($"*{engagement.Row.Name}*{strip}"), .. Lines(engagement, picture, audience).Select(l => Mrkdwn.Of($"• {l.Words}"))]);
    }

    private static IEnumerable<(Mrkdwn Words, string Text)> Lines(MineEngagement engagement, LedgerPicture picture, Audience audience)
    {
        if (picture.Reading is null)
        {
            yield break;
        }

        var (open, left) = Cut.To(engagement.Open, MonthsShown);
        foreach (var cell in open)
        {
            yield return Line(cell, picture, audience);
        }

        if (left > 0)
        {
            yield return (Mrkdwn.Of($"+ {left} more: `/ao update {engagement.Row.Key}`"), $"{left} more: /ao update {engagement.Row.Key}");
        }

        if (engagement.Open.Count == 0)
        {
            yield return engagement.Received is { } received ? Line(received, picture, audience) : Same("nothing is open");
        }

        if (engagement.Next is { } next)
        {
            yield return Same($"{DayWords.Month(next.Month, picture.Today)}: due {DayWords.Day(next.DueDay, picture.Today)}");
        }
    }

    private static (Mrkdwn Words, string Text) Line(CoverageCell cell, LedgerPicture picture, Audience audience)
    {
        var link = UpdateLink.Of(cell, picture.Ledger.State);
        var isIn = cell.State is CoverageState.Received or CoverageState.InReview;
        // Whoever is asked may know the day, in time or not.
        var when = isIn ? CoverageWords.When(cell, audience, picture.Today, picture.Zone) : $"due {DayWords.Day(cell.DueDay, picture.Today)}";
        var words = $"{DayWords.Month(cell.Month, picture.Today)}: {CoverageWords.State(cell, audience)}, {when}{(isIn && audience == Audience.Public ? ", thank you" : "")}";
        return link is null ? Same(words) : (Mrkdwn.Of($"{words} · {link.ToMrkdwn()}"), $"{words}, {link.Label}");
    }

    private static (Mrkdwn Words, string Text) Same(string words) => (Mrkdwn.Of($"{words}"), words);

    private static string Nobodys(LedgerPicture picture) =>
        picture.Audience == Audience.Staff ? "You look after no engagement, as far as the roster says. `/ao engagement NAME` and its button Edit name who looks after one."
        : !picture.Ledger.HasRoster ? "I don't know yet who reports for which partner, so I ask nothing of you."
        : "You owe nothing: I know you as nobody's contact. If you report for a partner, please tell the fund's staff, so that they name you here in Slack.";
}
