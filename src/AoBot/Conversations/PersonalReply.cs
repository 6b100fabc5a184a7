using AoBot.Slack.Api;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;

namespace AoBot.Conversations;

/// <summary>Answers who pressed a button, for their eyes only: by the press's response_url, and where that is dead, in its channel.</summary>
public sealed partial class PersonalReply(ISlackApiClient slack, ResponseUrlClient responseUrls, ILogger<PersonalReply> logger)
{
    /// <param name="request">The press.</param>
    /// <param name="body">What to say.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="replaces">Whether it takes the place of the answer below which the button stood.</param>
    public async Task Send(InteractionRequest request, MessageBody body, CancellationToken cancellationToken, bool replaces = false)
    {
        if (request.ResponseUrl is { } url &&
            await responseUrls.Send(url, new ResponseUrlMessage(body) { ResponseType = ResponseType.Ephemeral, ReplaceOriginal = replaces }, cancellationToken) is not SlackOutcome<ResponseUrlAccepted>.Refused)
        {
            return;
        }

        if (request.Channel?.Id is { } channel &&
            await slack.Chat.PostEphemeral(request.User.Id, new Message(channel, body), cancellationToken) is not SlackOutcome<PostedEphemeral>.Refused)
        {
            return;
        }

        LogNotTold(request.Type);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody could not be answered after {Interaction}")]
    private partial void LogNotTold(string interaction);
}
