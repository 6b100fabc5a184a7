using NodaTime;

namespace AoBot.Engagements;

/// <summary>A row of the roster as it is kept: one engagement's life. See <see cref="RosterRow"/> for what each column means.</summary>
public sealed class RosterEntry
{
    public int Id { get; private set; }

    /// <summary>What reports call the same engagement, or may come to.</summary>
    public required Engagement Engagement { get; set; }

    public int EngagementId { get; private set; }

    /// <summary>Its place in the roster, counted from 0.</summary>
    public required int Position { get; set; }

    public required string Key { get; set; }

    public required string Name { get; set; }

    public IReadOnlyList<RosterFolder> Folders { get; set; } = [];

    public Cadence Cadence { get; set; }

    public LocalDate? Start { get; set; }

    public LocalDate? End { get; set; }

    public IReadOnlyList<RosterPause> Paused { get; set; } = [];

    /// <summary>The only column of the database that holds e-mail addresses.</summary>
    public IReadOnlyList<string> Contacts { get; set; } = [];

    public string? Zone { get; set; }

    public string? StaffOwner { get; set; }

    public string? Ecosystem { get; set; }

    public string? GitHub { get; set; }

    public IReadOnlyList<FocusArea> Areas { get; set; } = [];

    public IReadOnlyList<string> Links { get; set; } = [];

    public string? Note { get; set; }

    public IReadOnlyDictionary<string, string> Extra { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public RosterRow ToRow() => new()
    {
        Key = Key,
        Name = Name,
        Folders = Folders,
        Cadence = Cadence,
        Start = Start,
        End = End,
        Paused = Paused,
        Contacts = Contacts,
        Zone = Zone,
        StaffOwner = StaffOwner,
        Ecosystem = Ecosystem,
        GitHub = GitHub,
        Areas = Areas,
        Links = Links,
        Note = Note,
        Extra = Extra,
    };

    public void Take(RosterRow row)
    {
        (Key, Name, Folders, Cadence) = (row.Key, row.Name, row.Folders, row.Cadence);
        (Start, End, Paused) = (row.Start, row.End, row.Paused);
        (Contacts, Zone, StaffOwner) = (row.Contacts, row.Zone, row.StaffOwner);
        (Ecosystem, GitHub, Areas, Links, Note, Extra) = (row.Ecosystem, row.GitHub, row.Areas, row.Links, row.Note, row.Extra);
    }
}

/// <summary>How the roster's file looks, so that it can be written as it was read. At most one row.</summary>
public sealed class RosterLayout
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public IReadOnlyList<string> Columns { get; set; } = [];

    public required string LineEnd { get; set; }

    public required bool HasMark { get; set; }
}
