namespace AoBot.Slack.Api;

internal static class PacedDelay
{
    /// <summary>The longest wait a timer takes; longer waits are taken in pieces by whoever asks again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Waits, rounded up to whole milliseconds: timers cut fractions off, and early is against the rule.</summary>
    public static Task For(TimeSpan wait, TimeProvider time, CancellationToken ct)
    {
        var piece = wait < Longest ? wait : Longest;
        return Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(piece.TotalMilliseconds)), time, ct);
    }
}
