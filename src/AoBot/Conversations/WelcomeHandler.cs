using AoBot.Slack.Api;
using AoBot.Slack.Receiving;

namespace AoBot.Conversations;

/// <summary>Somebody joins the program's channel: a welcome for their eyes only, with three words to try.</summary>
public sealed partial class WelcomeHandler(Settings settings, ISlackApiClient slack, ILogger<WelcomeHandler> logger) : IEventHandler<MemberJoinedChannel>
{
    public async Task Handle(MemberJoinedChannel slackEvent, EventCallback envelope, CancellationToken cancellationToken)
    {
        if (slackEvent.Channel != settings.ChannelId || slackEvent.User is not { Length: > 0 } user || envelope.Authorizations.Any(a => a.UserId == user))
        {
            return;
        }

        switch (await slack.Chat.PostEphemeral(user, new Message(slackEvent.Channel, WelcomeMessage.Body), cancellationToken))
        {
            case SlackOutcome<PostedEphemeral>.Refused { Error: RateLimited or Unreachable or AuthError } refused:
                throw new EventNotHandledException(refused.Error.Code);
            case SlackOutcome<PostedEphemeral>.Refused refused:
                LogRefused(refused.Error.Code);
                break;
            case SlackOutcome<PostedEphemeral>.Unknown:
                LogRefused("no clear answer");
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A welcome was not delivered: {Error}")]
    private partial void LogRefused(string error);
}
