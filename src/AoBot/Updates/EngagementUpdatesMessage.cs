using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.Slack.Blocks;

namespace AoBot.Updates;

/// <summary>The newest updates of an engagement with a strip of the last months, rendered.</summary>
public static class EngagementUpdatesMessage
{
    private const int UpdatesShown = 3;

    /// <summary>None of an engagement that owes no updates.</summary>
    public static EngagementPart? Render(LedgerPicture picture, EngagementEntry engagement)
    {
        if (picture.Reading is null)
        {
            var words = $"Monthly updates: {ReadingMessage.Nothing(picture)}";
            return new EngagementPart(words.Replace("`", "", StringComparison.Ordinal), [Parts.Note(Mrkdwn.Of($"{words}"))]);
        }

        var keys = engagement.Spans.Select(s => s.Key).ToList();
        var name = picture.Names.FirstOrDefault(n => n.Keys.Any(k => keys.Contains(k, StringComparer.OrdinalIgnoreCase)))
            ?? (picture.Ledger.HasRoster ? null : picture.Names.FirstOrDefault(n => n.Known.Any(k => engagement.Keys.Contains(k, StringComparer.Ordinal))));
        if (name is null)
        {
            return null;
        }

        var months = picture.MonthsOf(name.Keys);
        var newest = months.Values.Where(c => c.State is CoverageState.Received or CoverageState.InReview).OrderByDescending(c => c.Month).Take(UpdatesShown)
            .Select(c => (Words: $"{DayWords.Month(c.Month, picture.Today)}: {CoverageWords.State(c, picture.Audience)}, {CoverageWords.When(c, picture.Audience, picture.Today, picture.Zone)}", Link: UpdateLink.Of(c, picture.Ledger.State)!))
            .ToList();
        var inWords = CoverageWords.StripInWords(months, picture.Month, picture.Audience);
        return new EngagementPart(
            $"Monthly updates: {(inWords.Length == 0 ? "nothing asked of late" : inWords)}.{string.Concat(newest.Select(n => $" {n.Words}, {n.Link.Label}."))}",
            [
                Parts.List("Monthly updates",
                [
                    Mrkdwn.Of($"{CoverageWords.Span(picture.Month)}: {CoverageWords.Strip(months, picture.Month, picture.Audience)} · {PartnerUpdatesMessage.Rhythm(name.Newest)}"),
                    .. newest.Select(n => Mrkdwn.Of($"• {n.Words} · {n.Link.ToMrkdwn()}")),
                ]),
                Parts.Note(Mrkdwn.Of($"{CoverageWords.Legend} · {ReadingMessage.Age(picture)}")),
            ])
        {
            Asks = [new Ask($"update {name.Keys[0]}", "All its updates")],
        };
    }
}
