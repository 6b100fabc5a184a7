using AoBot.People;
using AoBot.Slack.Receiving;

namespace AoBot.Conversations;

/// <summary><c>/ao …</c>: answered in the response, for the asker's eyes, from the cache where nothing changed.</summary>
public sealed class AoCommand(Words words, AnswerCache cache, Roles roles) : ISlashCommandHandler
{
    public const string Command = "/ao";

    public async ValueTask<SlashCommandResponse> Handle(SlashCommand command, CancellationToken cancellationToken)
    {
        var audience = roles.IsStaff(command.UserId) ? Audience.Staff : Audience.Public;
        var key = new AnswerKey(command.Text.Trim(), audience, Sharing.IsPossibleIn(command.ChannelId));
        if (cache.TryGet(key, out var ready))
        {
            return SlashCommandResponse.Json(ready);
        }

        var stamp = cache.Stamp();
        var answer = await words.Answer(key.Words, audience, cancellationToken);
        var response = SlashCommandResponse.Ephemeral(key.OffersSharing ? Sharing.WithButton(answer, key.Words) : answer.ToMessage()).Utf8Json;
        cache.Put(key, stamp, response);
        return SlashCommandResponse.Json(response);
    }
}
