using System.Globalization;
using AoBot.People;
using AoBot.Slack.Receiving;

namespace AoBot.Updates.Reminders;

/// <summary>Staff's yes or no to whom a contact named in their place.</summary>
public sealed class NotMeAction(ReminderDesk desk, ReminderAnswers answers, Roles roles) : IBlockActionHandler
{
    public async Task Handle(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var isYes = request.Action.ActionId == NotMeMessage.YesId;
        var words = !roles.IsStaff(request.User.Id) || !int.TryParse(request.Action.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? "Only the fund's staff decide this. Nothing was changed."
            : !await answers.Accept(new Answerer(request.User.Id, request.TriggerId), id, isYes, cancellationToken) ? "This was answered already. Nothing was changed."
            : isYes ? "Noted: I write to them from now on."
            : "Noted: I don't write to them. The roster names whom else I ask.";
        await desk.Say(request, words, cancellationToken);
    }
}
