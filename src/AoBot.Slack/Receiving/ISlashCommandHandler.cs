namespace AoBot.Slack.Receiving;

/// <summary>Answers one slash command. Made anew, in a scope of its own, for each call.</summary>
public interface ISlashCommandHandler
{
    /// <summary>
    /// Answers what can be answered without waiting for anything, or returns null, and <see cref="Handle"/> is called. It runs on the
    /// thread of the connection, which saves a fifth of the time of an answer kept ready; what may wait (a database, a lock) belongs into
    /// <see cref="Handle"/>, or it delays the acknowledgement.
    /// </summary>
    /// <param name="command">What was sent.</param>
    SlashCommandResponse? AnswerAtOnce(SlashCommand command) => null;

    /// <summary>
    /// Answers the command. What takes longer than <see cref="SlackReceivingOptions.AnswerWithin"/> is delivered later through the response_url.
    /// An exception becomes <see cref="SlackReceivingOptions.OnError"/>.
    /// </summary>
    /// <param name="command">What was sent.</param>
    /// <param name="cancellationToken">Cancelled when the host stops and has waited long enough; not when Slack hangs up.</param>
    ValueTask<SlashCommandResponse> Handle(SlashCommand command, CancellationToken cancellationToken);
}
