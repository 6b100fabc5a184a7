using AoBot.Conversations;
using AoBot.Slack.Blocks;
using Humanizer;
using NodaTime;

namespace AoBot.KeyResults;

/// <summary>Key results, rendered: a year, one with its history, and what is said where there is nothing to show.</summary>
public static class KeyResultsMessage
{
    private const int HistoryShown = 40;
    private const int Most = 30;
    private const int LongestText = 3_500;

    public static Answer List(ProgramYear year, LocalDate today)
    {
        var count = year.KeyResults.Count();
        var asOf = year.NewestDay;
        var head = year.Objectives.Count == 1 && year.Objectives[0] is var only
            ? $"O{only.Number} of {year.Year}: {"key result".ToQuantity(count)}"
            : $"{"key result".ToQuantity(count)} in {year.Year}";
        var whole = string.Join(" ", year.KeyResults.Select(k => $"{k.Name}: {k.StatusAsWritten}{Ends(k, today)}. {k.Text}"));
        var text = whole.Length <= LongestText ? whole : string.Join(", ", year.KeyResults.Select(k => $"{k.Name} {k.StatusAsWritten}")) + ".";
        var (shown, left) = Cut.To([.. year.Objectives.SelectMany(o => o.KeyResults.Select(k => (Objective: o, KeyResult: k)))], Most);
        return new Answer($"{head}{AsOfText(asOf, today)}: {text}",
        [
            Parts.Header($"Key results {year.Year}"),
            Parts.Note(Mrkdwn.Of($"{head}{AsOfText(asOf, today)} · more of one: `/ao kr {year.KeyResults.Select(k => k.Id).FirstOrDefault("1.1")}`")),
            .. shown.GroupBy(s => s.Objective, s => s.KeyResult).SelectMany(o => ObjectiveBlocks(o.Key, o, asOf, today)),
            .. left > 0 ? [Parts.Note(Mrkdwn.Of($"+ {left} more: `/ao kr o{year.Objectives[^1].Number}` shows one objective"))] : Array.Empty<Block>(),
        ]);
    }

    /// <param name="keyResult">Which.</param>
    /// <param name="year">Of which year.</param>
    /// <param name="evidence">What there is to show for it.</param>
    /// <param name="today">By the program's clock.</param>
    public static Answer One(KeyResultState keyResult, ProgramYear year, IReadOnlyList<Evidence> evidence, LocalDate today)
    {
        var objective = year.Objectives.First(o => o.KeyResults.Contains(keyResult));
        var (shown, left) = Cut.To(keyResult.History, HistoryShown);
        var deadline = keyResult.Deadline is { } day ? $"{DayWords.Day(day, today)} ({DayWords.Away(day, today)})" : "none in its text";
        var looked = keyResult.Current is { } said ? $"{DayWords.Day(said.SpeaksOf, today)} ({DayWords.Away(said.SpeaksOf, today)})" : "never yet";
        var history = shown.Select(s => Mrkdwn.Of($"• {DayWords.Day(s.SpeaksOf, today)} · *{s.StatusAsWritten}* ({s.ReportName})"));
        var text = $"{keyResult.Name} of {year.Year}: {keyResult.StatusAsWritten}. {keyResult.Text} Last day: {deadline}. Last looked at: {looked}. " +
            $"History: {string.Join("; ", shown.Select(s => $"{s.StatusAsWritten} as of {DayWords.Day(s.SpeaksOf, today)}, {s.ReportName}"))}{(left > 0 ? $"; and {left} more" : "")}.{string.Concat(evidence.Select(e => $" {e.Text}"))}";
        return new Answer(text,
        [
            Parts.Header($"{keyResult.Name} · {keyResult.StatusAsWritten}"),
            Parts.Plain(keyResult.Text),
            Parts.Section(Mrkdwn.Of($"*Last day* {deadline}\n*Last looked at* {looked}\n*Objective* O{objective.Number}, {objective.Title}")),
            .. evidence.Select(e => e.Shown),
            Parts.List("History", [.. history, .. left > 0 ? [Mrkdwn.Of($"+ {left} earlier")] : Array.Empty<Mrkdwn>()]),
        ]);
    }

    public static Answer NothingKnown() => Parts.Short("I don't know any key results yet. They come with the fund's reports; whoever runs me can read one in: `import FILE`.");

    public static Answer NotUnderstood(string argument, int current) =>
        Parts.Short($"I don't know which key result \"{argument}\" is. Try `/ao kr` for all of {current}, or `/ao kr 2.1` for one.");

    public static Answer NoSuchYear(int year, IReadOnlyList<int> known) =>
        Parts.Short($"I have no key results of {year}. I have those of {known.Order().Humanize("and")}: `/ao kr {known[0]}`.");

    public static Answer NoSuchKeyResult(string name, ProgramYear year) =>
        Parts.Short($"There is no {name} in {year.Year}. There are {year.KeyResults.Select(k => k.Name).Humanize("and")}.");

    private static IEnumerable<Block> ObjectiveBlocks(ObjectiveState objective, IEnumerable<KeyResultState> keyResults, LocalDate? asOf, LocalDate today) =>
    [
        Parts.Section(Mrkdwn.Of($"*O{objective.Number} {objective.Title}*")),
        .. keyResults.Select(k => Parts.Section(Mrkdwn.Of(
            $"*{k.Name} · {k.StatusAsWritten}*{Ends(k, today)}{(k.Current is { } said && said.SpeaksOf != asOf ? $" · as of {DayWords.Day(said.SpeaksOf, today)}" : "")}\n{k.Text}"))),
    ];

    private static string Ends(KeyResultState keyResult, LocalDate today) =>
        keyResult.IsSettled || keyResult.Deadline is not { } day ? "" : day < today ? $" · ran until {DayWords.Day(day, today)}" : $" · ends {DayWords.Day(day, today)}";

    private static string AsOfText(LocalDate? asOf, LocalDate today) =>
        asOf is { } day ? $", as of {DayWords.Day(day, today)} ({DayWords.Away(day, today)})" : "";
}
