using AoBot.Conversations;
using AoBot.Events;
using AoBot.KeyResults;
using AoBot.Slack.Blocks;
using AoBot.Updates;
using Humanizer;
using NodaTime;

namespace AoBot.Status;

/// <summary>The one screen, rendered.</summary>
public static class StatusMessage
{
    private const int NextShown = 5;
    private const int AttentionShown = 6;
    private const int NotInNamed = 8;
    private const int TitleWords = 10;

    public static Answer Render(StatusPicture picture, Audience audience) =>
        new(Text(picture, audience), [.. Blocks(picture, audience)])
        {
            Asks = picture.Latest is null ? [] : [new Ask("kr", "All key results"), new Ask("engagement", "Engagements"), .. picture.Updates.Reading is null ? [] : (Ask[])[new Ask("update", "All updates")], new Ask("next", "All dates")],
        };

    private static IEnumerable<Block> Blocks(StatusPicture picture, Audience audience)
    {
        yield return Parts.Header(Heading(picture));
        if (picture.Latest is null)
        {
            yield return Parts.Section(Mrkdwn.Of($"I don't know anything about the program yet. Whoever runs me can read in a report: `import FILE`."));
            yield break;
        }

        yield return Parts.Note(Mrkdwn.Of($"On {DayWords.FullDay(picture.Today)} · facts from {DayWords.Day(picture.Latest.SpeaksOf, picture.Today)} ({DayWords.Away(picture.Latest.SpeaksOf, picture.Today)}), the {picture.Latest.Name}"));

        var attention = AttentionPolicy.Of(picture, audience);
        if (attention.Count > 0)
        {
            var (shown, left) = Cut.To(attention, AttentionShown);
            yield return Parts.List("Needs someone", [.. shown.Select(a => Mrkdwn.Of($"• *{a.Subject}* {a.Words}")), .. More(left, "kr")]);
        }

        if (picture.Year is { } year)
        {
            yield return Parts.List($"Key results {year.Year}", [Mrkdwn.Of($"{"key result".ToQuantity(year.KeyResults.Count())}{OwnDay(year.NewestDay, picture)}: {Counts(year)}")]);
            foreach (var objective in year.Objectives)
            {
                yield return Parts.Section(ObjectiveLines(objective, year, picture.Today));
            }
        }
        else
        {
            yield return Parts.List("Key results", [Mrkdwn.Of($"None are known yet: the {picture.Latest.Name} has no table of them.")]);
        }

        yield return Parts.List($"Partners' updates for {DayWords.Month(picture.Month, picture.Today)}", [.. UpdateLines(picture)]);

        var (next, more) = Cut.To(picture.Next, NextShown);
        yield return Parts.List("Next dates", next.Count == 0
            ? [Mrkdwn.Of($"None are announced.")]
            : [.. next.Select(e => Mrkdwn.Of($"{NextMessage.Line(e, picture.Today)}{OwnDay(e.SpeaksOf, picture)}")), .. More(more, "next")]);
    }

    private static string Heading(StatusPicture picture) =>
        picture.Latest is { Initiative.Length: > 0 } report ? $"{report.Initiative} · {DayWords.FullMonth(picture.Month)}" : $"Status · {DayWords.FullMonth(picture.Month)}";

    private static IEnumerable<Mrkdwn> More(int left, string word) =>
        left == 0 ? [] : [Mrkdwn.Of($"+ {left} more: `/ao {word}`")];

    private static string Counts(ProgramYear year) =>
        string.Join(" · ", StatusCounts.Of(year).Select(c => $"{c.Count} {c.Words}"));

    private static Mrkdwn ObjectiveLines(ObjectiveState objective, ProgramYear year, LocalDate today) =>
        Mrkdwn.Join("\n",
        [
            Mrkdwn.Of($"*O{objective.Number}* {objective.Title.Truncate(TitleWords, "…", Truncator.FixedNumberOfWords)}"),
            Mrkdwn.Join("  ·  ", objective.KeyResults.Select(k => Mrkdwn.Of($"{k.Name} {StatusWords(k)}{Age(k, year, today)}"))),
        ]);

    /// <summary>What is as it should be stays plain, so that the eye finds what is not.</summary>
    private static Mrkdwn StatusWords(KeyResultState keyResult)
    {
        var words = keyResult.Current?.Status.Words() ?? "No status yet";
        var goesOn = keyResult.Current?.Status is KeyResultStatus.Started or KeyResultStatus.InProgress or KeyResultStatus.OnTarget or KeyResultStatus.Completed;
        return goesOn ? Mrkdwn.Escape(words) : Mrkdwn.Of($"*{words}*");
    }

    /// <summary>The heading says how old the facts are; what is of another day says so itself.</summary>
    private static string OwnDay(LocalDate? day, StatusPicture picture) =>
        day is { } own && own != picture.Latest?.SpeaksOf ? $", as of {DayWords.Day(own, picture.Today)}" : "";

    /// <summary>Where one key result was last looked at on another day than most, its day stands beside it.</summary>
    private static string Age(KeyResultState keyResult, ProgramYear year, LocalDate today) =>
        keyResult.Current is { } said && said.SpeaksOf != year.NewestDay ? $" (as of {DayWords.Day(said.SpeaksOf, today)})" : "";

    private static IEnumerable<Mrkdwn> UpdateLines(StatusPicture picture)
    {
        if (picture.Updates.Reading is not null)
        {
            var month = MonthOfUpdates.Of(picture.Updates);
            yield return Mrkdwn.Of($"{month.Summary} All of them: `/ao update`");
            if (NotIn(month) is { } names)
            {
                yield return Mrkdwn.Of($"Not in: {names}");
            }

            yield return ReadingMessage.Age(picture.Updates);
            yield break;
        }

        yield return Mrkdwn.Of($"{ReadingMessage.Nothing(picture.Updates)}");
        if (picture.PartnerCount > 0)
        {
            var left = picture.PartnerCount - picture.Partners.Count;
            var pages = Mrkdwn.Join(", ", picture.Partners.Select(p => Mrkdwn.Link(new Uri(p.Url), p.Name)));
            yield return left > 0 ? Mrkdwn.Of($"Their pages: {pages} + {left} more: `/ao engagement`") : Mrkdwn.Of($"Their pages: {pages}");
        }
    }

    private static string Text(StatusPicture picture, Audience audience)
    {
        if (picture.Latest is null)
        {
            return $"{Heading(picture)}. I don't know anything about the program yet. Whoever runs me can read in a report with: import FILE.";
        }

        var today = picture.Today;
        var attention = AttentionPolicy.Of(picture, audience);
        var (needs, needsLeft) = Cut.To(attention, AttentionShown);
        var (next, nextLeft) = Cut.To(picture.Next, NextShown);
        var sentences = new List<string>
        {
            $"{Heading(picture)}, on {DayWords.FullDay(today)}.",
            attention.Count == 0 ? "" : $"Needs someone: {string.Join("; ", needs.Select(a => $"{a.Subject} {a.Words}"))}{MoreText(needsLeft)}.",
            picture.Year is { } year
                ? $"Key results {year.Year}: {"key result".ToQuantity(year.KeyResults.Count())}{OwnDay(year.NewestDay, picture)}, {string.Join(", ", StatusCounts.Of(year).Select(c => $"{c.Count} {c.Words}"))}. " +
                  string.Join(", ", year.KeyResults.Select(k => $"{k.Name} {k.Current?.Status.Words() ?? "no status yet"}")) + "."
                : "No key results are known yet.",
            $"Partners' updates for {DayWords.Month(picture.Month, today)}: {UpdatesText(picture)}",
            next.Count == 0 ? "No dates are announced." : $"Next: {string.Join("; ", next.Select(e => $"{EventWords.When(e, today)}, {EventWords.What(e, today)}{OwnDay(e.SpeaksOf, picture)}"))}{MoreText(nextLeft)}.",
            $"From the {picture.Latest.Name}, as of {DayWords.Day(picture.Latest.SpeaksOf, today)}.",
        };
        return string.Join(" ", sentences.Where(s => s.Length > 0));
    }

    /// <summary>Who is not in, by name; for staff alone.</summary>
    private static string? NotIn(MonthOfUpdates month)
    {
        var (names, left) = Cut.To(month.NotIn, NotInNamed);
        return month.Picture.Audience == Audience.Staff && names.Count > 0 ? $"{string.Join(", ", names)}{MoreText(left)}" : null;
    }

    private static string UpdatesText(StatusPicture picture)
    {
        if (picture.Updates.Reading is null)
        {
            var nothing = ReadingMessage.Nothing(picture.Updates).Replace("`", "", StringComparison.Ordinal);
            return $"{char.ToLowerInvariant(nothing[0])}{nothing[1..]}{(picture.PartnerCount > 0 ? $" {"partner".ToQuantity(picture.PartnerCount)} {(picture.PartnerCount == 1 ? "has" : "have")} a page." : "")}";
        }

        var month = MonthOfUpdates.Of(picture.Updates);
        return $"{month.Summary}{(NotIn(month) is { } names ? $" Not in: {names}." : "")} {ReadingMessage.AgeInWords(picture.Updates)}";
    }

    private static string MoreText(int left) => left == 0 ? "" : $", and {left} more";
}
