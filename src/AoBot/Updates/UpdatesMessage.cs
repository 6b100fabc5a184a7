using System.Globalization;
using AoBot.Conversations;
using AoBot.Slack.Blocks;
using Humanizer;
using NodaTime;

namespace AoBot.Updates;

/// <summary>The updates of a month, rendered: a table for the eye, and the same row by row in the text.</summary>
public static class UpdatesMessage
{
    private const int MostSuggested = 5;
    private const int MonthsBack = 12;
    private const int NamedOfMonth = 8;

    public static Answer OfMonth(LedgerPicture picture)
    {
        var updates = MonthOfUpdates.Of(picture);
        var (rows, summary, month) = (updates.Rows, updates.Summary, DayWords.FullMonth(picture.Month));
        var open = picture.Audience == Audience.Staff && picture.Ledger.HasRoster ? StillOpen(picture) : [];
        var note = picture.Ledger.HasRoster ? "" : $" There is no roster yet, so this is what came, not who owes what.{(picture.Audience == Audience.Staff ? " `/ao admin questions` proposes one." : "")}";
        var blocks = new List<Block> { Parts.Header($"Updates for {month}"), Parts.Section(Mrkdwn.Of($"{summary}{note}")) };
        var table = new UpdatesTable(["Partner", "State", "Date", "Link", CoverageWords.Span(picture.Month)]);
        foreach (var row in rows)
        {
            if (!table.Add(row.Name, CoverageWords.State(row.Cell, picture.Audience), Day(row.Cell, picture), UpdateLink.Of(row.Cell, picture.Ledger.State), CoverageWords.Strip(row.Months, picture.Month, picture.Audience)))
            {
                break;
            }
        }

        if (rows.Count > 0)
        {
            blocks.Add(table.Block);
        }

        if (table.Count < rows.Count)
        {
            blocks.Add(Parts.Note(Mrkdwn.Of($"+ {rows.Count - table.Count} more: `/ao update NAME` shows one")));
        }

        if (open.Count > 0)
        {
            blocks.Add(Parts.List("Still not in from earlier months", open.Select(o => Mrkdwn.Of($"• {o}"))));
        }

        blocks.Add(Parts.Note(Mrkdwn.Of($"{CoverageWords.Span(picture.Month)}: {CoverageWords.Legend} · {ReadingMessage.Age(picture)}")));
        return new Answer(Text(rows, picture, $"Updates for {month}: {summary}{note.Replace("`", "", StringComparison.Ordinal)}", open), blocks) { Asks = [.. Asks(picture)] };
    }

    public static Answer Nothing(LedgerPicture picture) => Parts.Short($"The partners' updates: {ReadingMessage.Nothing(picture)}");

    public static Answer NotBegun(YearMonth month, LedgerPicture picture) =>
        Parts.Short($"{DayWords.FullMonth(month)} has not begun, so nothing is asked for yet. The month that people speak of is {DayWords.Month(picture.Month, picture.Today)}: `/ao update`.");

    public static Answer WhichMonth(int year) =>
        Parts.Short($"Which month of {year}? Write it like `/ao update {year}-06` or `/ao update june {year}`; a partner's year like `/ao update NAME {year}`.");

    public static Answer Several(string typed, IReadOnlyList<string> found)
    {
        var (shown, left) = Cut.To(found, MostSuggested);
        return Parts.Short($"\"{typed}\" fits {found.Count} partners: {shown.Humanize("and")}{(left > 0 ? $", and {left} more" : "")}. Which one?") with { Asks = [.. shown.Select(n => new Ask($"update {n}", n))] };
    }

    public static Answer Unknown(string typed, IReadOnlyList<string> guesses) =>
        Parts.Short($"I know no partner and no month \"{typed}\".{(guesses.Count > 0 ? $" Did you mean {guesses.Humanize("or")}?" : "")} A month is written like `june` or `2024-06`; all partners: `/ao update`.")
            with
        { Asks = [.. guesses.Select(g => new Ask($"update {g}", g))] };

    private static string Day(CoverageCell cell, LedgerPicture picture) => CoverageWords.When(cell, picture.Audience, picture.Today, picture.Zone) ?? Parts.NoCell;

    /// <summary>What is not in of the months before, the newest first; who owes what, at a glance.</summary>
    private static List<string> StillOpen(LedgerPicture picture)
    {
        var open =
            from name in picture.Names
            from cell in picture.MonthsOf(name.Keys).Values
            where cell.State == CoverageState.NotIn && cell.Month < picture.Month && cell.Month >= picture.Month.PlusMonths(-MonthsBack)
            group name.Name by cell.Month into month
            orderby month.Key descending
            select (month.Key, Names: month.Order(StringComparer.OrdinalIgnoreCase).ToList());
        return [.. open.Select(o =>
        {
            var (shown, left) = Cut.To(o.Names, NamedOfMonth);
            return $"{DayWords.Month(o.Key, picture.Today)}: {string.Join(", ", shown)}{(left > 0 ? $" and {left} more" : "")}";
        })];
    }

    private static string Text(IReadOnlyList<UpdatesRow> rows, LedgerPicture picture, string head, List<string> open)
    {
        string Row(UpdatesRow row, bool withStrip)
        {
            var when = CoverageWords.When(row.Cell, picture.Audience, picture.Today, picture.Zone);
            var strip = withStrip ? CoverageWords.StripInWords(row.Months, picture.Month, picture.Audience) : "";
            return $"{row.Name}: {CoverageWords.State(row.Cell, picture.Audience)}{(when is null ? "" : $", {when}")}{(strip.Length == 0 ? "" : $" ({strip})")}.";
        }

        var still = open.Count == 0 ? "" : $" Still not in from earlier months: {string.Join("; ", open)}.";
        var tail = $"{still} {ReadingMessage.AgeInWords(picture)}";
        var whole = $"{head} {string.Join(" ", rows.Select(r => Row(r, withStrip: true)))}{tail}";
        return whole.Length < BlockLimits.MessageText ? whole : $"{head}{tail} {string.Join(" ", rows.Select(r => Row(r, withStrip: false)))}";
    }

    private static IEnumerable<Ask> Asks(LedgerPicture picture)
    {
        yield return Month(picture.Month.PlusMonths(-1));
        if (picture.Month < picture.Today.ToYearMonth())
        {
            yield return Month(picture.Month.PlusMonths(1));
        }

        if (picture.Audience == Audience.Staff && picture.Questions.Count > 0)
        {
            yield return new Ask("admin questions", "question".ToQuantity(picture.Questions.Count));
        }

        Ask Month(YearMonth month) => new($"update {month.ToString("uuuu-MM", CultureInfo.InvariantCulture)}", DayWords.Month(month, picture.Today));
    }
}
