namespace AoBot.Slack.Receiving;

/// <summary>
/// Keeps an event before Slack is told that it arrived, so that a crash loses nothing. Who keeps it calls
/// <see cref="EventDispatcher.Dispatch"/> later.
/// </summary>
public interface IEventInbox
{
    /// <summary>
    /// Stores the event durably. Called before the 200; an exception becomes a 500, and Slack sends the event again
    /// (at once, after one and after five minutes, with the same <c>event_id</c>).
    /// </summary>
    /// <param name="envelope">The event, parsed.</param>
    /// <param name="rawJson">The body as it came, for <see cref="EventDispatcher.Parse"/>. Valid until the call ends: copy what is kept.</param>
    /// <param name="cancellationToken">Cancelled when the host stops and has waited long enough; not when Slack hangs up.</param>
    /// <returns>False when the event was there already. Slack gets a 200 either way.</returns>
    ValueTask<bool> Accept(EventCallback envelope, ReadOnlyMemory<byte> rawJson, CancellationToken cancellationToken);
}
