using AoBot.Conversations;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Updates;

/// <summary>How well the repository is known: how old that is, what went wrong, and what to do while nothing is known.</summary>
public static class ReadingMessage
{
    private const int LongestFailure = 300;

    /// <summary>What is said in the place of updates while there is no reading.</summary>
    public static string Nothing(LedgerPicture picture)
    {
        var (state, isStaff) = (picture.Ledger.State, picture.Audience == Audience.Staff);
        if (state.Source is null)
        {
            return "Not read yet: I can't see the partners' repository so far. Whoever runs me can connect it, with the setting `Updates:GitHub:Repository`.";
        }

        return state.Failure is { } failure ? $"Not read yet: I could not read the partners' repository so far.{(isStaff ? $" {Failed(failure)}" : " The staff can see why.")}"
            : $"Not read yet: the first reading of the partners' repository is under way{(isStaff && state.Progress is { } progress ? $": {Sentence(progress)}" : ".")}";
    }

    /// <summary>How old the facts are, kept true by Slack; for staff also why they are not newer.</summary>
    public static Mrkdwn Age(LedgerPicture picture)
    {
        var state = picture.Ledger.State;
        var age = state.ReadAt is { } at ? Mrkdwn.Of($"Read from {state.Source} {SlackDate.Of(at.ToUnixTimeSeconds(), "{ago}", At(at, picture))}") : Mrkdwn.Of($"Not read yet");
        return picture.Audience == Audience.Staff && state.Failure is { } failure ? Mrkdwn.Of($"{age}. {Failed(failure)}") : Mrkdwn.Of($"{age}.");
    }

    /// <summary>The same in plain words.</summary>
    public static string AgeInWords(LedgerPicture picture)
    {
        var state = picture.Ledger.State;
        var age = state.ReadAt is { } at ? $"Read from {state.Source} {At(at, picture)}." : "Not read yet.";
        return picture.Audience == Audience.Staff && state.Failure is { } failure ? $"{age} {Failed(failure)}" : age;
    }

    /// <summary>Why the last try failed.</summary>
    public static string Failed(string failure) => $"The last try failed: {Sentence(PlainText.Truncate(failure, LongestFailure))}";

    private static string At(Instant at, LedgerPicture picture) => $"on {DayWords.Day(at.InZone(picture.Zone).Date, picture.Today)} at {DayWords.Time(at, picture.Zone.Id)}";

    private static string Sentence(string words) => words.EndsWith('.') ? words : $"{words}.";
}
