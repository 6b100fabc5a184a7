namespace AoBot.Slack.Tests;

/// <summary>
/// A clock that stands still until a test moves it. Timers fire inside <see cref="Advance"/>, in the order they are
/// due and with the clock at that very moment. Knows no test framework, so that any project may link this file.
/// </summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(TimeSpan DueIn, TaskCompletionSource Seen)> _watchers = [];
    private TimeSpan _elapsed;

    /// <summary>Starts at noon of 28 June 2024, UTC.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2024, 6, 28, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How far the clock has been moved.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_lock)
            {
                return _elapsed;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    /// <inheritdoc/>
    public override long GetTimestamp() => Elapsed.Ticks;

    /// <summary>Moves the clock, firing what falls due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var target = Elapsed + by;
        while (TakeDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (_lock)
        {
            _elapsed = target;
        }
    }

    /// <summary>Moves the clock to the moment the next timer fires; false, and nothing moves, when there is none.</summary>
    public bool AdvanceToNextTimer()
    {
        TimeSpan next;
        lock (_lock)
        {
            if (_timers.Count == 0)
            {
                return false;
            }

            next = _timers.Min(timer => timer.Due) - _elapsed;
        }

        Advance(next);
        return true;
    }

    /// <summary>Completes when some timer is set to fire exactly this long from now: the code under test has begun
    /// that wait. Fails when that has not happened after a minute of real time: a broken test ends rather than hangs.</summary>
    public Task TimerDueIn(TimeSpan dueIn)
    {
        lock (_lock)
        {
            if (_timers.Exists(timer => timer.Due - _elapsed == dueIn))
            {
                return Task.CompletedTask;
            }

            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((dueIn, seen));
            return seen.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? TakeDue(TimeSpan target)
    {
        lock (_lock)
        {
            // The list keeps the order of setting: of two timers due at once, the one set first fires first.
            var next = _timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            if (next is null)
            {
                return null;
            }

            _elapsed = next.Due > _elapsed ? next.Due : _elapsed;
            _timers.Remove(next);
            if (next.Period > TimeSpan.Zero)
            {
                next.Due = _elapsed + next.Period;
                _timers.Add(next);
            }

            return next;
        }
    }

    private void Set(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime < TimeSpan.Zero)
            {
                return;
            }

            (timer.Due, timer.Period) = (_elapsed + dueTime, period);
            _timers.Add(timer);
            foreach (var watcher in _watchers.Where(watcher => watcher.DueIn == dueTime).ToList())
            {
                _watchers.Remove(watcher);
                watcher.Seen.SetResult();
            }
        }
    }

    private void Remove(ManualTimer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; set; }

        public TimeSpan Period { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
