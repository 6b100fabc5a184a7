using System.Globalization;
using System.Text.RegularExpressions;

namespace AoBot.Engagements;

/// <summary>A folder of the repository that holds an engagement's updates: <c>2023/rust</c>, or <c>rust</c> in whatever year.</summary>
/// <param name="Year">None where the folder counts in every year.</param>
/// <param name="Name">As in the repository; its case makes no difference.</param>
public sealed partial record RosterFolder(int? Year, string Name)
{
    public static RosterFolder Parse(string written)
    {
        var trimmed = written.Trim().Trim('/');
        var match = WithYear().Match(trimmed);
        return match.Success
            ? new RosterFolder(int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["name"].Value)
            : new RosterFolder(null, trimmed);
    }

    /// <summary>Whether some folder of the repository belongs to both.</summary>
    public bool Meets(RosterFolder other) => NameIs(other.Name) && (Year is null || other.Year is null || Year == other.Year);

    /// <summary>Whether this is the folder of that name in that year.</summary>
    public bool Holds(int year, string name) => NameIs(name) && (Year is null || Year == year);

    public bool Equals(RosterFolder? other) => other is not null && Year == other.Year && NameIs(other.Name);

    public override int GetHashCode() => HashCode.Combine(Year, StringComparer.OrdinalIgnoreCase.GetHashCode(Name));

    public override string ToString() => Year is { } year ? $"{year:0000}/{Name}" : Name;

    private bool NameIs(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^(?<year>[0-9]{4})/(?<name>.*[^/ ].*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex WithYear();
}
