using System.Text.RegularExpressions;
using AoBot.People;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>The columns of a roster, each with how its cell is written and read.</summary>
public static partial class RosterColumns
{
    public const string Key = "key";
    public const string Name = "name";
    public const string Folders = "folders";
    public const string Cadence = "cadence";
    public const string Start = "start";
    public const string End = "end";
    public const string Paused = "paused";
    public const string Contacts = "contacts";
    public const string Zone = "zone";
    public const string StaffOwner = "staff_owner";
    public const string Ecosystem = "ecosystem";
    public const string GitHub = "github";
    public const string Area = "area";
    public const string Links = "links";
    public const string Note = "note";

    private const int LongestName = 150;
    /// <summary>What fits into a field of a window.</summary>
    private const int LongestText = 3000;

    public const int MostContacts = 20;
    /// <summary>Stands between the parts of a cell that has several.</summary>
    public const char Between = ';';

    /// <summary>In the order of a new file.</summary>
    public static IReadOnlyList<RosterColumn> All { get; } =
    [
        new(Key, true, r => r.Key, (ref row, cell) => Required(Key, cell, 100) ?? (EngagementDirectory.KeyOf(cell).Length == 0 ? "key has neither a letter nor a digit. Write one as ruby-central." : Set(ref row, row with { Key = cell }))),
        new(Name, true, r => r.Name, (ref row, cell) =>
            Required(Name, cell, LongestName) ?? (EngagementDirectory.KeyOf(cell).Length == 0 ? "name has neither a letter nor a digit. Write the partner's name." : Set(ref row, row with { Name = cell }))),
        new(Folders, true, r => Join(r.Folders), ReadFolders),
        new(Cadence, true, r => r.Cadence.Words(), (ref row, cell) =>
            CadenceWords.Parse(cell) is { } cadence ? Set(ref row, row with { Cadence = cadence }) : $"cadence {Shown(cell)} is unknown. Write {CadenceWords.Known}."),
        new(Start, true, r => r.Start is { } day ? RosterDates.Write(day) : "", (ref row, cell) =>
            cell.Length == 0 ? Set(ref row, row with { Start = null }) : RosterDates.First(cell) is { } day ? Set(ref row, row with { Start = day }) : NoDay(Start, cell)),
        new(End, true, r => r.End is { } day ? RosterDates.Write(day) : "", (ref row, cell) =>
            cell.Length == 0 ? Set(ref row, row with { End = null }) : RosterDates.Last(cell) is { } day ? Set(ref row, row with { End = day }) : NoDay(End, cell)),
        new(Paused, true, r => Join(r.Paused.Select(RosterDates.Write)), ReadPauses),
        new(Contacts, true, r => Join(r.Contacts), ReadContacts),
        new(Zone, true, r => r.Zone ?? "", (ref row, cell) =>
            cell.Length == 0 || DateTimeZoneProviders.Tzdb.GetZoneOrNull(cell) is not null
                ? Set(ref row, row with { Zone = OrNone(cell) })
                : $"zone {Shown(cell)} is no time zone. Write one as America/New_York or Europe/Berlin, or leave it blank."),
        new(StaffOwner, true, r => r.StaffOwner ?? "", (ref row, cell) =>
            cell.Length == 0 || NamedPerson.IsSlackId(cell) || cell == Person.Former
                ? Set(ref row, row with { StaffOwner = OrNone(cell) })
                : "staff_owner is no Slack id. Write the member's id, for instance U0123ABCD (in Slack: profile, then Copy member ID), or leave it blank."),
        new(Ecosystem, false, r => r.Ecosystem ?? "", (ref row, cell) => OneLine(Ecosystem, cell, LongestName) ?? Set(ref row, row with { Ecosystem = OrNone(cell) })),
        new(GitHub, false, r => r.GitHub ?? "", (ref row, cell) => OneLine(GitHub, cell, LongestName) ?? Set(ref row, row with { GitHub = OrNone(cell) })),
        new(Area, false, r => Join(r.Areas.Select(a => a.Typed())), ReadAreas),
        new(Links, false, r => Join(r.Links), ReadLinks),
        new(Note, false, r => r.Note ?? "", (ref row, cell) => Set(ref row, row with { Note = OrNone(cell) })),
    ];

    private static readonly Dictionary<string, RosterColumn> ByName = All.ToDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string column) => ByName.ContainsKey(column);

    public static RosterColumn? Find(string column) => ByName.GetValueOrDefault(column);

    /// <summary>Puts what a cell says into the row, or says what is wrong with it and the cure. Never repeats an e-mail address.</summary>
    public static string? Read(string column, ref RosterRow row, string cell)
    {
        var trimmed = cell.Trim();
        return column != Contacts && Contact.HoldsEmail(trimmed)
            ? $"{column} holds an e-mail address. Those belong into contacts and nowhere else."
            : ByName[column].Read(ref row, trimmed) ?? (ByName[column].Write(row).Length > LongestText ? TooLong(column, LongestText) : null);
    }

    private static string? ReadFolders(ref RosterRow row, string cell)
    {
        var folders = Split(cell).Select(RosterFolder.Parse).ToList();
        return folders.Find(f => f.Name.Length is 0 or > LongestName || f.Name.Any(char.IsControl)) is not null
            ? "folders has a part that is no folder. Write 2024/rust, or rust where the year makes no difference, and ; between several."
            : Set(ref row, row with { Folders = folders });
    }

    private static string? ReadPauses(ref RosterRow row, string cell)
    {
        var pauses = new List<RosterPause>();
        foreach (var part in Split(cell))
        {
            if (RosterDates.ParsePause(part) is not { } pause)
            {
                return $"paused {Shown(part)} is no pause. Write its first and last day as 2024-03-01..2024-04-30, leave the last out while nobody knows it (2024-03-01..), and put ; between several.";
            }

            pauses.Add(pause);
        }

        return Set(ref row, row with { Paused = pauses });
    }

    private static string? ReadContacts(ref RosterRow row, string cell)
    {
        var contacts = Split(cell).ToList();
        var wrong = contacts.FindIndex(c => !Contact.IsOne(c));
        return wrong >= 0 ? $"contacts: entry {wrong + 1} is neither a Slack id, for instance U0123ABCD, nor an e-mail address. Put ; between several."
            : contacts.Count > MostContacts ? $"contacts names more than {MostContacts}. Leave the first ones."
            : contacts.Where(c => c != Person.Former).GroupBy(c => c, StringComparer.OrdinalIgnoreCase).Any(g => g.Count() > 1) ? "contacts names somebody twice. Name each once, the first to be asked first."
            : Set(ref row, row with { Contacts = contacts });
    }

    private static string? ReadAreas(ref RosterRow row, string cell)
    {
        var areas = new List<FocusArea>();
        foreach (var part in Split(cell))
        {
            if (FocusAreaWords.Parse(part) is not { } area)
            {
                return $"area {Shown(part)} is unknown. Write {string.Join(", ", FocusAreaWords.Typeable)}, ; between several, or leave it blank.";
            }

            areas.Add(area);
        }

        return Set(ref row, row with { Areas = [.. areas.Distinct()] });
    }

    private static string? ReadLinks(ref RosterRow row, string cell)
    {
        var links = Split(cell).ToList();
        return links.Find(l => l.Length > LongestText || l.Any(char.IsWhiteSpace) || !Uri.TryCreate(l, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")) is { } wrong
            ? $"links {Shown(wrong)} is no web address. Write it whole, https://…, and ; between several."
            : Set(ref row, row with { Links = links });
    }

    private static string? Set(ref RosterRow row, RosterRow changed)
    {
        row = changed;
        return null;
    }

    private static string? Required(string column, string cell, int longest) =>
        cell.Length == 0 ? $"{column} is blank. Every row needs one." : OneLine(column, cell, longest);

    private static string? OneLine(string column, string cell, int longest) =>
        cell.Length > longest ? TooLong(column, longest) : cell.Any(char.IsControl) ? $"{column} has a line end or another character that cannot be seen. Write it on one line." : null;

    private static string TooLong(string column, int longest) => $"{column} is longer than {longest} characters. Make it shorter.";

    private static string NoDay(string column, string cell) => $"{column} {Shown(cell)} is no day. Write it as 2024-07-01, or 2024-07 for the month, or leave it blank.";

    private static string? OrNone(string cell) => cell.Length == 0 ? null : cell;

    private static string Join<T>(IEnumerable<T> parts) => string.Join(Between, parts);

    private static IEnumerable<string> Split(string cell) => cell.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What was written, short enough to be repeated on one line.</summary>
    private static string Shown(string cell) => $"\"{Unseen().Replace(cell.Length > 60 ? cell[..60] + "…" : cell, " ")}\"";

    [GeneratedRegex(@"\p{C}+", RegexOptions.NonBacktracking)]
    private static partial Regex Unseen();
}

/// <param name="Name">As in the header.</param>
/// <param name="IsRequired">Whether a file must have it, be it empty.</param>
/// <param name="Write">The cell of a row.</param>
/// <param name="Read">See <see cref="RosterCellReader"/>.</param>
public sealed record RosterColumn(string Name, bool IsRequired, Func<RosterRow, string> Write, RosterCellReader Read);

/// <summary>Puts what a trimmed cell says into the row, or answers what is wrong with it, and the cure.</summary>
public delegate string? RosterCellReader(ref RosterRow row, string cell);
