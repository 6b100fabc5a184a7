using AoBot.People;
using Humanizer;

namespace AoBot.Engagements;

/// <summary>Differences of rosters in plain words, without any e-mail address: for the terminal and for the audit.</summary>
public static class RosterDiffWords
{
    private const int Longest = 120;

    public static string Line(RosterDifference difference) => difference switch
    {
        RosterDifference.Added added => $"added    {added.Row.Key}: {Whole(added.Row)}",
        RosterDifference.Changed changed => $"{(changed.Ends ? "ended" : "changed"),-8} {changed.Row.Key}: {Cells(changed)}",
        _ => $"removed  {difference.Row.Key}: {Whole(difference.Row)}",
    };

    /// <summary>What changed, from what to what.</summary>
    public static string Detail(RosterDifference difference) => difference is RosterDifference.Changed changed ? Cells(changed) : Whole(difference.Row);

    /// <summary>For instance <c>12 added, 1 changed and 1 removed</c>.</summary>
    public static string Count(IReadOnlyList<RosterDifference> differences) => new[]
    {
        (differences.Count(d => d is RosterDifference.Added), "added"),
        (differences.Count(d => d is RosterDifference.Changed { Ends: false }), "changed"),
        (differences.Count(d => d is RosterDifference.Changed { Ends: true }), "ended"),
        (differences.Count(d => d is RosterDifference.Removed), "removed"),
    }.Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}").Humanize("and");

    private static string Whole(RosterRow row) => string.Join(", ", new[]
    {
        Shown(row.Name),
        (row.Start, row.End) switch
        {
            ({ } start, { } end) => $"{RosterDates.Write(start)} to {RosterDates.Write(end)}",
            ({ } start, null) => $"from {RosterDates.Write(start)}",
            (null, { } end) => $"until {RosterDates.Write(end)}",
            _ => "span not stated",
        },
        row.Cadence == Cadence.Unstated ? "cadence not stated" : row.Cadence.Words(),
        row.Folders.Count == 0 ? "no folder" : "folder".ToQuantity(row.Folders.Count),
        row.Contacts.Count == 0 ? "no contact" : "contact".ToQuantity(row.Contacts.Count),
    });

    private static string Cells(RosterDifference.Changed changed) => string.Join("; ", changed.Cells.Select(Cell));

    private static string Cell(CellChange change)
    {
        if (change.Column != RosterColumns.Contacts)
        {
            return $"{change.Column} {Shown(change.From)} → {Shown(change.To)}";
        }

        var (from, to) = (ContactWords.Of(change.From), ContactWords.Of(change.To));
        return from == to ? $"contacts {from} → {to}, another" : $"contacts {from} → {to}";
    }

    private static string Shown(string cell) =>
        cell.Length == 0 ? "blank" : Contact.HoldsEmail(cell) ? "something with an e-mail address" : cell.ReplaceLineEndings(" ").Truncate(Longest);
}

/// <summary>Contacts as everybody may read them: Slack ids as they are, addresses unsaid.</summary>
internal static class ContactWords
{
    public static string Of(string contacts) =>
        contacts.Length == 0 ? "blank" : string.Join(", ", contacts.Split(RosterColumns.Between).Select(c => NamedPerson.IsEmail(c) ? "an e-mail address" : c));
}
