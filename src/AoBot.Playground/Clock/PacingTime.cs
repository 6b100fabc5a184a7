namespace AoBot.Playground.Clock;

/// <summary>
/// What the bot paces its calls by: a night that is played is a night, so that what it asks in thirty of them within a second is no
/// rush that it must hold back. What it waits for, it waits for really.
/// </summary>
/// <param name="clock">The program's clock.</param>
public sealed class PacingTime(MovableTimeProvider clock) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
}
