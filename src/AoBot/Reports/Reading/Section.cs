namespace AoBot.Reports.Reading;

/// <summary>What a section of a report is about, by its heading.</summary>
internal enum SectionKind
{
    Other,
    Overview,
    News,
    Grants,
    KeyResults,
    Purpose,
    Status,
    Team,
    UpNext,
    UpcomingEvents,
    Funding,
    Reporting,
    Questions,
    Additional,
}

/// <param name="Heading">Its heading.</param>
/// <param name="Level">1 for the title.</param>
/// <param name="Line">Of the heading.</param>
/// <param name="Kind">By its own heading, else by the section it is part of.</param>
/// <param name="Parent">The section it is part of.</param>
internal sealed record Section(string Heading, int Level, int Line, SectionKind Kind, Section? Parent)
{
    /// <summary>The first that fits counts: "Funding requests and updates" is about funding.</summary>
    private static readonly (string Word, SectionKind Kind)[] Words =
    [
        ("overview", SectionKind.Overview),
        ("up next", SectionKind.UpNext), ("what's next", SectionKind.UpNext), ("what’s next", SectionKind.UpNext), ("next steps", SectionKind.UpNext), ("looking ahead", SectionKind.UpNext),
        ("upcoming", SectionKind.UpcomingEvents), ("next events", SectionKind.UpcomingEvents),
        ("key result", SectionKind.KeyResults), ("objective", SectionKind.KeyResults), ("okr", SectionKind.KeyResults),
        ("question", SectionKind.Questions), ("additional", SectionKind.Additional),
        ("grant", SectionKind.Grants), ("engagement", SectionKind.Grants), ("funding", SectionKind.Funding),
        ("purpose", SectionKind.Purpose), ("mission", SectionKind.Purpose),
        ("recent", SectionKind.News), ("news", SectionKind.News), ("media", SectionKind.News), ("blog", SectionKind.News), ("update", SectionKind.News), ("highlight", SectionKind.News),
        ("report", SectionKind.Reporting), ("publication", SectionKind.Reporting),
        ("status", SectionKind.Status), ("team", SectionKind.Team), ("people", SectionKind.Team),
    ];

    public static Section Under(Section? before, string heading, int level, int line)
    {
        var parent = before;
        while (parent is not null && parent.Level >= level)
        {
            parent = parent.Parent;
        }

        var own = level == 1 ? SectionKind.Other : KindOf(heading);
        // "Overview" holds whatever has no heading of its own: it hands nothing down.
        var kind = own == SectionKind.Other && parent is { Kind: not SectionKind.Overview } ? parent.Kind : own;
        return new Section(heading, level, line, kind, parent);
    }

    /// <summary>Whether the heading itself is one that TAC reports have.</summary>
    public static SectionKind KindOf(string heading) =>
        Words.Where(w => heading.Contains(w.Word, StringComparison.OrdinalIgnoreCase)).Select(w => w.Kind).FirstOrDefault();
}
