using AoBot.Slack.Receiving;

namespace AoBot.Updates.Questions;

/// <summary>"Right" below a question: the file is what AoBot thought when it asked.</summary>
public sealed class RightAction(QuestionDesk desk) : IBlockActionHandler
{
    public const string ActionId = "question.right";

    public Task Handle(BlockActionRequest request, CancellationToken cancellationToken) =>
        desk.Answer(request, (question, asked) => new LedgerAnswer(question.Path, asked.Months.Count > 0, asked.Months), cancellationToken);
}
