using System.Globalization;
using AoBot.Engagements;
using AoBot.Slack.Receiving;

namespace AoBot.Updates.Questions;

/// <summary>"Undo" beside what was just answered: the answer goes, and the question comes again.</summary>
public sealed class UndoAnswerAction(QuestionDesk desk, QuestionAnswers answers, RosterRegister register) : IBlockActionHandler
{
    public const string ActionId = "question.undo";

    private static readonly Noted Nothing = new("There is nothing to undo any more.");

    public Task Handle(BlockActionRequest request, CancellationToken cancellationToken) => desk.Settle(
        request,
        async _ => (request.Action.Value ?? "").Split(' ', 2) switch
        {
            [var written] when int.TryParse(written, CultureInfo.InvariantCulture, out var id) =>
                await answers.Undo(request.User.Id, request.TriggerId, id, cancellationToken) is { } answer ? new Noted($"Undone: \"{QuestionAnswers.Words(answer)}\" of {answer.Path}.") : Nothing,
            [var row, var folder] => await TakeBack(request, RosterFolder.Parse(folder), row, cancellationToken),
            _ => Nothing,
        },
        cancellationToken);

    private async Task<Noted> TakeBack(BlockActionRequest request, RosterFolder folder, string row, CancellationToken cancellationToken) =>
        await register.Change(request.User.Id, request.TriggerId, roster => FolderIsAction.With(roster, row, folders => [.. folders.Where(f => f != folder)]), cancellationToken) is RosterOutcome.Done { IsWritten: true }
            ? new Noted($"Undone: {folder} is nobody's folder again.")
            : Nothing;
}
