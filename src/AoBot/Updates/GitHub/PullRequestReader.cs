using NodaTime;

namespace AoBot.Updates.GitHub;

/// <summary>The open pull requests, and what became of those that were.</summary>
internal sealed class PullRequestReader(GitHubRepository repository, ChangeReader changes)
{
    /// <summary>The open ones, page by page; none where every page is what it was.</summary>
    /// <param name="branch">Where they shall go.</param>
    /// <param name="tags">Of each page, from the last reading.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<(IReadOnlyList<PullFacts> Open, IReadOnlyList<string> Tags)?> List(string branch, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        var (first, page) = (default(GitHubAnswer<IReadOnlyList<PullFacts>>), 0);
        while (page < tags.Count && (first = await repository.OpenPulls(branch, page + 1, tags[page], cancellationToken)) is GitHubAnswer<IReadOnlyList<PullFacts>>.Unchanged)
        {
            page++;
        }

        if (tags.Count > 0 && page == tags.Count)
        {
            return null;
        }

        // Another page than the first has changed: all are read, so that none is lost between two pages.
        var answer = page == 0 && first is not null ? first : await repository.OpenPulls(branch, 1, null, cancellationToken);
        var (open, read) = (new List<PullFacts>(), new List<string>());
        for (var number = 2; ; number++)
        {
            var got = GitHubRepository.Needed(answer, "the open pull requests");
            open.AddRange(got.Value);
            read.Add(got.ETag ?? "");
            if (got.Next is null)
            {
                // A page without a tag cannot be asked about conditionally.
                return (open.DistinctBy(p => p.Number).ToList(), read.Contains("", StringComparer.Ordinal) ? [] : read);
            }

            answer = await repository.OpenPulls(branch, number, null, cancellationToken);
        }
    }

    /// <summary>All that are known, brought up to date: one request for each that is new, has new commits, or is no longer open.</summary>
    /// <param name="known">From the last reading.</param>
    /// <param name="open">As GitHub lists them now.</param>
    /// <param name="branch">Where they shall go.</param>
    /// <param name="tree">The tree of the branch.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IReadOnlyList<PullRequest>> Update(IReadOnlyList<PullRequest> known, IReadOnlyList<PullFacts> open, string branch, KnownTree tree, CancellationToken cancellationToken)
    {
        var all = known.ToDictionary(p => p.Number);
        foreach (var pull in open)
        {
            var opened = At(pull.CreatedAt);
            var files = all.GetValueOrDefault(pull.Number) is { } before && before.Head == pull.Head.Sha
                ? before.Files
                : await changes.Read(await repository.PullFiles(pull.Number, cancellationToken), pull.Head.Sha, tree.Sizes, withTexts: false, opened, cancellationToken);
            all[pull.Number] = new PullRequest(pull.Number, pull.Draft, pull.User?.Login ?? "", opened, null, null, pull.Head.Sha, files) { Updated = pull.UpdatedAt is { } updated ? At(updated) : null };
        }

        var isOpen = open.Select(p => p.Number).ToHashSet();
        foreach (var gone in known.Where(p => p.Closed is null && p.Merged is null && !isOpen.Contains(p.Number)))
        {
            all[gone.Number] = await Gone(gone, branch, cancellationToken);
        }

        return [.. all.Values.OrderBy(p => p.Number)];
    }

    private async Task<PullRequest> Gone(PullRequest known, string branch, CancellationToken cancellationToken)
    {
        if (await repository.Pull(known.Number, cancellationToken) is not GitHubAnswer<PullFacts>.Read { Value: var pull })
        {
            // Taken away altogether: as if it had been withdrawn at once.
            return known with { Closed = known.Opened };
        }

        if (pull.State == "open")
        {
            // It goes elsewhere now, or was opened again a moment ago: then the next list has it.
            return pull.Base.Ref == branch ? known : known with { Closed = At(pull.UpdatedAt ?? pull.CreatedAt) };
        }

        return known with { Closed = At(pull.ClosedAt ?? pull.MergedAt ?? pull.CreatedAt), Merged = pull.MergedAt is { } merged ? At(merged) : null };
    }

    private static Instant At(DateTimeOffset time) => Instant.FromDateTimeOffset(time);
}
