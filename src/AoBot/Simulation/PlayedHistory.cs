using AoBot.Updates;
using NodaTime;

namespace AoBot.Simulation;

/// <summary>
/// A history as it may have been lived: a clone does not say when a pull request was opened, so each text was proposed when it was written, and merged
/// when it landed.
/// </summary>
public static class PlayedHistory
{
    public static RepositoryHistory Of(RepositoryHistory history)
    {
        var pulls = new List<PullRequest>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var landing in history.Landings)
        {
            foreach (var change in landing.Changes.Where(c => c is { Blob: not null, PreviousPath: null, Size: > LedgerFile.LargestPlaceholder } && c.Written < landing.Landed && !known.Contains(c.Blob)))
            {
                pulls.Add(new PullRequest(pulls.Count + 1, false, "contributor", change.Written, landing.Landed, landing.Landed, landing.Commit, [change]));
            }

            known.UnionWith(landing.Changes.Select(c => c.Blob).OfType<string>());
        }

        return history with { PullRequests = pulls };
    }

    /// <summary>The instants at which something can be seen in the repository for the first time, in order.</summary>
    public static IEnumerable<Instant> Changes(RepositoryHistory history) =>
        history.Landings.Select(l => l.Landed).Concat(history.PullRequests.Select(p => p.Opened)).Distinct().Order();
}
