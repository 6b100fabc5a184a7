namespace AoBot.Playground.Clock;

/// <summary>
/// The program's clock: it runs on as the real one does, from wherever it was set to, and never back.
/// Timers and time stamps stay real.
/// </summary>
public sealed class MovableTimeProvider : TimeProvider
{
    private readonly TimeProvider _real;
    private long _shift;

    public MovableTimeProvider(TimeProvider real, DateTimeOffset start)
    {
        _real = real;
        Set(start);
    }

    public override long TimestampFrequency => _real.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => _real.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => _real.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _shift));

    public override long GetTimestamp() => _real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _real.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves on to an instant; one that is past already changes nothing.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        if (instant > GetUtcNow())
        {
            Set(instant);
        }
    }

    /// <summary>To an instant, back as well: for a new beginning alone.</summary>
    public void Set(DateTimeOffset instant) => Interlocked.Exchange(ref _shift, (instant - _real.GetUtcNow()).Ticks);
}
