using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AoBot.Slack.Receiving;

/// <summary>
/// Registers handlers, one line each, in SlackNet's words. A handler is transient and made in a scope of its own for each call.
/// An id that is registered twice throws <see cref="ArgumentException"/>.
/// </summary>
public sealed class SlackReceivingBuilder
{
    private const DynamicallyAccessedMemberTypes Constructors = DynamicallyAccessedMemberTypes.PublicConstructors;

    private readonly IServiceCollection _services;
    private readonly SlackRegistrations _registrations;

    internal SlackReceivingBuilder(IServiceCollection services, SlackRegistrations registrations)
    {
        _services = services;
        _registrations = registrations;
    }

    /// <summary>Handles a slash command.</summary>
    /// <param name="command">The command with its slash, for instance <c>/ao</c>.</param>
    /// <exception cref="ArgumentException">The command has no slash.</exception>
    public SlackReceivingBuilder RegisterSlashCommandHandler<[DynamicallyAccessedMembers(Constructors)] THandler>(string command)
        where THandler : class, ISlashCommandHandler
    {
        if (!command.StartsWith('/'))
        {
            throw new ArgumentException($"A slash command begins with a slash: \"/{command}\".", nameof(command));
        }

        SlackRegistrations.Add(_registrations.Commands, command, Make<THandler>());
        return this;
    }

    /// <summary>Handles a button, a menu or another element.</summary>
    /// <param name="actionId">The element's action_id, or its beginning.</param>
    /// <param name="match">Whether it is the whole id.</param>
    public SlackReceivingBuilder RegisterBlockActionHandler<[DynamicallyAccessedMembers(Constructors)] THandler>(
        string actionId,
        ActionIdMatch match = ActionIdMatch.Exact)
        where THandler : class, IBlockActionHandler
    {
        _registrations.AddAction(actionId, match, Make<THandler>());
        return this;
    }

    /// <summary>Acknowledges an element and does nothing: Slack reports each click on a link button, too.</summary>
    /// <param name="actionId">The element's action_id, or its beginning.</param>
    /// <param name="match">Whether it is the whole id.</param>
    public SlackReceivingBuilder IgnoreBlockAction(string actionId, ActionIdMatch match = ActionIdMatch.Exact)
    {
        _registrations.AddAction(actionId, match, static _ => null);
        return this;
    }

    /// <summary>Handles the submission and the closing of a modal.</summary>
    /// <param name="callbackId">The view's callback_id.</param>
    public SlackReceivingBuilder RegisterViewSubmissionHandler<[DynamicallyAccessedMembers(Constructors)] THandler>(string callbackId)
        where THandler : class, IViewSubmissionHandler
    {
        SlackRegistrations.Add(_registrations.Views, callbackId, Make<THandler>());
        return this;
    }

    /// <summary>Handles a message shortcut.</summary>
    /// <param name="callbackId">The shortcut's callback_id, as in the manifest.</param>
    public SlackReceivingBuilder RegisterMessageShortcutHandler<[DynamicallyAccessedMembers(Constructors)] THandler>(string callbackId)
        where THandler : class, IMessageShortcutHandler
    {
        SlackRegistrations.Add(_registrations.MessageShortcutHandlers, callbackId, Make<THandler>());
        return this;
    }

    /// <summary>Handles a global shortcut.</summary>
    /// <param name="callbackId">The shortcut's callback_id, as in the manifest.</param>
    public SlackReceivingBuilder RegisterGlobalShortcutHandler<[DynamicallyAccessedMembers(Constructors)] THandler>(string callbackId)
        where THandler : class, IGlobalShortcutHandler
    {
        SlackRegistrations.Add(_registrations.GlobalShortcutHandlers, callbackId, Make<THandler>());
        return this;
    }

    /// <summary>Offers the options of an external select.</summary>
    /// <param name="actionId">The select's action_id.</param>
    public SlackReceivingBuilder RegisterBlockOptionProvider<[DynamicallyAccessedMembers(Constructors)] TProvider>(string actionId)
        where TProvider : class, IBlockOptionProvider
    {
        SlackRegistrations.Add(_registrations.Options, actionId, Make<TProvider>());
        return this;
    }

    /// <summary>Handles events of a type. Several handlers of one type are called one after the other, in the order of registration.</summary>
    public SlackReceivingBuilder RegisterEventHandler<TEvent, [DynamicallyAccessedMembers(Constructors)] THandler>()
        where TEvent : SlackEvent
        where THandler : class, IEventHandler<TEvent>
    {
        _services.TryAddTransient<THandler>();
        _registrations.EventHandlers.Add(new(
            typeof(TEvent),
            static (services, slackEvent, envelope, cancellationToken) =>
                services.GetRequiredService<THandler>().Handle((TEvent)slackEvent, envelope, cancellationToken)));
        return this;
    }

    /// <summary>
    /// Keeps events before Slack gets its 200; who keeps them calls <see cref="EventDispatcher.Dispatch"/> later. Without an inbox, events are
    /// dispatched in the background after the 200, and a crash loses them. An inbox that is registered already, for instance as a
    /// singleton that wakes a worker, is used as it is.
    /// </summary>
    public SlackReceivingBuilder RegisterEventInbox<[DynamicallyAccessedMembers(Constructors)] TInbox>()
        where TInbox : class, IEventInbox
    {
        var inbox = Make<TInbox>();
        _services.AddTransient<IEventInbox>(services => inbox(services));
        return this;
    }

    private Func<IServiceProvider, THandler> Make<[DynamicallyAccessedMembers(Constructors)] THandler>()
        where THandler : class
    {
        _services.TryAddTransient<THandler>();
        return static services => services.GetRequiredService<THandler>();
    }
}
