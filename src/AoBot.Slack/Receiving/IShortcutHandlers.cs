namespace AoBot.Slack.Receiving;

/// <summary>Handles a message shortcut ("More actions" of a message). Made anew, in a scope of its own, for each call.</summary>
public interface IMessageShortcutHandler
{
    /// <summary>Called after Slack has got its empty 200, in the background. An exception becomes <see cref="SlackReceivingOptions.OnError"/>.</summary>
    /// <param name="request">The shortcut and its message.</param>
    /// <param name="cancellationToken">Cancelled when the host stops and has waited long enough.</param>
    Task Handle(MessageShortcut request, CancellationToken cancellationToken);
}

/// <summary>Handles a global shortcut. Made anew, in a scope of its own, for each call.</summary>
public interface IGlobalShortcutHandler
{
    /// <summary>Called after Slack has got its empty 200, in the background. An exception is told by <see cref="SlackReceivingOptions.TellOtherwise"/>.</summary>
    /// <param name="request">The shortcut.</param>
    /// <param name="cancellationToken">Cancelled when the host stops and has waited long enough.</param>
    Task Handle(GlobalShortcut request, CancellationToken cancellationToken);
}
