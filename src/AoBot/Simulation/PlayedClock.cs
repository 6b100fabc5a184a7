using NodaTime;

namespace AoBot.Simulation;

/// <summary>The program's clock: it stands where it was put until it is moved on. Timers and time stamps stay real.</summary>
public sealed class PlayedClock(Instant start) : TimeProvider
{
    public Instant Now { get; private set; } = start;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    /// <summary>Moves on; never back.</summary>
    public void MoveTo(Instant instant) => Now = Instant.Max(Now, instant);
}

/// <summary>What the bot paces its calls by: a minute is over in six milliseconds, so that Slack's limits are kept and nobody waits for them.</summary>
public sealed class PlayedPace : TimeProvider
{
    private const int Speed = 10_000;

    /// <summary>What a call may take: some minutes of real time. It is answered at once.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromMinutes(3) * Speed;

    public override long TimestampFrequency => base.TimestampFrequency / Speed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Speed : dueTime, period);
}
