using AoBot.Slack.Receiving;

namespace AoBot.Updates.Questions;

/// <summary>"Nobody's" below a question about a folder: it is not asked about again, in no year.</summary>
public sealed class NobodysAction(QuestionDesk desk) : IBlockActionHandler
{
    public const string ActionId = "question.nobodys";

    public Task Handle(BlockActionRequest request, CancellationToken cancellationToken) =>
        desk.Answer(request, (question, _) => new LedgerAnswer($"{question.Path}/", IsUpdate: false, []), cancellationToken);
}
