namespace AoBot.Slack.Receiving;

/// <summary>
/// How much is still being done for Slack's people, for whoever must know that the bot is done: a drain before a stop, a test, a simulation of time.
/// </summary>
public sealed class HandlersAtWork
{
    private readonly BackgroundWork _work;

    internal HandlersAtWork(BackgroundWork work) => _work = work;

    /// <summary>
    /// Handlers that have not ended, those that wait for a place included; never negative. One counts from before its request is answered,
    /// so that a zero after the answer means that nothing is left of that request. Events that an inbox keeps for later do not count.
    /// </summary>
    public int Count => _work.Pending;
}
