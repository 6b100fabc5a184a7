using AoBot.Tests.Updates;
using AoBot.Updates;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Tests.Seeded;

/// <summary>The partners' repository, as it is in truth: what landed, what is proposed, and which months can be seen in it.</summary>
internal sealed class PlayedRepository
{
    private readonly List<Landing> _landings = [];
    private readonly List<PullRequest> _pulls = [];
    private readonly HashSet<(string Partner, YearMonth Month)> _visible = [];

    /// <summary>How much has happened in it.</summary>
    public int Deeds { get; private set; }

    public RepositoryHistory History => new("main", [.. _landings], [.. _pulls]);

    /// <summary>The months whose update is there, landed or in an open pull request.</summary>
    public IReadOnlySet<(string Partner, YearMonth Month)> Visible => _visible;

    public void Lands(Instant now, string partner, YearMonth month) => Lands(now, partner, month, new FileChange(PathOf(partner, month), null, BlobOf(partner, month), 2000, now));

    public void Proposes(Instant now, string partner, YearMonth month, bool draft)
    {
        _pulls.Add(new PullRequest(_pulls.Count + 1, draft, partner, now, null, null, $"head{_pulls.Count}", [new FileChange(PathOf(partner, month), null, BlobOf(partner, month), 2000, now)]));
        _visible.Add((partner, month));
        Deeds++;
    }

    /// <summary>The month's pull request, where there is one, is merged.</summary>
    public void Merges(Instant now, string partner, YearMonth month)
    {
        var at = _pulls.FindIndex(p => p.Files[0].Path == PathOf(partner, month));
        _pulls[at] = _pulls[at] with { Draft = false, Closed = now, Merged = now };
        Lands(now, partner, month, _pulls[at].Files[0]);
    }

    /// <summary>The file gets another name, in another form, of the same month.</summary>
    public void Renames(Instant now, string partner, YearMonth month)
    {
        var written = _landings.SelectMany(l => l.Changes).First(c => c.Path == PathOf(partner, month)).Written;
        Lands(now, partner, month, new FileChange($"{Folder(partner, month)}/{YearMonthPattern.Iso.Format(month)}-update.md", PathOf(partner, month), BlobOf(partner, month), 2000, written));
    }

    private void Lands(Instant now, string partner, YearMonth month, FileChange change)
    {
        _landings.Add(new Landing($"commit{_landings.Count}", now, [change]));
        _visible.Add((partner, month));
        Deeds++;
    }

    private static string Folder(string partner, YearMonth month) => $"{Past.Root}/{month.Year}/{partner}";

    private static string PathOf(string partner, YearMonth month) => $"{Folder(partner, month)}/update-{YearMonthPattern.Iso.Format(month)}.md";

    private static string BlobOf(string partner, YearMonth month) => $"blob of {partner} {YearMonthPattern.Iso.Format(month)}";
}
