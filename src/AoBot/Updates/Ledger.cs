using AoBot.Engagements;
using AoBot.Updates.Names;
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
    private static readonly Duration AYear = Duration.FromDays(365);

    /// <param name="history">What a reader made of the repository. Later landings than <paramref name="asOf"/> do no harm.</param>
    /// <param name="roster">Whom the fund works with; without one partners come from the folders.</param>
    /// <param name="asOf">The instant that is asked about.</param>
    /// <param name="options">The folder, due days, answers.</param>
    public static LedgerReading At(RepositoryHistory history, Roster? roster, Instant asOf, LedgerOptions options)
    {
        var tree = TreeReplay.At(history, asOf);
        var root = options.Path.Length == 0 ? "" : options.Path + "/";
        var paths = new Dictionary<string, UpdatePath>(StringComparer.Ordinal);
        var present = tree.Files.Where(f => f.Path.StartsWith(root, StringComparison.Ordinal)).ToList();
        var gone = tree.Deleted.Where(f => f.Path.StartsWith(root, StringComparison.Ordinal) && f.Now.HasText).ToList();
        var proposals = history.PullRequests
            .Where(p => p.IsOpen(asOf))
            .SelectMany(p => p.Files.Where(f => f.Blob is not null && f.Path.StartsWith(root, StringComparison.Ordinal) && !tree.HasText(f.Path) && (f.PreviousPath is null || !tree.HasText(f.PreviousPath))).Select(f => (Pull: p, File: f)))
            .ToList();
        var owners = new Owners(roster, present.Concat(gone).Select(f => f.Path).Concat(proposals.Select(p => p.File.Path)).Select(PathOf));

        var claims = present.Select(f => (Life: f, Claim: ClaimOf(f))).ToList();
        var groups = claims.GroupBy(c => GroupOf(c.Claim.Path)).ToList();
        foreach (var group in groups)
        {
            MonthsPolicy.Decide([.. group.Select(c => c.Claim)], Owed(group.Key));
        }

        var former = gone.ConvertAll(f => new Former(f, ClaimOf(f)));
        foreach (var one in former)
        {
            MonthsPolicy.Decide([one.Claim], Owed(GroupOf(one.Claim.Path)));
        }

        var opened = Opened(history, asOf);
        var files = new List<LedgerFile>();
        var deliveries = new Dictionary<string, List<Delivery>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (life, claim) in claims)
        {
            var owner = owners.Of(claim.Path);
            var landed = claim.Months.Select(m => (Month: m, From: Since(claim, life, m))).ToList();
            var first = landed.Count == 0 ? (claim.Landed, claim.Written) : landed.Min(m => m.From);
            files.Add(new LedgerFile(
                claim.Path.Path,
                owner?.RowFor(claim.Months.Count > 0 ? claim.Months[^1] : claim.Landed.MonthInUtc()).Key,
                claim.Kind,
                claim.Months,
                life.Now.HasText ? first.Landed : null,
                life.Now.HasText ? first.Written : null,
                claim.Judgement.Sure,
                claim.Judgement.Why,
                life.Now.Blob,
                life.Now.Size,
                life.LastLanding.Commit));
            foreach (var (month, from) in owner is null || claim.Kind != FileKind.Update ? [] : landed)
            {
                var covered = Covered(former, owner!, owners, month, from);
                var written = opened.TryGetValue(claim.Path.Path, out var at) ? Instant.Min(at, covered.Written) : covered.Written;
                Add(owner!, new Delivery(month, claim.Months, claim.Path.Path, life.LastLanding.Commit, covered.Landed, written, claim.Judgement.Sure));
            }
        }

        foreach (var group in proposals.GroupBy(p => GroupOf(PathOf(p.File.Path))))
        {
            Propose(group.Key, [.. group]);
        }

        var coverage = owners.All.SelectMany(o => o.Rows)
            .Select(row => CoveragePolicy.Of(row, roster is null, deliveries.GetValueOrDefault(row.Key) ?? [], asOf, options))
            .ToList();
        return new LedgerReading(asOf, tree.Last?.Commit, files, [.. coverage.SelectMany(c => c.Cells)], Questions(files, roster is null, PathOf, owners, root, asOf))
        {
            Partners = [.. coverage.Select(c => c.Partner)],
        };

        UpdatePath PathOf(string path) => paths.TryGetValue(path, out var known) ? known : paths[path] = UpdatePath.Read(path, options.Path);

        UpdateText TextOf(string blob) => history.Texts.GetValueOrDefault(blob) ?? UpdateText.Silent;

        // Files of nobody are looked at together as well, folder by folder.
        object GroupOf(UpdatePath path) => (object?)owners.Of(path) ?? (path.Folders.Count > 0 ? EngagementDirectory.KeyOf(path.Folders[0]) : "");

        Func<YearMonth, bool> Owed(object group) => group is Owner owner ? owner.Lived : _ => true;

        Claim ClaimOf(FileLife life) => new()
        {
            Path = PathOf(life.Path),
            Blob = life.Now.Blob,
            Size = life.Now.Size,
            Text = TextOf(life.Now.Blob),
            Landed = (life.FirstText ?? life.Now).Landing.Landed,
            Reached = (life.MostOfText ?? life.Now).Landing.Landed,
            Written = (life.FirstText ?? life.Now).Written,
            Landing = (life.FirstText ?? life.Now).Landing.Commit,
            Answer = options.Answers.FirstOrDefault(a => life.Was(a.Path)),
        };

        // A text to which each month is added grows: a month is there since the version that has its heading. A text that took the place of another one
        // for the same month is there since that was.
        (Instant Landed, Instant Written) Since(Claim claim, FileLife life, YearMonth month)
        {
            var version = claim.Text.Sections.Count > 1 && claim.Path.Name.Months.Count == 0
                ? life.Versions.FirstOrDefault(v => v.HasText && NamedMonth.Resolve(TextOf(v.Blob).Sections, claim.Path.Year ?? month.Year).Contains(month))
                : null;
            var since = version is null ? (claim.Landed, claim.Written) : (version.Landing.Landed, version.Written);
            var replaced = former.Find(f => f.Life.Gone!.Commit == (version?.Landing.Commit ?? claim.Landing) && f.Claim.Kind == FileKind.Update && f.Claim.Months.Contains(month) && Equals(GroupOf(f.Claim.Path), GroupOf(claim.Path)));
            return replaced is null ? since : Earlier(since, Since(replaced.Claim, replaced.Life, month));
        }

        // A month is delivered once: from the first text on that covers it, as long as there is one.
        (Instant Landed, Instant Written) Covered(IReadOnlyList<Former> all, Owner owner, Owners known, YearMonth month, (Instant Landed, Instant Written) since)
        {
            foreach (var one in all.Where(f => f.Claim.Kind == FileKind.Update && f.Claim.Months.Contains(month) && known.Of(f.Claim.Path) == owner).OrderByDescending(f => f.Life.Gone!.Landed))
            {
                since = one.Life.Gone!.Landed >= since.Landed ? Earlier(since, Since(one.Claim, one.Life, month)) : since;
            }

            return since;
        }

        void Propose(object group, List<(PullRequest Pull, FileChange File)> proposed)
        {
            if (group is not Owner owner)
            {
                return;
            }

            // Read beside fresh copies of what landed: a proposal never changes how the tree is read.
            var added = proposed.ConvertAll(p => (p.Pull, Claim: new Claim
            {
                Path = PathOf(p.File.Path),
                Blob = p.File.Blob!,
                Size = p.File.Size,
                Text = TextOf(p.File.Blob!),
                Landed = p.Pull.Opened,
                Reached = p.Pull.Opened,
                Written = Instant.Min(p.Pull.Opened, p.File.Written),
            }));
            MonthsPolicy.Decide([.. claims.Where(c => Equals(GroupOf(c.Claim.Path), owner)).Select(c => ClaimOf(c.Life)), .. added.Select(a => a.Claim)], owner.Lived);
            foreach (var (pull, claim) in added.Where(a => a.Claim.Kind == FileKind.Update))
            {
                foreach (var month in claim.Months)
                {
                    Add(owner, new Delivery(month, claim.Months, claim.Path.Path, pull.Head, null, pull.Opened, claim.Judgement.Sure, pull));
                }
            }
        }

        void Add(Owner owner, Delivery delivery)
        {
            var key = owner.RowFor(delivery.Month).Key;
            (deliveries.TryGetValue(key, out var list) ? list : deliveries[key] = []).Add(delivery);
        }
    }

    /// <summary>A text that was deleted.</summary>
    private sealed record Former(FileLife Life, Claim Claim);

    private static (Instant Landed, Instant Written) Earlier((Instant Landed, Instant Written) one, (Instant Landed, Instant Written) other) => other.Landed < one.Landed ? other : one;

    /// <summary>When a pull request first proposed a path, for those that are known.</summary>
    private static Dictionary<string, Instant> Opened(RepositoryHistory history, Instant asOf)
    {
        var opened = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (var pull in history.PullRequests.Where(p => p.Merged <= asOf))
        {
            foreach (var file in pull.Files.Where(f => f.Blob is not null))
            {
                opened[file.Path] = opened.TryGetValue(file.Path, out var before) ? Instant.Min(before, pull.Opened) : pull.Opened;
            }
        }

        return opened;
    }

    private static List<LedgerQuestion> Questions(List<LedgerFile> files, bool fromFolders, Func<string, UpdatePath> pathOf, Owners owners, string root, Instant asOf)
    {
        var folders = fromFolders ? [] : files
            .Where(f => f.Partner is null && f.Landed is not null && pathOf(f.Path).Folders.Count > 0)
            .GroupBy(f => pathOf(f.Path) is var p ? (p.Year, p.Folders[0]) : default)
            .Select(g => new LedgerQuestion(
                $"{root}{(g.Key.Year is { } year ? $"{year}/" : "")}{g.Key.Item2}",
                true,
                owners.Nearest(g.Key.Item2),
                FileKind.Other,
                [],
                "no engagement of the roster has this folder",
                g.Min(f => f.Landed!.Value)));
        return [.. files
            .Where(f => !f.Sure && f.Landed is not null && (fromFolders || f.Partner is not null || pathOf(f.Path).Folders.Count == 0))
            .Select(f => new LedgerQuestion(f.Path, false, f.Partner, f.Kind, f.Months, f.Why, f.Landed!.Value))
            .Concat(folders)
            .Where(q => asOf - q.Since <= AYear)
            .OrderByDescending(q => q.Since)
            .ThenBy(q => q.Path, StringComparer.Ordinal)];
    }
}
