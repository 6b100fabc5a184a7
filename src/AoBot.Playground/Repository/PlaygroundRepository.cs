using System.Globalization;
using System.Text;
using AoBot.Playground.Clock;
using AoBot.Playground.GitHub;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Playground.Repository;

/// <summary>
/// The repository of the updates, as the clock goes on: the real history of 2022 to 2024 as facts, and three fictional partners beside it. What was
/// written opens a pull request, and its landing merges it. Whoever visits may do a fictional partner's part sooner.
/// </summary>
public sealed class PlaygroundRepository
{
    public const string FullName = "fund/engagements";

    private const int MonthsOfFiction = 12 * 100;

    /// <summary>How long somebody merges one after the other.</summary>
    private static readonly TimeSpan Sitting = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly MovableTimeProvider _clock;
    private readonly GitHubStandIn _gitHub;
    private readonly List<RepositoryDeed> _deeds = [];
    private readonly Dictionary<string, (DateTimeOffset Written, DateTimeOffset Landed)> _landed = new(StringComparer.Ordinal);
    private HostedRepository _hosted = null!;
    private List<PlayedPull> _pulls = null!;
    private List<Step> _steps = null!;
    private LocalDate _since;
    private HostedCommit _head = null!;
    private DateTimeOffset _now;
    private int _next, _number;

    /// <param name="clock">The program's.</param>
    /// <param name="gitHub">Where it is shown.</param>
    /// <param name="kept">What was kept at the last end.</param>
    public PlaygroundRepository(MovableTimeProvider clock, GitHubStandIn gitHub, KeptRepository? kept)
    {
        (_clock, _gitHub) = (clock, gitHub);
        Begin(kept is null ? BeginningOf(clock.GetUtcNow()) : LocalDatePattern.Iso.Parse(kept.Since).Value);
        foreach (var deed in kept?.Deeds ?? [])
        {
            Do(deed);
        }
    }

    /// <summary>The roster of the real partners, as facts, and of the fictional ones.</summary>
    public string Roster => string.Join('\n', [.. Shipped.Lines("roster.csv"), .. FictionalPartner.All.Select(partner => partner.Row(_since)), ""]);

    public KeptRepository Kept
    {
        get
        {
            lock (_lock)
            {
                return new KeptRepository(LocalDatePattern.Iso.Format(_since), [.. _deeds]);
            }
        }
    }

    /// <summary>Those that wait now, the newest first.</summary>
    public IReadOnlyList<OpenPull> Open
    {
        get
        {
            lock (_lock)
            {
                PlayTo(_clock.GetUtcNow());
                return [.. _pulls.Where(pull => pull.Open is not null).Select(pull => pull.Shown(_now)).OrderByDescending(pull => pull.Number)];
            }
        }
    }

    /// <summary>What is on the branch now, by path.</summary>
    public IReadOnlyList<HeldFile> Files
    {
        get
        {
            lock (_lock)
            {
                PlayTo(_clock.GetUtcNow());
                return
                [
                    .. _head.Files.OrderBy(file => file.Key, StringComparer.Ordinal)
                        .Select(file => new HeldFile(file.Key, _hosted.Blob(file.Value.Blob)!.Length, _landed[file.Key].Written, _landed[file.Key].Landed)),
                ];
            }
        }
    }

    /// <summary>The commit at the head of the branch.</summary>
    public string Head
    {
        get
        {
            lock (_lock)
            {
                return _head.Sha;
            }
        }
    }

    /// <summary>Everything from the beginning, by the clock as it stands.</summary>
    public void BeginAnew()
    {
        lock (_lock)
        {
            _deeds.Clear();
            Begin(BeginningOf(_clock.GetUtcNow()));
        }
    }

    /// <summary>Brings the repository to where the clock stands; whoever is about to read it asks for that.</summary>
    public void PlayToNow()
    {
        lock (_lock)
        {
            PlayTo(_clock.GetUtcNow());
        }
    }

    /// <summary>When something comes or lands next: whoever merges does so in one go, and what happens within minutes is one thing to stop at.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant)
    {
        lock (_lock)
        {
            return Ahead(instant) is { } first ? _steps.FindLast(step => step.At >= first.At && step.At <= first.At + Sitting && IsToCome(step))!.At : null;
        }
    }

    /// <summary>The same, and whose it is: a folder's or a fictional partner's name.</summary>
    public NextInRepository? Next
    {
        get
        {
            lock (_lock)
            {
                PlayTo(_clock.GetUtcNow());
                return Ahead(_now) is { } step ? new NextInRepository(step.At, step.IsMerge, step.Pull.Script.Partner?.Name ?? FolderOf(step.Pull.Script)) : null;
            }
        }
    }

    /// <summary>Whether something came or landed by itself after one instant and up to another.</summary>
    public bool Happened(DateTimeOffset after, DateTimeOffset until)
    {
        lock (_lock)
        {
            return _steps.Exists(step => step.At > after && step.At <= until);
        }
    }

    /// <summary>The months that a fictional partner has not told of, the oldest first, up to the one that the clock is in.</summary>
    public IReadOnlyList<YearMonth> Missing(FictionalPartner partner)
    {
        lock (_lock)
        {
            PlayTo(_clock.GetUtcNow());
            return [.. Unopened(partner).Select(pull => pull.Script.Month)];
        }
    }

    /// <summary>A fictional partner opens a pull request.</summary>
    /// <returns>False where it has told of that month.</returns>
    public bool TryOpen(FictionalPartner partner, YearMonth month) => TryDo(RepositoryDeedKind.Open, partner, month);

    /// <returns>False where there is no such pull request of a fictional partner.</returns>
    public bool TryMerge(int number) => Waiting(number) is { } pull && TryDo(RepositoryDeedKind.Merge, pull.Partner!, pull.Month!.Value);

    /// <summary>Closes a pull request that is not merged.</summary>
    /// <returns>False where there is no such pull request of a fictional partner.</returns>
    public bool TryClose(int number) => Waiting(number) is { } pull && TryDo(RepositoryDeedKind.Close, pull.Partner!, pull.Month!.Value);

    /// <summary>A file as it was at a commit: its length; none where there was no such file.</summary>
    public int? SizeOf(string commit, string path)
    {
        lock (_lock)
        {
            return _hosted.Commit(commit)?.Files.GetValueOrDefault(path) is { } file ? _hosted.Blob(file.Blob)?.Length : null;
        }
    }

    /// <summary>A pull request as it stands now, and what it brings.</summary>
    public (HostedPull Pull, IReadOnlyList<string> Paths)? Find(int number)
    {
        lock (_lock)
        {
            PlayTo(_clock.GetUtcNow());
            return _hosted.Pulls(_now).FirstOrDefault(pull => pull.Number == number) is { } pull && _hosted.Commit(pull.Head) is { } head
                ? (pull, [.. head.Files.Where(file => _hosted.Commit(head.Parents[0])?.Files.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key)])
                : null;
        }
    }

    private Step? Ahead(DateTimeOffset instant) => _steps.Find(step => step.At > instant && IsToCome(step));

    /// <summary>What a visitor has done already, or undone, happens no more.</summary>
    private static bool IsToCome(Step step) => step.IsMerge
        ? !step.Pull.IsMerged && (step.Pull.Open is not null || step.Pull.Pushed == 0)
        : step.Pull.Pushed < step.Pull.Script.Commits.Count && (step.Pull.Open is not null || step.Pull.Pushed == 0);

    /// <summary>As in <c>alpha/engagements/2024/rust/update-2024-06.md</c>: the part after the year.</summary>
    private static string FolderOf(ScriptedPull script)
    {
        var parts = script.Commits[0].Changes[0].Path.Split('/');
        return parts[Math.Max(0, parts.Length - 2)];
    }

    private static LocalDate BeginningOf(DateTimeOffset start) => new(start.Year - 1, 1, 1);

    private OpenPull? Waiting(int number) => Open.FirstOrDefault(pull => pull.Number == number && pull.Partner is not null);

    private void Begin(LocalDate since)
    {
        _since = since;
        _hosted = new HostedRepository(FullName);
        _gitHub.Add(_hosted);
        var first = since.ToYearMonth();
        var texts = new HistoryTexts();
        var history = HistoryFact.All().GroupBy(fact => fact.Landing).Select(landing => Script([.. landing], texts));
        var fiction = FictionalPartner.All.SelectMany(partner => Enumerable.Range(0, MonthsOfFiction).Select(i => first.PlusMonths(i)).Where(month => month.Year < 2100).Select(partner.Pull));
        _pulls = [.. history.Concat(fiction).Select(script => new PlayedPull(script))];
        _steps =
        [
            .. _pulls
                .SelectMany(pull => pull.Script.Commits.Select(commit => new Step(pull.Script.Pushed(commit), pull, IsMerge: false)).Append(new Step(pull.Script.Merges, pull, IsMerge: true)))
                .OrderBy(step => step.At)
                .ThenBy(step => step.IsMerge),
        ];
        (_next, _number, _now) = (0, 0, DateTimeOffset.MinValue);
        _head = Commit(null, [], _steps[0].At, _steps[0].At);
        _hosted.MoveBranch(_hosted.DefaultBranch, _steps[0].At, _head.Sha);
    }

    private static ScriptedPull Script(List<HistoryFact> landing, HistoryTexts texts)
    {
        var commits = landing.GroupBy(fact => fact.Written).OrderBy(commit => commit.Key)
            .Select(commit => new ScriptedCommit(commit.Key, [.. commit.Select(fact => new ScriptedChange(fact.Path, fact.Previous, texts.Of(fact)))])).ToList();
        var merges = landing[0].Landed;
        return new ScriptedPull(commits[0].Written < merges ? commits[0].Written : merges, merges, "contributor", commits);
    }

    private void PlayTo(DateTimeOffset now)
    {
        for (; _next < _steps.Count && _steps[_next].At <= now; _next++)
        {
            var (at, pull, isMerge) = _steps[_next];
            _now = at;
            if (!isMerge)
            {
                // What a visitor has opened already is there.
                if (pull.Pushed < pull.Script.Commits.Count && (pull.Open is not null || pull.Pushed == 0))
                {
                    Push(pull, at);
                }
            }
            else if (pull.Open is not null)
            {
                Merge(pull, at);
            }
        }

        _now = now > _now ? now : _now;
    }

    private void Push(PlayedPull pull, DateTimeOffset at)
    {
        var commit = pull.Script.Commits[pull.Pushed++];
        var parent = pull.Open is { } open ? _hosted.Commit(open.Head)! : _head;
        var pushed = Commit(parent, commit.Changes, at, at);
        pull.Open = pull.Open is { } known ? known with { Head = pushed.Sha } : new HostedPull(++_number, pull.Script.Author, pushed.Sha, at);
        _hosted.Put(pull.Open);
    }

    /// <summary>As the fund merges: each commit is put on the branch anew, with the day on which it was written.</summary>
    private void Merge(PlayedPull pull, DateTimeOffset at)
    {
        foreach (var commit in pull.Script.Commits.Take(pull.Pushed))
        {
            // What a visitor had opened was written then.
            var written = pull.Script.Partner is null ? commit.Written : pull.Open!.Opened;
            _head = Commit(_head, commit.Changes, written, at);
            foreach (var change in commit.Changes)
            {
                _landed[change.Path] = (written, at);
            }
        }

        _hosted.MoveBranch(_hosted.DefaultBranch, at, _head.Sha);
        _hosted.Put(pull.Open! with { Merged = at });
        (pull.Open, pull.IsMerged) = (null, true);
    }

    private HostedCommit Commit(HostedCommit? parent, IReadOnlyList<ScriptedChange> changes, DateTimeOffset written, DateTimeOffset committed)
    {
        var files = new Dictionary<string, HostedFile>(parent?.Files ?? new Dictionary<string, HostedFile>(StringComparer.Ordinal), StringComparer.Ordinal);
        var words = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{parent?.Sha} {written.UtcTicks} {committed.UtcTicks}");
        foreach (var gone in changes.Select(change => change.Text is null ? change.Path : change.Previous).OfType<string>())
        {
            files.Remove(gone);
            words.Append(CultureInfo.InvariantCulture, $"\n-{gone}");
        }

        foreach (var change in changes.Where(change => change.Text is not null))
        {
            files[change.Path] = new HostedFile("100644", _hosted.AddBlob(change.Text!));
            words.Append(CultureInfo.InvariantCulture, $"\n+{change.Path} {files[change.Path].Blob}");
        }

        var commit = new HostedCommit(HostedRepository.ObjectId("commit", Encoding.UTF8.GetBytes(words.ToString())), parent is null ? [] : [parent.Sha], written, committed, files);
        _hosted.Add(commit);
        return commit;
    }

    private IEnumerable<PlayedPull> Unopened(FictionalPartner partner)
    {
        var now = Instant.FromDateTimeOffset(_now).InUtc().Date.ToYearMonth();
        return _pulls.Where(pull => pull.Script.Partner == partner && pull is { IsMerged: false, Open: null } && pull.Script.Month <= now);
    }

    private bool TryDo(RepositoryDeedKind kind, FictionalPartner partner, YearMonth month)
    {
        lock (_lock)
        {
            var deed = new RepositoryDeed(_clock.GetUtcNow(), kind, partner.Key, month.ToString("uuuu-MM", CultureInfo.InvariantCulture));
            return Do(deed);
        }
    }

    private bool Do(RepositoryDeed deed)
    {
        PlayTo(deed.At);
        var pull = _pulls.Find(pull => pull.Script.Partner?.Key == deed.Partner && pull.Script.Month.ToString("uuuu-MM", CultureInfo.InvariantCulture) == deed.Month);
        switch (deed.Kind, pull)
        {
            case (RepositoryDeedKind.Open, { Open: null, IsMerged: false }):
                pull.Pushed = 0;
                Push(pull, deed.At);
                break;
            case (RepositoryDeedKind.Merge, { Open: not null }):
                Merge(pull, deed.At);
                break;
            case (RepositoryDeedKind.Close, { Open: { } open }):
                _hosted.Put(open with { Closed = deed.At });
                pull.Open = null;
                break;
            default:
                return false;
        }

        _deeds.Add(deed);
        return true;
    }

    private sealed record Step(DateTimeOffset At, PlayedPull Pull, bool IsMerge);
}
