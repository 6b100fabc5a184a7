using AoBot.Slack.Api;
using AoBot.Slack.Receiving;

namespace AoBot.Conversations;

/// <summary>"@AoBot status" in a channel: the same words, answered in the thread with the public version, whoever asks.</summary>
public sealed partial class MentionHandler(Words words, ISlackApiClient slack, ILogger<MentionHandler> logger) : IEventHandler<AppMention>
{
    public async Task Handle(AppMention slackEvent, EventCallback envelope, CancellationToken cancellationToken)
    {
        // Two bots that mention each other would never stop; nor would one that answers itself.
        if (slackEvent.BotId is not null || envelope.Authorizations.Any(a => a.UserId == slackEvent.User) || slackEvent is not { Channel: { Length: > 0 } channel, Ts: { Length: > 0 } ts })
        {
            return;
        }

        var answer = await words.Answer(Asked(slackEvent.Text, envelope), Audience.Public, cancellationToken);
        var message = new Message(channel, answer.ToMessage()) { ThreadTs = slackEvent.ThreadTs ?? ts };
        switch (await slack.Chat.PostMessage(message, cancellationToken))
        {
            case SlackOutcome<PostedMessage>.Refused { Error: RateLimited or Unreachable or AuthError } refused:
                throw new EventNotHandledException(refused.Error.Code);
            case SlackOutcome<PostedMessage>.Refused refused:
                LogRefused(channel, refused.Error.Code);
                break;
            case SlackOutcome<PostedMessage>.Unknown:
                // It may have arrived; a second answer would be worse than none.
                LogUnsure(channel);
                break;
        }
    }

    /// <summary>What stands behind our name; where nothing does, what stands before it ("status, please @AoBot").</summary>
    private static string Asked(string text, EventCallback envelope)
    {
        var name = envelope.Authorizations.FirstOrDefault(a => a.IsBot)?.UserId is { Length: > 0 } id ? text.IndexOf("<@" + id, StringComparison.Ordinal) : -1;
        var end = name < 0 ? -1 : text.IndexOf('>', name);
        if (end < 0)
        {
            return TypedText.Read(text);
        }

        var behind = TypedText.Read(text[(end + 1)..]).TrimStart(',', ':', ';', '-', ' ');
        return behind.Length > 0 ? behind : TypedText.Read(text[..name]);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack refused the answer to a mention in {Channel}: {Error}")]
    private partial void LogRefused(string channel, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to a mention in {Channel} may have arrived or not; it is not sent again")]
    private partial void LogUnsure(string channel);
}
