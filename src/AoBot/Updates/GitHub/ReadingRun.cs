namespace AoBot.Updates.GitHub;

/// <summary>One reading, and how far it has come.</summary>
internal sealed class ReadingRun
{
    /// <summary>After more landings than this at once the branch is read as a whole, which can be ended and goes on.</summary>
    private const int MostLandings = 10;

    private readonly Settings _settings;
    private readonly GitHubRepository _repository;
    private readonly IDictionary<string, Landing> _done;
    private readonly Func<GitHubReading, CancellationToken, Task> _save;
    private readonly Func<int, string> _howLong;
    private readonly KnownTexts _texts;
    private readonly TreeReader _trees;
    private readonly ChangeReader _changes;
    private readonly LandingReader _landings;
    private string? _head;

    /// <param name="settings">Branch and folder.</param>
    /// <param name="repository">Where from.</param>
    /// <param name="done">The landings that were read before, by commit.</param>
    /// <param name="last">The last reading.</param>
    /// <param name="save">Keeps what was read so far.</param>
    /// <param name="howLong">How long so many requests take, in words.</param>
    public ReadingRun(Settings settings, GitHubRepository repository, IDictionary<string, Landing> done, GitHubReading last, Func<GitHubReading, CancellationToken, Task> save, Func<int, string> howLong)
    {
        (_settings, _repository, _done, _save, _howLong, Now) = (settings, repository, done, save, howLong, last);
        _texts = new KnownTexts(last.History);
        _trees = new TreeReader(repository, settings.UpdatesPath);
        _changes = new ChangeReader(repository, _trees, _texts);
        _landings = new LandingReader(repository, _trees, _changes, _texts);

        // A landing without changes may have been passed over while nothing is proven yet.
        foreach (var landing in last.History.Landings.Where(l => last.IsComplete || l.Changes.Count > 0))
        {
            done.TryAdd(landing.Commit, landing);
        }
    }

    public GitHubReading Now { get; private set; }

    private RepositoryHistory History => Now.History;

    private ReaderState State => Now.State;

    /// <summary>Goes on from what is known. False where that cannot be done and the whole branch is to be read.</summary>
    public async Task<bool> Advance(CancellationToken cancellationToken)
    {
        if (State.Head is null || State.Whole is not null)
        {
            return false;
        }

        // First the pull requests: one that is merged in between is then in review for a moment longer, and never nowhere.
        var branch = await BranchName(cancellationToken);
        var pulls = new PullRequestReader(_repository, _changes);
        var listed = await pulls.List(branch, State.PullTags, cancellationToken);
        var (head, tag) = await Head(branch, cancellationToken);
        var history = History;
        if (head != State.Head)
        {
            if (await Since(State.Head, head, cancellationToken) is not { } landed)
            {
                _head = head;
                return false;
            }

            history = history with { Landings = [.. history.Landings, .. landed] };
        }

        if (listed is { } list)
        {
            history = history with { PullRequests = await pulls.Update(history.PullRequests, list.Open, branch, new KnownTree(history.Landings), cancellationToken) };
        }

        Now = new GitHubReading(
            history with { Branch = branch, Texts = _texts.Facts },
            State with { Head = head, BranchTag = tag, PullTags = listed?.Tags ?? State.PullTags });
        return true;
    }

    /// <summary>Reads the branch from its beginning, or goes on with that.</summary>
    public async Task ReadWhole(CancellationToken cancellationToken)
    {
        var branch = await BranchName(cancellationToken);
        var whole = State.Whole ?? new WholeReading { Head = _head ?? (await Head(branch, cancellationToken)).Sha };
        var reader = new WholeReader(_repository, _trees, _landings, _settings.UpdatesPath, _done);
        var landings = await reader.Read(whole, Save, cancellationToken);
        Now = new GitHubReading(
            History with { Branch = branch, Landings = landings, Texts = _texts.Facts },
            State with { Head = whole.Head, BranchTag = null, Whole = null });
        await _save(Now, cancellationToken);

        async Task Save(WholeReading at, IReadOnlyList<Landing>? read, string words, int requestsLeft)
        {
            // Until the new reading is whole, the last one stays the truth. What was passed over may have to be looked at after all: it is not kept yet.
            var history = Now.IsComplete || read is null ? History : History with { Branch = branch, Landings = [.. read.Where(l => l.Changes.Count > 0)], Texts = new Dictionary<string, UpdateText>(_texts.Facts, StringComparer.Ordinal) };
            Now = new GitHubReading(history, State with { Whole = at }) { Progress = words + _howLong(requestsLeft) };
            await _save(Now, cancellationToken);
        }
    }

    /// <summary>What landed since; none where the branch was rewritten, or so much came that it is better read as a whole.</summary>
    private async Task<IReadOnlyList<Landing>?> Since(string known, string head, CancellationToken cancellationToken)
    {
        if (await _repository.Compare(known, head, cancellationToken) is not { Status: "ahead", Files: var files } compared)
        {
            return null;
        }

        var graph = new CommitGraph(head, compared.Commits.Select(CommitNode.Of));
        var line = graph.Line.ToList();
        if (line.Count is 0 or > MostLandings || !line[0].Parents.Take(1).Contains(known) || line[^1].Sha != head)
        {
            return null;
        }

        var isAll = files?.Count < CompareFacts.MostFiles;
        if (isAll && !files!.Any(f => _trees.Holds(f.Filename) || (f.PreviousFilename is { } before && _trees.Holds(before))))
        {
            return [.. line.Select(c => new Landing(c.Sha, c.Committed, []))];
        }

        var tree = new KnownTree(History.Landings);
        var landed = new List<Landing>();
        foreach (var commit in line)
        {
            var landing = await _landings.Read(commit, [.. graph.Brought(commit.Sha)], isAll && line.Count == 1 ? files : null, tree.Sizes, cancellationToken);
            tree.Play(landing);
            landed.Add(landing);
        }

        return landed;
    }

    private async Task<string> BranchName(CancellationToken cancellationToken)
    {
        if ((_settings.GitHubBranch ?? State.DefaultBranch) is { } known)
        {
            return known;
        }

        var branch = await _repository.Repository(cancellationToken) is GitHubAnswer<RepositoryFacts>.Read { Value: var facts } ? facts.DefaultBranch : throw NotShown;
        Now = Now with { State = State with { DefaultBranch = branch } };
        return branch;
    }

    private async Task<(string Sha, string? Tag)> Head(string branch, CancellationToken cancellationToken)
    {
        var answer = await _repository.Branch(branch, State.Head is null ? null : State.BranchTag, cancellationToken);
        if (answer is GitHubAnswer<BranchFacts>.Read { Value.Commit.Sha: var sha, ETag: var tag })
        {
            return (sha, tag);
        }

        if (answer is GitHubAnswer<BranchFacts>.Unchanged)
        {
            return (State.Head!, State.BranchTag);
        }

        // Another branch may be the default one by now.
        Now = Now with { State = State with { DefaultBranch = null } };
        throw await _repository.Repository(cancellationToken) is GitHubAnswer<RepositoryFacts>.Read ? _repository.NoBranch(branch) : NotShown;
    }

    private GitHubException NotShown => _repository.NotShown(_settings.GitHubToken is not null);
}
