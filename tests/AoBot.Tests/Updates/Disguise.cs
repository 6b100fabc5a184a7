using System.Text.RegularExpressions;
using AoBot.Engagements;
using AoBot.Updates;
using NodaTime;

namespace AoBot.Tests.Updates;

/// <summary>The same history of other partners in other years: whatever reads it must not know these names.</summary>
/// <param name="years">By how many years everything is moved.</param>
/// <param name="seed">Which names the partners get.</param>
internal sealed partial class Disguise(int years, int seed)
{
    private static readonly string[] Syllables = ["ka", "lo", "mi", "nu", "re", "so", "ti", "va", "we", "zo", "br", "dri"];

    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Random _random = new(seed);

    public RepositoryHistory On(RepositoryHistory history) => history with
    {
        Landings = [.. history.Landings.Select(l => l with { Landed = Move(l.Landed), Changes = [.. l.Changes.Select(On)] })],
        Texts = history.Texts.ToDictionary(t => t.Key, t => t.Value with { Sections = On(t.Value.Sections), Also = On(t.Value.Also), Title = On(t.Value.Title) }, StringComparer.Ordinal),
    };

    public Roster On(Roster roster) => roster with
    {
        Rows = [.. roster.Rows.Select(r => r with
        {
            Name = r.Key,
            Folders = [.. r.Folders.Select(f => new RosterFolder(f.Year + years, Partner(f.Name)))],
            Start = r.Start?.PlusYears(years),
            End = r.End?.PlusYears(years),
        })],
    };

    public Golden On(Golden golden) => golden with { Path = On(golden.Path), Months = [.. golden.Months.Select(m => m.PlusMonths(12 * years))] };

    private FileChange On(FileChange change) => change with { Path = On(change.Path), PreviousPath = change.PreviousPath is { } path ? On(path) : null, Written = Move(change.Written) };

    private IReadOnlyList<NamedMonth> On(IReadOnlyList<NamedMonth> months) => [.. months.Select(m => m with { Year = m.Year + years })];

    /// <summary>Every year in a path, and the partner's folder where there is one.</summary>
    private string On(string path)
    {
        var parts = path.Split('/');
        if (parts.Length > 4)
        {
            parts[3] = Partner(parts[3]);
        }

        return Year().Replace(string.Join('/', parts), year => $"{int.Parse(year.Value) + years}");
    }

    private string Partner(string name) => _names.TryGetValue(name, out var known) ? known : _names[name] = string.Concat(Enumerable.Range(0, 4).Select(_ => Syllables[_random.Next(Syllables.Length)])) + _names.Count;

    /// <summary>By calendar years, so that the days of a month stay where they are.</summary>
    private Instant Move(Instant instant) => instant.InUtc().LocalDateTime.PlusYears(years).InUtc().ToInstant();

    [GeneratedRegex("20[0-9]{2}")]
    private static partial Regex Year();
}
