using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;

namespace AoBot.Engagements;

/// <summary>A row of the roster as fields of a window. A field is a column, and is read as a cell of the file is.</summary>
public static class RosterForm
{
    /// <summary>The id of the one element in each field.</summary>
    public const string Value = "value";

    /// <summary>Contacts who are not picked from Slack's list; the picked ones stand in <see cref="RosterColumns.Contacts"/>.</summary>
    public const string OtherContacts = "other_contacts";

    /// <summary>In the place of <see cref="RosterColumns.StaffOwner"/> where that is somebody whom Slack's list may not show.</summary>
    private const string KeptOwner = "other_staff_owner";

    private const string NotStated = "unstated";

    /// <param name="row">What stands in the fields.</param>
    /// <param name="known">Slack ids that Slack is known to know: only those can stand in a list of people.</param>
    /// <param name="isNew">Whether it gets its key here; later it has it for good.</param>
    public static IReadOnlyList<Block> Fields(RosterRow row, IReadOnlySet<string> known, bool isNew) =>
    [
        Field(RosterColumns.Name, "Name", Typed(row.Name, 150)),
        .. isNew ? [Field(RosterColumns.Key, "Key", Typed(row.Key, 100), "What scripts call it, for instance ruby-central. It stays. Blank: made from the name.", isOptional: true)] : (Block[])[],
        Field(RosterColumns.Folders, "Folders of its updates", Typed(Parts(row, RosterColumns.Folders), isLong: true), "One a line: 2024/rust, or rust where the year makes no difference.", isOptional: true),
        Field(RosterColumns.Cadence, "An update is due", Choice(row.Cadence)),
        Field(RosterColumns.Start, "First day", Typed(Cell(row, RosterColumns.Start), 10), "2024-07-01, or 2024-07 for that month's first day. Blank: not known.", isOptional: true),
        Field(RosterColumns.End, "Last day", Typed(Cell(row, RosterColumns.End), 10), "2024-12-31, or 2024-12 for that month's last day. Blank: it goes on.", isOptional: true),
        Field(RosterColumns.Paused, "Paused", Typed(Parts(row, RosterColumns.Paused), isLong: true), "One pause a line: 2024-03-01..2024-04-30, 2024-03 for a month, 2024-06-01.. while nobody knows the end.", isOptional: true),
        Field(RosterColumns.Contacts, "Contacts in Slack", new MultiUsersSelect(Value) { InitialUsers = NoneIfEmpty(ContactField.Picked(row.Contacts, known)), MaxSelectedItems = RosterColumns.MostContacts }, "The first is asked first, the others when they are away.", isOptional: true),
        Field(OtherContacts, "Other contacts", Typed(string.Join("\n", ContactField.Others(row.Contacts, known)), isLong: true), "One e-mail address or Slack id a line. An address that is known is not shown: \"address 1\" stands for it. Take it out to remove it.", isOptional: true),
        Field(RosterColumns.Zone, "Contacts' time zone", Typed(row.Zone, 60), "For instance America/New_York. Blank: as each has it in Slack.", isOptional: true),
        row.StaffOwner is { } owner && !known.Contains(owner)
            ? Field(KeptOwner, "Looked after by", new UsersSelect(Value), $"Now: {owner}. Blank: that stays.", isOptional: true)
            : Field(RosterColumns.StaffOwner, "Looked after by", new UsersSelect(Value) { InitialUser = row.StaffOwner }, isOptional: true),
        Field(RosterColumns.Area, "Areas", new Checkboxes(Value, [.. Enum.GetValues<FocusArea>().Select(Option)]) { InitialOptions = NoneIfEmpty([.. row.Areas.Select(Option)]) }, isOptional: true),
        Field(RosterColumns.Ecosystem, "Ecosystem", Typed(row.Ecosystem, 150), isOptional: true),
        Field(RosterColumns.GitHub, "At GitHub", Typed(row.GitHub, 150), "Its user or organisation.", isOptional: true),
        Field(RosterColumns.Links, "Links", Typed(Parts(row, RosterColumns.Links), isLong: true), "One web address a line.", isOptional: true),
        Field(RosterColumns.Note, "Note", Typed(row.Note, isLong: true), "For staff. No e-mail addresses.", isOptional: true),
    ];

    /// <summary>What was entered, put into the row as it was; and what is wrong, by field.</summary>
    /// <param name="state">The fields as Slack sends them back. One that is missing leaves its column as it was.</param>
    /// <param name="before">The row as it was when the window opened.</param>
    /// <param name="faults">Gets what is wrong.</param>
    public static RosterRow Read(ViewState state, RosterRow before, List<RosterFieldFault> faults)
    {
        var row = before;
        foreach (var (column, cell) in Cells(state, before))
        {
            // A key that is blank is made from the name, which stands before it.
            var written = column == RosterColumns.Key && string.IsNullOrWhiteSpace(cell) ? RosterRow.KeyFrom(row.Name) : cell;
            if (RosterColumns.Read(column, ref row, written) is { } problem)
            {
                faults.Add(new RosterFieldFault(column == RosterColumns.Contacts ? OtherContacts : column, problem));
            }
        }

        return row;
    }

    private static IEnumerable<(string Column, string Cell)> Cells(ViewState state, RosterRow before)
    {
        foreach (var column in RosterColumns.All.Select(c => c.Name).OrderBy(c => c == RosterColumns.Name ? 0 : 1))
        {
            if (state[column, Value] is { } input)
            {
                yield return (column, column switch
                {
                    RosterColumns.Cadence => input.SelectedOption?.Value is { } cadence && cadence != NotStated ? cadence : "",
                    RosterColumns.Area => string.Join(RosterColumns.Between, input.SelectedOptions.Select(o => o.Value)),
                    RosterColumns.StaffOwner => input.SelectedUsers.Count > 0 ? input.SelectedUsers[0] : "",
                    RosterColumns.Contacts => string.Join(RosterColumns.Between, ContactField.Read(input.SelectedUsers, Lines(state[OtherContacts, Value]?.Value), before.Contacts)),
                    RosterColumns.Folders or RosterColumns.Paused or RosterColumns.Links => string.Join(RosterColumns.Between, Lines(input.Value)),
                    _ => input.Value ?? "",
                });
            }
        }

        if (state[KeptOwner, Value]?.SelectedUsers is [var chosen, ..])
        {
            yield return (RosterColumns.StaffOwner, chosen);
        }
    }

    private static string[] Lines(string? text) => (text ?? "").Split(['\n', '\r', RosterColumns.Between], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Cell(RosterRow row, string column) => RosterColumns.Find(column)!.Write(row);

    private static string Parts(RosterRow row, string column) => Cell(row, column).Replace(RosterColumns.Between, '\n');

    private static InputBlock Field(string column, string label, BlockElement element, string? hint = null, bool isOptional = false) =>
        new(label, element) { BlockId = column, Hint = hint is null ? null : new PlainText(hint), Optional = isOptional ? true : null };

    private static PlainTextInput Typed(string? text, int most = 3000, bool isLong = false) =>
        new(Value) { InitialValue = string.IsNullOrEmpty(text) ? null : text, MaxLength = most, Multiline = isLong ? true : null };

    private static StaticSelect Choice(Cadence chosen) => new(Value)
    {
        Options = [.. Enum.GetValues<Cadence>().Select(Option)],
        InitialOption = Option(chosen),
    };

    private static Option Option(Cadence cadence) => cadence switch
    {
        Cadence.Unstated => new(new PlainText("Not stated"), NotStated),
        Cadence.TwoMonthly => new(new PlainText("Every two months"), cadence.Words()),
        Cadence.Monthly => new(new PlainText("Every month"), cadence.Words()),
        _ => new(new PlainText("Every quarter"), cadence.Words()),
    };

    private static Option Option(FocusArea area) => new(new PlainText(area.Words()), area.Typed());

    private static IReadOnlyList<T>? NoneIfEmpty<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : list;
}

/// <summary>What is wrong with a field.</summary>
/// <param name="Field">Its block; none where the whole is wrong.</param>
/// <param name="Message">What, and the cure.</param>
public sealed record RosterFieldFault(string? Field, string Message);
