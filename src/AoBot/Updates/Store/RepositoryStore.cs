using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Updates.Store;

/// <summary>
/// The history of the repository in the database. What was read well stays until something newer was: a failed read changes what is said of the
/// reading, never what is known.
/// </summary>
public sealed class RepositoryStore(WriteGate gate, ProgramClock clock)
{
    /// <summary>The history as it is kept, without the texts' words; empty while nothing was read.</summary>
    public static async Task<RepositoryHistory> Load(AoBotDbContext db, CancellationToken cancellationToken)
    {
        var branch = await db.RepositoryReads.Select(r => r.Branch).FirstOrDefaultAsync(cancellationToken) ?? "";
        var landings = await db.RepositoryLandings.AsNoTracking().Include(l => l.Changes).OrderBy(l => l.Position).AsSplitQuery().ToListAsync(cancellationToken);
        var requests = await db.RepositoryPullRequests.AsNoTracking().Include(p => p.Files).OrderBy(p => p.Number).AsSplitQuery().ToListAsync(cancellationToken);
        var texts = await db.RepositoryTexts.AsNoTracking().ToListAsync(cancellationToken);
        return new RepositoryHistory(branch, [.. landings.Select(l => l.ToLanding())], [.. requests.Select(p => p.ToPullRequest())])
        {
            Texts = texts.ToDictionary(t => t.Blob, t => t.ToFacts(), StringComparer.Ordinal),
        };
    }

    /// <summary>Makes a history be the one that is kept, in one transaction. Landings that are there stay; after a force-push those that are gone go.</summary>
    public Task Save(RepositoryHistory history, ReadFacts facts, CancellationToken cancellationToken) => gate.Write(
        async db =>
        {
            var read = await Row(db, facts, cancellationToken);
            var changed = await SaveLandings(db, history.Landings, cancellationToken);
            changed |= await SavePullRequests(db, history.PullRequests, cancellationToken);
            changed |= await SaveTexts(db, history.Texts, cancellationToken);
            if (changed || read.Branch != history.Branch)
            {
                read.Stamp = Guid.NewGuid().ToString("N");
            }

            (read.Branch, read.ReaderState, read.IsComplete, read.Progress) = (history.Branch, facts.ReaderState, facts.IsComplete, facts.Progress);
            (read.ReadAt, read.TriedAt, read.Failure) = (facts.IsComplete ? clock.Now : read.ReadAt, clock.Now, null);
            return changed;
        },
        cancellationToken);

    /// <summary>It was asked, and nothing is new.</summary>
    public Task Unchanged(ReadFacts facts, CancellationToken cancellationToken) => gate.Write(
        async db =>
        {
            var read = await Row(db, facts, cancellationToken);
            (read.ReaderState, read.ReadAt, read.TriedAt, read.Failure) = (facts.ReaderState, clock.Now, clock.Now, null);
            return read.Id;
        },
        cancellationToken);

    /// <summary>It could not be read; what is known stays, with its age.</summary>
    /// <param name="facts">Of the source; what the reader wants to remember, where it says so.</param>
    /// <param name="failure">Why, and the cure, in words for staff; no secret.</param>
    /// <param name="cancellationToken">Ends it without a change.</param>
    public Task Failed(ReadFacts facts, string failure, CancellationToken cancellationToken) => gate.Write(
        async db =>
        {
            var read = await Row(db, facts, cancellationToken);
            (read.TriedAt, read.Failure, read.ReaderState) = (clock.Now, failure, facts.ReaderState ?? read.ReaderState);
            return read.Id;
        },
        cancellationToken);

    private static async Task<RepositoryRead> Row(AoBotDbContext db, ReadFacts facts, CancellationToken cancellationToken)
    {
        var read = await db.RepositoryReads.FirstOrDefaultAsync(cancellationToken);
        if (read is null)
        {
            db.Add(read = new RepositoryRead { Source = facts.Source, Branch = "", Stamp = Guid.NewGuid().ToString("N") });
        }

        (read.Source, read.WebUrl) = (facts.Source, facts.WebUrl);
        return read;
    }

    private static async Task<bool> SaveLandings(AoBotDbContext db, IReadOnlyList<Landing> landings, CancellationToken cancellationToken)
    {
        var kept = await db.RepositoryLandings.OrderBy(l => l.Position).Select(l => l.Commit).ToListAsync(cancellationToken);
        var same = 0;
        while (same < kept.Count && same < landings.Count && kept[same] == landings[same].Commit)
        {
            same++;
        }

        if (same < kept.Count)
        {
            await db.RepositoryLandings.Where(l => l.Position >= same).ExecuteDeleteAsync(cancellationToken);
        }

        db.AddRange(landings.Index().Skip(same).Select(l => new RepositoryLanding
        {
            Position = l.Index,
            Commit = l.Item.Commit,
            Landed = l.Item.Landed,
            Changes = RepositoryChange.Of(l.Item.Changes),
        }));
        return same < kept.Count || same < landings.Count;
    }

    private static async Task<bool> SavePullRequests(AoBotDbContext db, IReadOnlyList<PullRequest> requests, CancellationToken cancellationToken)
    {
        var kept = (await db.RepositoryPullRequests.AsNoTracking().Include(p => p.Files).ToListAsync(cancellationToken)).ToDictionary(p => p.Number, p => p.ToPullRequest());
        var changed = requests.Where(r => !kept.TryGetValue(r.Number, out var before) || !IsSame(before, r)).ToList();
        var gone = kept.Keys.Concat(changed.Select(r => r.Number)).Except(requests.Except(changed).Select(r => r.Number)).ToList();
        await db.RepositoryPullRequests.Where(p => gone.Contains(p.Number)).ExecuteDeleteAsync(cancellationToken);
        db.AddRange(changed.Select(r => new RepositoryPullRequest
        {
            Number = r.Number,
            Draft = r.Draft,
            Author = r.Author,
            Opened = r.Opened,
            Closed = r.Closed,
            Merged = r.Merged,
            Head = r.Head,
            Updated = r.Updated,
            Files = RepositoryChange.Of(r.Files),
        }));
        return gone.Count > 0 || changed.Count > 0;
    }

    // Records compare lists by reference.
    private static bool IsSame(PullRequest a, PullRequest b) => a == b with { Files = a.Files } && a.Files.SequenceEqual(b.Files);

    private static async Task<bool> SaveTexts(AoBotDbContext db, IReadOnlyDictionary<string, UpdateText> texts, CancellationToken cancellationToken)
    {
        var kept = (await db.RepositoryTexts.Select(t => t.Blob).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var added = texts.Where(t => !kept.Contains(t.Key)).Select(t => RepositoryText.Of(t.Key, t.Value)).ToList();
        db.AddRange(added);
        return added.Count > 0;
    }
}

/// <summary>What a reader says of its reading.</summary>
/// <param name="Source"><c>owner/name</c>, or the path of a clone.</param>
/// <param name="WebUrl">Where people look at it, without a slash at its end; none for a clone.</param>
/// <param name="ReaderState">What it wants to remember, as JSON.</param>
/// <param name="IsComplete">Whether the whole history was read.</param>
/// <param name="Progress">How far it has come, in words for staff, while it is not.</param>
public sealed record ReadFacts(string Source, string? WebUrl, string? ReaderState = null, bool IsComplete = true, string? Progress = null);
