using AoBot.Engagements;
using AoBot.Updates.Names;
using NodaTime;

namespace AoBot.Updates.Reading;

/// <summary>Everything in the tree of an instant, that was in it, and that open pull requests would add: read, and with its owner.</summary>
internal sealed class Claims
{
    private readonly RepositoryHistory _history;
    private readonly LedgerOptions _options;
    private readonly string _root;
    private readonly List<Claim> _former;
    private readonly List<(PullRequest Pull, FileChange File, UpdatePath Path)> _proposed;
    private readonly HashSet<string> _nobodys;
    private readonly Dictionary<Claim, LedgerFile> _files = [];
    private readonly Dictionary<string, Instant> _opened = new(StringComparer.Ordinal);

    public Claims(RepositoryHistory history, Roster? roster, TreeReplay tree, Instant asOf, LedgerOptions options)
    {
        (_history, _options, _root) = (history, options, options.Path.Length == 0 ? "" : options.Path + "/");
        var present = tree.Files.Where(f => IsWithin(f.Path)).Select(f => (Life: f, Path: UpdatePath.Read(f.Path, options.Path))).ToList();
        var former = tree.Deleted.Where(f => IsWithin(f.Path) && f.Now.HasText).Select(f => (Life: f, Path: UpdatePath.Read(f.Path, options.Path))).ToList();
        _nobodys = [.. options.Answers.Where(a => a.IsFolder).Select(a => UpdatePath.Read(a.Path, options.Path).Partner)];
        _proposed = Proposed(tree, asOf);
        Owners = new Owners(roster, present.Select(p => p.Path).Concat(former.Select(f => f.Path)).Concat(_proposed.Select(p => p.Path)));

        Present = present.ConvertAll(p => ClaimOf(p.Life, p.Path));
        foreach (var group in Present.GroupBy(c => c.Group))
        {
            MonthsPolicy.Decide([.. group]);
        }

        _former = former.ConvertAll(f => ClaimOf(f.Life, f.Path));
        foreach (var claim in _former)
        {
            MonthsPolicy.Decide([claim]);
        }

        foreach (var claim in Present)
        {
            _files[claim] = Describe(claim);
        }

        Open(asOf);
    }

    public Owners Owners { get; }

    /// <summary>What is in the tree, in the order of the paths.</summary>
    public IReadOnlyList<Claim> Present { get; }

    public IReadOnlyList<LedgerFile> Files => [.. Present.Select(c => _files[c])];

    public LedgerFile FileOf(Claim claim) => _files[claim];

    /// <summary>What covers a month, landed or proposed, by the key of the engagement.</summary>
    public ILookup<string, Delivery> Deliveries() => Present.SelectMany(Landed).Concat(_proposed.GroupBy(p => Owners.Of(p.Path)).SelectMany(g => g.Key is null ? [] : InReview(g.Key, [.. g])))
        .ToLookup(d => d.Engagement, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether staff said that a partner's folder is nobody's.</summary>
    public bool IsNobodys(UpdatePath path) => _nobodys.Contains(path.Partner);

    private bool IsWithin(string path) => path.StartsWith(_root, StringComparison.Ordinal);

    private UpdateText TextOf(string blob) => _history.Texts.GetValueOrDefault(blob) ?? UpdateText.Silent;

    private List<(PullRequest Pull, FileChange File, UpdatePath Path)> Proposed(TreeReplay tree, Instant asOf) =>
    [
        .. from pull in _history.PullRequests
           where pull.IsOpen(asOf)
           from file in pull.Files
           where file.Blob is not null && IsWithin(file.Path) && !tree.HasText(file.Path) && (file.PreviousPath is not { } before || !tree.HasText(before))
           select (pull, file, UpdatePath.Read(file.Path, _options.Path)),
    ];

    /// <summary>When a pull request that was merged had first proposed a path.</summary>
    private void Open(Instant asOf)
    {
        foreach (var pull in _history.PullRequests.Where(p => p.Merged <= asOf))
        {
            foreach (var file in pull.Files.Where(f => f.Blob is not null))
            {
                _opened[file.Path] = _opened.TryGetValue(file.Path, out var before) ? Instant.Min(before, pull.Opened) : pull.Opened;
            }
        }
    }

    private Claim ClaimOf(FileLife life, UpdatePath path)
    {
        var first = life.FirstText ?? life.Now;
        var answer = _options.Answers.FirstOrDefault(a => life.Was(a.Path));
        return new Claim
        {
            Path = path,
            Owner = Owners.Called(answer?.Partner) ?? Owners.Of(path),
            Life = life,
            Blob = life.Now.Blob,
            Size = life.Now.Size,
            Text = TextOf(life.Now.Blob),
            Landed = first.Landing.Landed,
            Reached = (life.MostOfText ?? life.Now).Landing.Landed,
            Written = first.Written,
            Landing = first.Landing.Commit,
            Answer = answer,
        };
    }

    private LedgerFile Describe(Claim claim)
    {
        var life = claim.Life!;
        var (landed, written) = claim.Months.Count == 0 ? (claim.Landed, claim.Written) : claim.Months.Select(m => Since(claim, m)).Min();
        return new LedgerFile(
            claim.Path.Path,
            claim.Owner?.RowFor(claim.Months.Count > 0 ? claim.Months[^1] : claim.Landed.MonthInUtc()).Key,
            claim.Kind,
            claim.Months,
            life.Now.HasText ? landed : null,
            life.Now.HasText ? written : null,
            claim.Judgement.Sure,
            claim.Judgement.Why,
            claim.Blob,
            claim.Size,
            life.LastLanding.Commit);
    }

    private IEnumerable<Delivery> Landed(Claim claim)
    {
        if (claim is not { Owner: { } owner, Kind: FileKind.Update })
        {
            yield break;
        }

        foreach (var month in claim.Months)
        {
            // A month is delivered once: from the first text on that covers it, as long as there is one.
            var (landed, written) = Since(claim, month);
            foreach (var former in _former.Where(f => f.Owner == owner && f.Delivers(month)).OrderByDescending(f => f.Life!.Gone!.Landed))
            {
                (landed, written) = former.Life!.Gone!.Landed >= landed ? Earlier((landed, written), Since(former, month)) : (landed, written);
            }

            var proposed = _opened.TryGetValue(claim.Path.Path, out var opened) ? Instant.Min(opened, written) : written;
            yield return new Delivery(owner.RowFor(month).Key, month, claim.Months, claim.Path.Path, claim.Life!.LastLanding.Commit, landed, proposed, claim.Judgement.Sure);
        }
    }

    /// <summary>
    /// Since when a text covers a month. One to which each month is added covers it since the version that has its heading; one that took the place of
    /// another text for the month, since that did.
    /// </summary>
    private (Instant Landed, Instant Written) Since(Claim claim, YearMonth month)
    {
        var version = claim is { IsHeaded: true, Text.Sections.Count: > 1 } ? claim.Life!.Versions.FirstOrDefault(v => v.HasText && claim.Headed(TextOf(v.Blob)).Contains(month)) : null;
        var since = version is null ? (claim.Landed, claim.Written) : (version.Landing.Landed, version.Written);
        var replaced = _former.Find(f => f != claim && f.Delivers(month) && f.Life!.Gone!.Commit == (version?.Landing.Commit ?? claim.Landing) && Equals(f.Group, claim.Group));
        return replaced is null ? since : Earlier(since, Since(replaced, month));
    }

    private static (Instant Landed, Instant Written) Earlier((Instant Landed, Instant Written) one, (Instant Landed, Instant Written) other) => other.Landed < one.Landed ? other : one;

    /// <summary>What open pull requests would deliver, read beside fresh copies of what landed: a proposal never changes how the tree is read.</summary>
    private IEnumerable<Delivery> InReview(Owner owner, IReadOnlyList<(PullRequest Pull, FileChange File, UpdatePath Path)> proposed)
    {
        var claims = proposed.Select(p => (p.Pull, Claim: new Claim
        {
            Path = p.Path,
            Owner = owner,
            Blob = p.File.Blob!,
            Size = p.File.Size,
            Text = TextOf(p.File.Blob!),
            Landed = p.Pull.Opened,
            Reached = p.Pull.Opened,
            Written = Instant.Min(p.Pull.Opened, p.File.Written),
        })).ToList();
        MonthsPolicy.Decide([.. Present.Where(c => c.Owner == owner).Select(c => ClaimOf(c.Life!, c.Path)), .. claims.Select(c => c.Claim)]);
        return from one in claims
               where one.Claim.Kind == FileKind.Update
               from month in one.Claim.Months
               select new Delivery(owner.RowFor(month).Key, month, one.Claim.Months, one.Claim.Path.Path, one.Pull.Head, null, one.Pull.Opened, one.Claim.Judgement.Sure, one.Pull);
    }
}
