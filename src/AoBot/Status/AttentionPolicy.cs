using AoBot.Conversations;
using AoBot.Events;
using AoBot.KeyResults;
using AoBot.Updates;
using NodaTime;

namespace AoBot.Status;

/// <summary>What needs someone: dates that are near or past, and for staff also what is old or not complete.</summary>
public static class AttentionPolicy
{
    /// <summary>How near a deadline is before it is spoken of.</summary>
    public const int NearDays = 14;

    /// <summary>A key result that nobody has looked at for longer is shown to staff: a quarter and two weeks.</summary>
    public const int OldDays = 105;

    /// <summary>How near a date is before staff are told that it has no time yet.</summary>
    public const int EventDays = 30;

    private const int UnreachableNamed = 3;

    public static IReadOnlyList<Attention> Of(StatusPicture picture, Audience audience) =>
        [.. audience == Audience.Staff ? ForStaff(picture) : [], .. Deadlines(picture)];

    private static IEnumerable<Attention> Deadlines(StatusPicture picture) =>
        from keyResult in picture.Year?.KeyResults ?? []
        where keyResult.Deadline <= picture.Today.PlusDays(NearDays) && !keyResult.IsSettled
        orderby keyResult.Deadline
        select new Attention(keyResult.Name, DeadlineWords(keyResult, picture.Today));

    private static string DeadlineWords(KeyResultState keyResult, LocalDate today)
    {
        var day = keyResult.Deadline!.Value;
        return $"{(day < today ? "ran until" : "ends")} {DayWords.Day(day, today)} ({DayWords.Away(day, today)}); last known status: {keyResult.Current?.Status.Words() ?? "none"}";
    }

    /// <summary>What stands in the way of knowing who has delivered.</summary>
    private static IEnumerable<Attention> OfUpdates(LedgerPicture updates)
    {
        if (updates.Ledger.State is { Failure: not null, ReadAt: { } read })
        {
            yield return new Attention("The partners' repository", $"could not be read at the last try; what I know is from {DayWords.Day(read.InZone(updates.Zone).Date, updates.Today)}: /ao update");
        }

        if (updates is { Reading: not null, Ledger.HasRoster: false })
        {
            yield return new Attention("The roster", "is empty, so nobody is asked for an update; I can propose one: /ao admin questions");
        }

        if (updates.Questions.Count > 0)
        {
            yield return new Attention("question".ToQuantity(updates.Questions.Count), $"about files or folders of updates {(updates.Questions.Count == 1 ? "is" : "are")} open: /ao admin questions");
        }
    }

    private static IEnumerable<Attention> ForStaff(StatusPicture picture)
    {
        var today = picture.Today;
        if (picture.Published is null && picture.ReportDue < today)
        {
            yield return new Attention($"{DayWords.Month(picture.Month, today)}'s monthly report", $"was due {DayWords.Day(picture.ReportDue, today)}; its link is not recorded yet");
        }

        foreach (var attention in OfUpdates(picture.Updates))
        {
            yield return attention;
        }

        foreach (var next in picture.Next.Where(e => EventWords.LacksTime(e) && e.Date <= today.PlusDays(EventDays)))
        {
            yield return new Attention(next.Title, $"on {DayWords.Day(next.Date!.Value, today)} has no time yet");
        }

        if (picture.Unreachable.Count > 0)
        {
            var (names, more) = Cut.To(picture.Unreachable, UnreachableNamed);
            yield return new Attention(
                $"{string.Join(", ", names)}{(more > 0 ? $" and {more} more" : "")}",
                $"{(picture.Unreachable.Count == 1 ? "has" : "have")} no contact whom I can reach in Slack");
        }

        var old = (picture.Year?.KeyResults ?? []).Where(k => !k.IsSettled && k.Current is { } said && said.SpeaksOf < today.PlusDays(-OldDays)).ToList();
        if (old.Count > 0)
        {
            var oldest = old.Min(k => k.Current!.SpeaksOf);
            yield return new Attention(
                old.Count == 1 ? old[0].Name : $"{old.Count} key results",
                $"{(old.Count == 1 ? "was" : "were")} last looked at {DayWords.Away(oldest, today)} or before");
        }
    }
}

/// <param name="Subject">Stands out.</param>
/// <param name="Words">What about it, without a full stop.</param>
public sealed record Attention(string Subject, string Words);
