namespace AoBot.Slack.Receiving;

/// <summary>
/// Handles events of one type, and of the types derived from it: a handler of <see cref="SlackEvent"/> sees all.
/// Made anew, in a scope of its own, for each event.
/// </summary>
/// <typeparam name="TEvent">The type of event.</typeparam>
public interface IEventHandler<in TEvent> where TEvent : SlackEvent
{
    /// <summary>Handles the event. An exception goes to whoever called <see cref="EventDispatcher.Dispatch"/>.</summary>
    /// <param name="slackEvent">What happened.</param>
    /// <param name="envelope">Where and when, and the <c>event_id</c>.</param>
    /// <param name="cancellationToken">The dispatcher's token.</param>
    Task Handle(TEvent slackEvent, EventCallback envelope, CancellationToken cancellationToken);
}
