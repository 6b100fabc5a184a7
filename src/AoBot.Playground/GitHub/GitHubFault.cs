namespace AoBot.Playground.GitHub;

public enum GitHubFaultKind
{
    /// <summary>403 with no requests left until the next hour.</summary>
    RateLimited,

    /// <summary>403 with <c>retry-after</c>: too fast.</summary>
    SecondaryLimit,

    NotFound,

    BadGateway,

    /// <summary>The first half of an answer, then the connection ends.</summary>
    HalfPage,

    /// <summary>No answer, until whoever asked gives up.</summary>
    Slow,

    /// <summary>An answer that is whole, and no JSON.</summary>
    Garbage,

    /// <summary>A recursive tree without its second half, marked as such.</summary>
    TruncatedTree,
}

/// <summary>What goes wrong, for the next requests that it is meant for.</summary>
public sealed class GitHubFaults
{
    private readonly Lock _lock = new();
    private readonly List<(GitHubFaultKind Kind, string In, int Left)> _faults = [];
    private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a request has met the first of them.</summary>
    public Task Met => _met.Task;

    /// <param name="kind">What happens.</param>
    /// <param name="times">How often.</param>
    /// <param name="where">What must stand in the address; everything where it is empty.</param>
    public void Add(GitHubFaultKind kind, int times = 1, string where = "")
    {
        lock (_lock)
        {
            _faults.Add((kind, where, times));
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
        }
    }

    internal GitHubFaultKind? Meet(string address)
    {
        lock (_lock)
        {
            var at = _faults.FindIndex(f => address.Contains(f.In, StringComparison.Ordinal));
            if (at < 0)
            {
                return null;
            }

            var (kind, where, left) = _faults[at];
            _met.TrySetResult();
            if (left == 1)
            {
                _faults.RemoveAt(at);
            }
            else
            {
                _faults[at] = (kind, where, left - 1);
            }

            return kind;
        }
    }
}
