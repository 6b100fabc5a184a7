using AoBot.Slack.Blocks;
using Humanizer;

namespace AoBot.Conversations;

/// <summary>Help, rendered.</summary>
public static class HelpMessage
{
    private const string Threads = "Slash commands do not work in threads: there, mention me instead, for instance \"@AoBot status\". My answer to a mention is for everybody to see.";
    private const int TypedShown = 60;

    public static Answer All(IReadOnlyList<WordHelp> words) =>
        new(
            $"What I understand: {string.Join("; ", words.Select(w => $"/ao {w.Name}: {w.Summary}"))}. {Threads}",
            [
                Parts.Section(Mrkdwn.Of($"I know the fund's key results, engagements, updates and dates. Ask me:")),
                Parts.Section(Mrkdwn.Join("\n", [.. words.Select(w => Mrkdwn.Of($"• `/ao {w.Name}` {w.Summary}"))])),
                Parts.Note(Mrkdwn.Of($"Only you see my answers to `/ao`, until you share them. {Threads}")),
            ])
        { IsShareable = false };

    public static Answer One(WordHelp word) =>
        new(
            $"/ao {word.Name}: {word.Summary}. {string.Join("; ", word.Usages.Select(u => $"/ao {u.Form}: {u.Does}"))}.{AlsoText(word)}",
            [
                Parts.Section(Mrkdwn.Join("\n", [Mrkdwn.Of($"*{word.Summary}*"), .. word.Usages.Select(u => Mrkdwn.Of($"• `/ao {u.Form}` {u.Does}"))])),
                Parts.Note(Mrkdwn.Of($"{(word.Aliases.Count > 0 ? $"I also understand: {word.Aliases.Humanize("or")}. " : "")}All words: `/ao help`")),
            ])
        { IsShareable = false };

    public static Answer Unknown(string typed, string rest, IReadOnlyList<string> suggestions)
    {
        var meant = suggestions.Select(s => rest.Length is > 0 and <= TypedShown ? $"{s} {rest}" : s).ToList();
        var didYouMean = meant.Count > 0 ? $" Did you mean {meant.Select(m => $"`/ao {m}`").Humanize("or")}?" : "";
        return Parts.Short($"I don't know the word \"{Typed(typed)}\".{didYouMean} Everything I understand: `/ao help`")
            with
        { Asks = [.. meant.Select(m => new Ask(m, $"/ao {m}"))] };
    }

    public static Answer UnknownTopic(string typed, IReadOnlyList<string> suggestions) =>
        Parts.Short($"I have no help on \"{Typed(typed)}\".{(suggestions.Count > 0 ? $" Did you mean `/ao help {suggestions[0]}`?" : "")} Everything I understand: `/ao help`")
            with
        { Asks = [.. suggestions.Take(1).Select(s => new Ask($"help {s}", $"/ao help {s}"))] };

    /// <summary>The whole answer, and that it does not depend on what was typed behind the word.</summary>
    public static Answer WithoutArgument(Answer answer, string word, string argument) =>
        new(answer.Text, [.. answer.Blocks, Parts.Note(Mrkdwn.Of($"I know no part of `/ao {word}` called \"{Typed(argument)}\", so this is all of it."))])
        {
            IsShareable = answer.IsShareable,
            Asks = answer.Asks,
        };

    private static string Typed(string word) => PlainText.Truncate(word, TypedShown);

    private static string AlsoText(WordHelp word) => word.Aliases.Count > 0 ? $" I also understand: {word.Aliases.Humanize("or")}." : "";
}
