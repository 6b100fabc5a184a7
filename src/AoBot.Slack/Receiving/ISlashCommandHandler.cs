namespace AoBot.Slack.Receiving;

/// <summary>Answers one slash command. Made anew, in a scope of its own, for each call.</summary>
public interface ISlashCommandHandler
{
    /// <summary>
    /// Answers the command. What takes longer than <see cref="SlackReceivingOptions.AnswerWithin"/> is delivered later through the response_url.
    /// An exception becomes <see cref="SlackReceivingOptions.OnError"/>.
    /// </summary>
    /// <param name="command">What was sent.</param>
    /// <param name="cancellationToken">Cancelled when the host stops and has waited long enough; not when Slack hangs up.</param>
    ValueTask<SlashCommandResponse> Handle(SlashCommand command, CancellationToken cancellationToken);
}
