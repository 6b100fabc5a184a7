using AoBot.Conversations;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Slack.Api;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Updates.Questions;

/// <summary>What all buttons below a question do: staff only, a question that is still open, an answer once; then what was noted and what is left to ask.</summary>
public sealed partial class QuestionDesk(
    IDbContextFactory<AoBotDbContext> contexts,
    UpdatesLedger ledger,
    QuestionAnswers answers,
    Roles roles,
    ProgramClock clock,
    Settings settings,
    PersonalReply reply,
    ISlackApiClient slack,
    ILogger<QuestionDesk> logger)
{
    /// <summary>Keeps what a press says of a file or of a nobody's folder.</summary>
    /// <param name="request">The press; its value names the question.</param>
    /// <param name="says">What it says.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task Answer(BlockActionRequest request, Func<LedgerQuestion, QuestionRef, LedgerAnswer> says, CancellationToken cancellationToken) => Settle(
        request,
        async picture =>
        {
            var reference = QuestionRef.Parse(request.Action.Value);
            return reference?.In(picture.Questions) is { } question ? await Keep(request, says(question, reference), cancellationToken) : Noted.Overtaken;
        },
        cancellationToken);

    /// <summary>Keeps an answer for somebody who is known to be staff, and says what was noted.</summary>
    public async Task<Noted> Keep(InteractionRequest request, LedgerAnswer answer, CancellationToken cancellationToken) =>
        await answers.Keep(request.User.Id, request.TriggerId, answer, cancellationToken) is { } id
            ? new Noted($"Noted: {NameOf(answer.Path)} is {QuestionAnswers.Words(answer)}.", $"{id}")
            : Noted.Overtaken;

    /// <summary>Does what a press asks for, if it is staff's, and shows what is open then.</summary>
    public async Task Settle(BlockActionRequest request, Func<LedgerPicture, Task<Noted>> settle, CancellationToken cancellationToken)
    {
        if (!roles.IsStaff(request.User.Id))
        {
            await Show(request, QuestionsMessage.StaffOnly, replaces: false, cancellationToken);
            return;
        }

        var noted = await settle(await Read(cancellationToken));
        await Show(request, QuestionsMessage.Render(await Read(cancellationToken), settings.UpdatesPath, noted), replaces: true, cancellationToken);
    }

    /// <summary>A window opens, or takes the place of the one that the button stands in.</summary>
    public async Task Open(BlockActionRequest request, ModalView window, CancellationToken cancellationToken)
    {
        var outcome = request.View is { Type: "modal" } view ? await slack.Views.Update(view.Id, window, ct: cancellationToken) : await slack.Views.Open(request.TriggerId, window, cancellationToken);
        if (outcome is not SlackOutcome<SlackView>.Sent)
        {
            LogNotShown((outcome as SlackOutcome<SlackView>.Refused)?.Error.Code ?? "no clear answer");
            await Show(request, Parts.Short("Slack did not open the window in time. Please try again."), replaces: false, cancellationToken);
        }
    }

    /// <summary>The window with what was noted, and what is left to ask.</summary>
    public async Task<ModalView> Window(Noted? noted, CancellationToken cancellationToken) =>
        Window(QuestionsMessage.Render(await Read(cancellationToken), settings.UpdatesPath, noted));

    public async Task<LedgerPicture> Read(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await LedgerPicture.Read(ledger, db, clock, Audience.Staff, cancellationToken);
    }

    private static ModalView Window(Answer answer) => new("Questions", InWindow.Of(answer.Blocks)) { Close = "Close" };

    private async Task Show(BlockActionRequest request, Answer answer, bool replaces, CancellationToken cancellationToken)
    {
        if (request.View is not { Type: "modal" } view)
        {
            await reply.Send(request, answer.ToMessage(), cancellationToken, replaces);
        }
        else if (await slack.Views.Update(view.Id, Window(answer), ct: cancellationToken) is SlackOutcome<SlackView>.Refused refused)
        {
            LogNotShown(refused.Error.Code);
        }
    }

    private static string NameOf(string path) => path.TrimEnd('/') is var whole ? whole[(whole.LastIndexOf('/') + 1)..] : path;

    [LoggerMessage(Level = LogLevel.Warning, Message = "What came of an answered question could not be shown: {Error}")]
    private partial void LogNotShown(string error);
}
