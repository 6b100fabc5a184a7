using AoBot.People;
using AoBot.Slack.Api;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;

namespace AoBot.Conversations;

/// <summary>A button that asks a word, for instance "All dates": answered below the message for the presser alone, from Home in a window.</summary>
public sealed partial class AskAction(Words words, Roles roles, PersonalReply reply, WindowOpener windows, ISlackApiClient slack, ILogger<AskAction> logger) : IBlockActionHandler
{
    /// <summary>What the ids of these buttons begin with; the rest is the word and a count.</summary>
    public const string Prefix = "ask.";

    /// <summary>A button for a word and what stands behind it; ids of one message must differ, so they are counted.</summary>
    public static Button Button(Ask ask, int index) =>
        new($"{Prefix}{ask.Words.Split(' ')[0]}.{index + 1}", PlainText.Truncated(ask.Label, 75)) { Value = ask.Words };

    public async Task Handle(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var asked = request.Action.Value ?? "";
        var audience = roles.IsStaff(request.User.Id) ? Audience.Staff : Audience.Public;
        var answer = await words.Answer(asked, audience, request.User.Id, cancellationToken);
        if (answer.Opens is not null)
        {
            if (await windows.Open(request.TriggerId, answer, cancellationToken) is { } instead)
            {
                await reply.Send(request, instead.ToMessage(), cancellationToken);
            }

            return;
        }

        if (request.View is null)
        {
            var body = Sharing.IsPossibleIn(request.Channel?.Id ?? "") ? Sharing.WithButton(answer, words.Spelling(asked)) : answer.ToMessage();
            await reply.Send(request, body, cancellationToken);
            return;
        }

        var window = new ModalView("AoBot", InWindow.Of(answer.Blocks)) { Close = "Close" };
        if (await slack.Views.Open(request.TriggerId, window, cancellationToken) is SlackOutcome<SlackView>.Refused refused)
        {
            LogNotOpened(refused.Error.Code);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A window could not be opened: {Error}")]
    private partial void LogNotOpened(string error);
}
