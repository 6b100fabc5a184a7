using AoBot.Slack.Tests;

namespace AoBot.Tests.Host;

/// <summary>
/// The real clock as calls of Slack see it. Of each call that is under way it knows by the timer of the call's time limit, which is there before anything is
/// sent and until the answer is read: while there is one, time does not pass, so no call ends only because the machine is busy.
/// </summary>
internal sealed class CallTime(ManualTimeProvider clock) : TimeProvider
{
    private readonly Lock _lock = new();
    private TimeSpan _target;
    private int _underWay;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    /// <summary>Moves the clock, unless a call is under way.</summary>
    public bool TryAdvance(TimeSpan by)
    {
        lock (_lock)
        {
            if (_underWay > 0)
            {
                return false;
            }

            _target = clock.Elapsed + by;
        }

        clock.Advance(by);
        return true;
    }

    /// <summary>Waits and pauses have timers too, but only a time limit is the timer of something that can be cancelled.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is not CancellationTokenSource)
        {
            return clock.CreateTimer(callback, state, dueTime, period);
        }

        lock (_lock)
        {
            // Of a call that begins while the clock is being moved the rest of the way is no time.
            var rest = _target - clock.Elapsed;
            _underWay++;
            return new Limit(this, clock.CreateTimer(callback, state, rest > TimeSpan.Zero ? dueTime + rest : dueTime, period));
        }
    }

    private void End()
    {
        lock (_lock)
        {
            _underWay--;
        }
    }

    private sealed class Limit(CallTime calls, ITimer timer) : ITimer
    {
        private int _ended;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            timer.Dispose();
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                calls.End();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
