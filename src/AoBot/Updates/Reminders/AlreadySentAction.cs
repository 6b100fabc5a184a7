using AoBot.Slack.Receiving;
using AoBot.Updates.GitHub;

namespace AoBot.Updates.Reminders;

/// <summary>"Already sent": the repository is looked at; what is not there is believed for two working days, and then asked about once more.</summary>
public sealed class AlreadySentAction(ReminderDesk desk, ReminderAnswers answers, RepositoryReader reader) : IBlockActionHandler
{
    public async Task Handle(BlockActionRequest request, CancellationToken cancellationToken)
    {
        await reader.ReadNow(cancellationToken);
        await desk.Settle(
            request,
            async (matter, by) => await answers.Believe(by, matter.About, cancellationToken)
                ? $"Thank you! I don't see the update of {matter.Row.Name} in the repository yet, and take your word for it. {(matter.IsAskedOut ? "Should it not turn up in two working days, the fund's staff look for it" : "I look again in two working days")}."
                : "Noted already. Thank you!",
            cancellationToken);
    }
}
