namespace AoBot.Slack.Api;

/// <summary>
/// The gate of one method: first come, first served, no more calls in a minute than its tier allows, and none while
/// Slack's <c>Retry-After</c> for this method runs.
/// </summary>
internal sealed class MethodLane(int perMinute, TimeProvider time)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SlidingWindow _window = new(perMinute, TimeSpan.FromMinutes(1), time);
    private readonly Lock _pausing = new();
    private (long Since, TimeSpan For) _pause;

    /// <summary>Returns when the caller may start, having counted the start.</summary>
    public async Task Pass(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            // Asked again after each wait: a pause may have begun meanwhile, and a timer may be a little early.
            for (var wait = Wait(); wait > TimeSpan.Zero; wait = Wait())
            {
                await PacedDelay.For(wait, time, ct);
            }

            _window.Start();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Nobody starts for this long. A shorter pause never cuts a longer one.</summary>
    public void Pause(TimeSpan duration)
    {
        lock (_pausing)
        {
            if (duration > Paused())
            {
                _pause = (time.GetTimestamp(), duration);
            }
        }
    }

    private TimeSpan Wait()
    {
        TimeSpan paused;
        lock (_pausing)
        {
            paused = Paused();
        }

        var full = _window.Wait();
        return paused > full ? paused : full;
    }

    private TimeSpan Paused() =>
        _pause.For == TimeSpan.Zero ? TimeSpan.Zero : _pause.For - time.GetElapsedTime(_pause.Since);
}
