using AoBot.People;
using AoBot.Slack.Receiving;

namespace AoBot.Updates.Reminders;

/// <summary>Turns reminders off, to preview, or on. Staff only.</summary>
public sealed class ChooseRemindersAction(ReminderPlanning planning, ReminderDesk desk, Roles roles) : IBlockActionHandler
{
    public async Task Handle(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var words = !roles.IsStaff(request.User.Id) || !Enum.TryParse<ReminderMode>(request.Action.Value, ignoreCase: true, out var mode)
            ? "Only the fund's staff turn reminders on and off. Nothing was changed."
            : await planning.Choose(request.User.Id, request.TriggerId, mode, cancellationToken)
                ? $"Done: reminders are {AdminRemindersMessage.Word(mode)}. `/ao remind preview` shows what comes."
                : $"Reminders are {AdminRemindersMessage.Word(mode)} already.";
        await desk.Say(request, words, cancellationToken);
    }
}
