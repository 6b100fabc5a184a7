using AoBot.People;
using AoBot.Slack.Receiving;

namespace AoBot.Conversations;

/// <summary><c>/ao …</c>: answered in the response, for the asker's eyes, from the cache where nothing changed.</summary>
public sealed class AoCommand(Words words, AnswerCache cache, Roles roles, WindowOpener windows) : ISlashCommandHandler
{
    public const string Command = "/ao";

    /// <summary>What is kept ready is checked and sent on the connection's thread; it waits for nothing.</summary>
    public SlashCommandResponse? AnswerAtOnce(SlashCommand command)
    {
        var key = KeyOf(command);
        return cache.TryGet(key with { UserId = null }, out var ready) || cache.TryGet(key, out ready) ? SlashCommandResponse.Json(ready) : null;
    }

    public async ValueTask<SlashCommandResponse> Handle(SlashCommand command, CancellationToken cancellationToken) =>
        await Answer(KeyOf(command), command.TriggerId, cancellationToken);

    /// <summary>Renders an answer and keeps it, a personal one for its asker alone; one that opens a window is made anew for each.</summary>
    public async Task<SlashCommandResponse> Answer(AnswerKey key, string triggerId, CancellationToken cancellationToken)
    {
        key = words.IsPersonal(key.Words) ? key : key with { UserId = null };
        var stamp = cache.Stamp();
        var answer = await words.Answer(key.Words, key.Audience, key.UserId, cancellationToken);
        if (answer.Opens is not null)
        {
            return await windows.Open(triggerId, answer, cancellationToken) is { } instead ? SlashCommandResponse.Ephemeral(instead.ToMessage()) : SlashCommandResponse.Empty;
        }

        var response = SlashCommandResponse.Ephemeral(key.OffersSharing ? Sharing.WithButton(answer, words.Spelling(key.Words)) : answer.ToMessage());
        if (answer.IsKept)
        {
            cache.Put(key, stamp, response.Utf8Json);
        }

        return response;
    }

    private AnswerKey KeyOf(SlashCommand command) =>
        new(Typed(command.Text), roles.IsStaff(command.UserId) ? Audience.Staff : Audience.Public, Sharing.IsPossibleIn(command.ChannelId), command.UserId);

    /// <summary>Only a word about the asker may be about somebody else as well: who stands in for them.</summary>
    private string Typed(string text)
    {
        var typed = TypedText.Read(text);
        return words.IsPersonal(typed) ? TypedText.Read(text, keepsPeople: true) : typed;
    }
}
