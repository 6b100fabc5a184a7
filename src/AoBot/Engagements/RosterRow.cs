using NodaTime;

namespace AoBot.Engagements;

/// <summary>One engagement's life, as a line of the roster. A partner with a gap has one for each span.</summary>
public sealed record RosterRow
{
    /// <summary>What scripts name it by; unlike any other of the roster, whatever the case.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>Where its updates lie. The same folder may stand in rows whose spans do not overlap.</summary>
    public IReadOnlyList<RosterFolder> Folders { get; init; } = [];

    public Cadence Cadence { get; init; }

    /// <summary>Its first day; none where it is not known, and then it has always lived.</summary>
    public LocalDate? Start { get; init; }

    /// <summary>Its last day; none while it goes on.</summary>
    public LocalDate? End { get; init; }

    public IReadOnlyList<RosterPause> Paused { get; init; } = [];

    /// <summary>Whom to ask, the first first: Slack ids or e-mail addresses. The only place where an address may stand.</summary>
    public IReadOnlyList<string> Contacts { get; init; } = [];

    /// <summary>An IANA zone, for instance <c>America/New_York</c>.</summary>
    public string? Zone { get; init; }

    /// <summary>The Slack id of the one of the fund's staff who looks after it.</summary>
    public string? StaffOwner { get; init; }

    public string? Ecosystem { get; init; }

    /// <summary>Its user or organisation at GitHub.</summary>
    public string? GitHub { get; init; }

    public IReadOnlyList<FocusArea> Areas { get; init; } = [];

    /// <summary>Web addresses.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public string? Note { get; init; }

    /// <summary>What stands in columns that AoBot does not know, by column; untouched. Blank cells are left out.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>A key for a name: <c>Ruby Central (2)</c> is <c>ruby-central-2</c>.</summary>
    public static string KeyFrom(string name) =>
        string.Join('-', new string([.. name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What somebody, or a report, may call it by: its name, its key, its folders; made comparable.</summary>
    public IEnumerable<string> NameKeys =>
        new[] { Name, Key }.Concat(Folders.Select(f => f.Name.Split('/')[^1]).Where(n => n.Any(char.IsLetter)))
            .Select(EngagementDirectory.KeyOf)
            .Where(k => k.Length > 0)
            .Distinct(StringComparer.Ordinal);

    /// <summary>Whether that day lies within its span, paused or not.</summary>
    public bool LivesOn(LocalDate day) => (Start is not { } start || start <= day) && (End is not { } end || day <= end);

    public bool IsPausedOn(LocalDate day) => Paused.Any(p => p.Holds(day));

    /// <summary>Whether some day lies within both spans.</summary>
    public bool MeetsSpanOf(RosterRow other) =>
        (Start is not { } start || other.End is not { } otherEnd || start <= otherEnd)
        && (End is not { } end || other.Start is not { } otherStart || otherStart <= end);
}

/// <summary>Days on which an engagement owes nothing.</summary>
/// <param name="From">The first of them.</param>
/// <param name="To">The last of them; none while nobody knows.</param>
public sealed record RosterPause(LocalDate From, LocalDate? To)
{
    /// <exception cref="FormatException">It is no pause.</exception>
    public static RosterPause Parse(string written) => RosterDates.ParsePause(written) ?? throw new FormatException("This is no pause.");

    public bool Holds(LocalDate day) => From <= day && (To is not { } to || day <= to);

    /// <summary>Whether some day lies within both.</summary>
    public bool Meets(RosterPause other) => (other.To is not { } otherTo || From <= otherTo) && (To is not { } to || other.From <= to);

    /// <summary>As the roster's file has it: <c>2024-03-01..2024-04-30</c>.</summary>
    public override string ToString() => RosterDates.Write(this);
}

/// <summary>Whom the fund works with, and when.</summary>
/// <param name="Rows">In the order of the file.</param>
/// <param name="Columns">The header, unknown columns too, as the file has it; empty for the usual one.</param>
public sealed record Roster(IReadOnlyList<RosterRow> Rows, IReadOnlyList<string> Columns)
{
    /// <summary>CRLF, as RFC 4180 has it, unless the file that was read ends its lines otherwise.</summary>
    public string LineEnd { get; init; } = "\r\n";

    /// <summary>Whether the file begins with a byte order mark, as spreadsheets write it.</summary>
    public bool HasMark { get; init; }

    public static Roster Empty { get; } = new([], []);

    /// <summary>The columns that AoBot does not know.</summary>
    public IReadOnlyList<string> ExtraColumns => [.. Columns.Where(c => !RosterColumns.IsKnown(c))];
}
