using AoBot.Slack.Blocks;
using Humanizer;

namespace AoBot.Conversations;

/// <summary>What is said of the staff's own words, rendered.</summary>
public static class AdminMessage
{
    private const int TypedShown = 60;

    public static Answer StaffOnly { get; } = Parts.Short("This is for the fund's staff: it shows what is not meant for everybody. Everything else that I know: `/ao help`");

    public static Answer Topics(IReadOnlyList<WordHelp> words) =>
        new(
            $"For the fund's staff: {string.Join("; ", words.Select(w => $"/ao {w.Name}: {w.Summary}"))}.",
            [
                Parts.Section(Mrkdwn.Join("\n", [Mrkdwn.Of($"*For the fund's staff*"), .. words.Select(w => Mrkdwn.Of($"• `/ao {w.Name}` {w.Summary}"))])),
                Parts.Note(Mrkdwn.Of($"Nobody else gets an answer to these, and nothing of them can be shared.")),
            ])
        {
            IsShareable = false,
            Asks = [.. words.Select(w => new Ask(w.Name, w.Name[(w.Name.IndexOf(' ', StringComparison.Ordinal) + 1)..].Humanize(LetterCasing.Sentence)))],
        };

    public static Answer Unknown(string typed, IReadOnlyList<string> suggestions) =>
        Parts.Short($"I don't know \"admin {PlainText.Truncate(typed, TypedShown)}\".{(suggestions.Count > 0 ? $" Did you mean {suggestions.Select(s => $"`/ao admin {s}`").Humanize("or")}?" : "")} What there is: `/ao admin`")
            with
        { Asks = [.. suggestions.Select(s => new Ask($"admin {s}", $"/ao admin {s}"))] };
}
