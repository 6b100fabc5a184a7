using AoBot.Engagements;
using AoBot.Updates.Reading;
using NodaTime;

namespace AoBot.Updates;

/// <summary>
/// The truth about who has reported, as a pure function of the repository's history, the roster, what staff answered, and an instant. It plays the
/// landings up to the instant, reads the names of all files of a partner together, and lays the months that they cover beside those that are owed.
/// A few milliseconds for some hundred files; nothing is kept from one call to the next.
/// </summary>
public static class Ledger
{
    /// <param name="history">What a reader made of the repository. Later landings than <paramref name="asOf"/> do no harm.</param>
    /// <param name="roster">Whom the fund works with; without one partners come from the folders.</param>
    /// <param name="asOf">The instant that is asked about.</param>
    /// <param name="options">The folder, due days, answers, skips.</param>
    public static LedgerReading At(RepositoryHistory history, Roster? roster, Instant asOf, LedgerOptions options)
    {
        var tree = TreeReplay.At(history, asOf);
        var claims = new Claims(history, roster, tree, asOf, options);
        var deliveries = claims.Deliveries();
        var coverage = claims.Owners.All.SelectMany(o => o.Rows)
            .Select(row => CoveragePolicy.Of(row, roster is null, [.. deliveries[row.Key]], asOf, options))
            .ToList();
        return new LedgerReading(asOf, tree.Last?.Commit, claims.Files, [.. coverage.SelectMany(c => c.Cells)], QuestionPolicy.Of(claims, roster is not null, asOf))
        {
            Partners = [.. coverage.Select(c => c.Partner)],
        };
    }
}
