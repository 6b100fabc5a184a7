namespace AoBot.Slack.Receiving;

/// <summary>Handles a click or a choice. Made anew, in a scope of its own, for each action.</summary>
public interface IBlockActionHandler
{
    /// <summary>
    /// Called after Slack has got its empty 200, in the background; answers by response_url, an edit or a view.
    /// An exception becomes <see cref="SlackReceivingOptions.OnError"/>, sent by response_url.
    /// </summary>
    /// <param name="request">One action; when Slack sends several at once, there is one call for each, in their order.</param>
    /// <param name="cancellationToken">Cancelled when the host stops and has waited long enough.</param>
    Task Handle(BlockActionRequest request, CancellationToken cancellationToken);
}
