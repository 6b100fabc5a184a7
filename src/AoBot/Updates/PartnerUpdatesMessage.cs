using AoBot.Conversations;
using AoBot.Slack.Blocks;

namespace AoBot.Updates;

/// <summary>The months of one partner, one by one, rendered.</summary>
public static class PartnerUpdatesMessage
{
    private const int MonthsShown = 18;

    public static Answer Render(LedgerName name, UpdatesAsked asked, LedgerPicture picture)
    {
        var months = picture.MonthsOf(name.Keys);
        // Without a roster nobody is known to owe anything.
        var seen = months.Values
            .Where(c => picture.Ledger.HasRoster ? picture.Audience == Audience.Staff || IsShown(c, picture) : c.State is CoverageState.Received or CoverageState.InReview)
            .OrderByDescending(c => c.Month)
            .ToList();
        var meant = seen.FindAll(c => (asked.Month is null || c.Month == asked.Month) && (asked.Year is null || c.Month.Year == asked.Year));
        var (shown, left) = Cut.To(meant, MonthsShown);
        var of = asked.Month is { } month ? $" for {DayWords.FullMonth(month)}" : asked.Year is { } year ? $" for {year}" : "";
        if (meant.Count == 0)
        {
            return Parts.Short($"{name.Name}: nothing is asked for{of}, and nothing came.") with { Asks = [.. seen.Count > 0 ? [new Ask($"update {name.Keys[0]}", "All its months")] : (Ask[])[], new Ask("update", "All partners")] };
        }

        var table = new UpdatesTable(["Month", "State", "Date", "Link"]);
        foreach (var cell in shown)
        {
            table.Add(DayWords.FullMonth(cell.Month), CoverageWords.State(cell, picture.Audience), When(cell, picture) ?? Parts.NoCell, UpdateLink.Of(cell, picture.Ledger.State));
        }

        var rhythm = Rhythm(name.Newest);
        var counts = CoverageWords.Counts(meant, picture.Audience);
        var strip = CoverageWords.Strip(months, picture.Month, picture.Audience);
        return new Answer(
            $"Updates of {name.Name}{of}: {counts}; {rhythm}. {string.Join(" ", shown.Select(c => Row(c, picture)))}{(left > 0 ? $" And {"month".ToQuantity(left)} before." : "")} {ReadingMessage.AgeInWords(picture)}",
            [
                Parts.Header($"Updates of {name.Name}{of}"),
                Parts.Section(Mrkdwn.Of($"{counts} · {rhythm}\n{CoverageWords.Span(picture.Month)}: {strip}")),
                table.Block,
                .. left > 0 ? [Parts.Note(Mrkdwn.Of($"+ {"month".ToQuantity(left)} before: `/ao update {name.Keys[0]} {meant[^1].Month.Year}` shows a year"))] : (Block[])[],
                Parts.Note(Mrkdwn.Of($"{CoverageWords.Legend} · {ReadingMessage.Age(picture)}")),
            ])
        {
            Asks = [new Ask($"engagement {name.Keys[0]}", "The engagement"), new Ask("update", "All partners")],
        };
    }

    /// <summary>How often it owes an update; what nobody stated is said to be learnt.</summary>
    public static string Rhythm(LedgerPartner partner) => (partner.MonthsPerUpdate switch
    {
        1 => "an update every month",
        2 => "an update every two months",
        3 => "an update every quarter",
        var months => $"an update every {months} months",
    }) + (partner.Learnt ? ", as learnt from what came" : "");

    /// <summary>To everybody a month that goes on is shown when it is the one that people speak of.</summary>
    private static bool IsShown(CoverageCell cell, LedgerPicture picture) =>
        cell.SeenBy(picture.Audience) != Seen.Nothing && (cell.State != CoverageState.NotYetAsked || cell.Month <= picture.Month);

    private static string? When(CoverageCell cell, LedgerPicture picture) => CoverageWords.When(cell, picture.Audience, picture.Today, picture.Zone);

    private static string Row(CoverageCell cell, LedgerPicture picture)
    {
        var link = UpdateLink.Of(cell, picture.Ledger.State);
        return $"{DayWords.FullMonth(cell.Month)}: {CoverageWords.State(cell, picture.Audience)}{(When(cell, picture) is { } when ? $", {when}" : "")}{(link is null ? "" : $", {link.Label}")}.";
    }
}
