using AoBot.People;
using AoBot.Slack.Receiving;

namespace AoBot.Updates.Questions;

/// <summary>"It is…" below a question: opens the window with months and partner.</summary>
public sealed class ItIsAction(QuestionDesk desk, Roles roles) : IBlockActionHandler
{
    public const string ActionId = "question.it_is";

    public async Task Handle(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var picture = await desk.Read(cancellationToken);
        if (roles.IsStaff(request.User.Id) && QuestionRef.Parse(request.Action.Value)?.In(picture.Questions) is { } question)
        {
            await desk.Open(request, ItIsView.Render(question, picture), cancellationToken);
        }
        else
        {
            await desk.Settle(request, _ => Task.FromResult(Noted.Overtaken), cancellationToken);
        }
    }
}
