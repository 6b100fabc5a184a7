namespace AoBot.Slack.Api;

/// <summary>
/// At most <c>limit</c> starts in any stretch of <c>span</c>. It remembers when the last <c>limit</c> starts were, which
/// is exact where a leaky bucket lets a full bucket and its refill through in one minute. Not thread-safe: its lane's
/// holder alone uses it.
/// </summary>
internal sealed class SlidingWindow(int limit, TimeSpan span, TimeProvider time)
{
    private readonly Queue<long> _starts = new();
    private long _last;

    /// <summary>How long until the next start is allowed; zero when it is now.</summary>
    public TimeSpan Wait()
    {
        if (_starts.Count < limit)
        {
            return TimeSpan.Zero;
        }

        var wait = span - time.GetElapsedTime(_starts.Peek());
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    public void Start()
    {
        if (_starts.Count == limit)
        {
            _starts.Dequeue();
        }

        _last = time.GetTimestamp();
        _starts.Enqueue(_last);
    }

    /// <summary>Nothing it remembers can still delay anyone: it may be forgotten.</summary>
    public bool IsIdle => _starts.Count == 0 || time.GetElapsedTime(_last) >= span;
}
