namespace AoBot.Slack.Api;

/// <summary>
/// One lane per channel: its messages go out one at a time, in the order they were asked for and at the channel's pace, and a slow channel
/// holds up nobody else. A lane nobody uses any more is dropped.
/// </summary>
internal sealed class ChannelLanes(int burst, TimeProvider time)
{
    private readonly TimeProvider _time = time;
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _sweptAt = time.GetTimestamp();

    /// <summary>How many channels are remembered now.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _lanes.Count;
            }
        }
    }

    /// <summary>Returns when it is the caller's turn in this channel. The turn lasts until the result is disposed, so
    /// that a retry keeps its place before the messages after it.</summary>
    public async Task<IChannelTurn> Enter(string channel, CancellationToken ct)
    {
        var lane = Rent(channel);
        try
        {
            await lane.Gate.WaitAsync(ct);
            return new Turn(this, lane);
        }
        catch (OperationCanceledException)
        {
            Return(lane);
            throw;
        }
    }

    private Lane Rent(string channel)
    {
        lock (_lock)
        {
            if (_time.GetElapsedTime(_sweptAt) >= BetweenSweeps)
            {
                Sweep();
            }

            if (!_lanes.TryGetValue(channel, out var lane))
            {
                lane = new Lane(new SlidingWindow(burst, TimeSpan.FromSeconds(burst), _time));
                _lanes.Add(channel, lane);
            }

            lane.Users++;
            return lane;
        }
    }

    private void Return(Lane lane)
    {
        lock (_lock)
        {
            lane.Users--;
        }
    }

    private void Sweep()
    {
        _sweptAt = _time.GetTimestamp();
        foreach (var (channel, lane) in _lanes)
        {
            if (lane.Users == 0 && lane.Window.IsIdle)
            {
                _lanes.Remove(channel);
            }
        }
    }

    private sealed class Lane(SlidingWindow window)
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public SlidingWindow Window { get; } = window;

        public int Users { get; set; }
    }

    private sealed class Turn(ChannelLanes lanes, Lane lane) : IChannelTurn
    {
        public async Task Pace(CancellationToken ct)
        {
            for (var wait = lane.Window.Wait(); wait > TimeSpan.Zero; wait = lane.Window.Wait())
            {
                await PacedDelay.For(wait, lanes._time, ct);
            }
        }

        public void Start() => lane.Window.Start();

        public void Dispose()
        {
            lane.Gate.Release();
            lanes.Return(lane);
        }
    }
}

/// <summary>The right to post to one channel, until disposed.</summary>
internal interface IChannelTurn : IDisposable
{
    /// <summary>Returns when the channel's pace allows the next start.</summary>
    Task Pace(CancellationToken ct);

    /// <summary>Counts a start.</summary>
    void Start();
}
