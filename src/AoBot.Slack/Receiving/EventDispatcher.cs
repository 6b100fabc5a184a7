using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Slack.Receiving;

/// <summary>Calls the handlers of an event: from the inbox, after the event was kept.</summary>
public sealed class EventDispatcher
{
    private readonly SlackRegistrations _registrations;
    private readonly IServiceScopeFactory _scopes;

    /// <summary>Made by the container.</summary>
    /// <param name="registrations">The handlers.</param>
    /// <param name="scopes">Where each call gets its scope from.</param>
    public EventDispatcher(SlackRegistrations registrations, IServiceScopeFactory scopes)
    {
        _registrations = registrations;
        _scopes = scopes;
    }

    /// <summary>Reads a kept body.</summary>
    /// <param name="utf8Json">The body, as the inbox got it.</param>
    /// <exception cref="JsonException">It is no UTF-8 JSON object with an <c>event</c> object, or is nested deeper than 64.</exception>
    public static EventCallback Parse(ReadOnlySpan<byte> utf8Json) => EventCallback.Read(JsonReading.ParseObject(utf8Json));

    /// <summary>
    /// Calls every handler of the event's type, one after the other, each in a scope of its own; a failing one does not keep the others
    /// from being called. An event without handlers is no error.
    /// </summary>
    /// <param name="envelope">The event.</param>
    /// <param name="cancellationToken">Given to the handlers.</param>
    /// <exception cref="AggregateException">At least one handler failed. Calling again calls all handlers again.</exception>
    public async Task Dispatch(EventCallback envelope, CancellationToken cancellationToken)
    {
        List<Exception>? failures = null;
        foreach (var handler in _registrations.EventHandlers.Where(handler => handler.EventType.IsInstanceOfType(envelope.Event)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await using var scope = _scopes.CreateAsyncScope();
                await handler.Handle(scope.ServiceProvider, envelope.Event, envelope, cancellationToken);
            }
            catch (Exception unexpected) when (!cancellationToken.IsCancellationRequested)
            {
                (failures ??= []).Add(unexpected);
            }
        }

        if (failures is not null)
        {
            throw new AggregateException(failures);
        }
    }
}
