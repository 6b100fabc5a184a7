namespace AoBot.Slack.Receiving;

/// <summary>Offers the options of an external select while a person types. Made anew, in a scope of its own, for each call.</summary>
public interface IBlockOptionProvider
{
    /// <summary>
    /// Returns at most 100 options within three seconds. When it throws or is slower than
    /// <see cref="SlackReceivingOptions.AnswerWithin"/>, the person sees an empty list.
    /// </summary>
    /// <param name="request">What was typed, and where.</param>
    /// <param name="cancellationToken">Cancelled when the answer would come too late.</param>
    ValueTask<BlockOptionsResponse> GetOptions(BlockOptionsRequest request, CancellationToken cancellationToken);
}
