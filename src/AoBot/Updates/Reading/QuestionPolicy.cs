using NodaTime;

namespace AoBot.Updates.Reading;

/// <summary>What staff should be asked: files that were not read beyond doubt, and folders of nobody. Never about what is older than a year.</summary>
internal static class QuestionPolicy
{
    private static readonly Duration AYear = Duration.FromDays(365);

    /// <param name="claims">What the tree holds.</param>
    /// <param name="hasRoster">Without a roster every folder is somebody's.</param>
    /// <param name="asOf">The instant.</param>
    public static IReadOnlyList<LedgerQuestion> Of(Claims claims, bool hasRoster, Instant asOf) =>
    [
        .. OfFiles(claims).Concat(hasRoster ? OfFolders(claims) : [])
            .Where(q => asOf - q.Since <= AYear)
            .OrderByDescending(q => q.Since)
            .ThenBy(q => q.Path, StringComparer.Ordinal),
    ];

    private static IEnumerable<LedgerQuestion> OfFiles(Claims claims) =>
        from claim in claims.Present
        let file = claims.FileOf(claim)
        where !file.Sure && file.Landed is not null && (claim.Owner is not null || claim.Path.Folders.Count == 0)
        select new LedgerQuestion(file.Path, false, file.Partner, file.Kind, file.Months, file.Why, file.Landed!.Value);

    /// <summary>Whose a folder is comes first; its files may be asked about when that is known.</summary>
    private static IEnumerable<LedgerQuestion> OfFolders(Claims claims) =>
        from claim in claims.Present
        let file = claims.FileOf(claim)
        where claim.Owner is null && claim.Path.Folders.Count > 0 && file.Landed is not null && !claims.IsNobodys(claim.Path)
        group file.Landed!.Value by (claim.Path.YearFolder, Name: claim.Path.Folders[0]) into folder
        select new LedgerQuestion($"{folder.Key.YearFolder}{folder.Key.Name}", true, claims.Owners.Nearest(folder.Key.Name), FileKind.Other, [], "no engagement of the roster has this folder", folder.Min());
}
