using AoBot.Slack.Receiving;

namespace AoBot.Updates.Questions;

/// <summary>"Not an update" below a question.</summary>
public sealed class NoUpdateAction(QuestionDesk desk) : IBlockActionHandler
{
    public const string ActionId = "question.no_update";

    public Task Handle(BlockActionRequest request, CancellationToken cancellationToken) =>
        desk.Answer(request, (question, _) => new LedgerAnswer(question.Path, IsUpdate: false, []), cancellationToken);
}
