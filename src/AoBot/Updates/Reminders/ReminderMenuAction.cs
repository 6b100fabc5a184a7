using AoBot.Persistence;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Updates.Reminders;

/// <summary>The menu of a reminder: later, nothing this month, away, not me, settings.</summary>
public sealed class ReminderMenuAction(ReminderDesk desk, ReminderAnswers answers, IDbContextFactory<AoBotDbContext> contexts, Settings settings) : IBlockActionHandler
{
    public async Task Handle(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var choice = request.Action.SelectedOption?.Value ?? "";
        switch (choice)
        {
            case UpdateReminderMessage.InThreeDays or UpdateReminderMessage.NextWeek:
                await RemindLaterAction.Later(desk, answers, request, choice, cancellationToken);
                return;
            case UpdateReminderMessage.Away:
                await desk.Open(request, AwayView.Render(null, null, desk.Today), cancellationToken);
                return;
            case UpdateReminderMessage.Settings:
                await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
                {
                    await desk.Open(request, ReminderSettingsView.Render(await db.ReminderPreferences.FindAsync([request.User.Id], cancellationToken), settings.ReminderRules), cancellationToken);
                }

                return;
        }

        var (matter, otherwise) = await desk.Find(request.User.Id, request.Action.BlockId, cancellationToken);
        if (matter is null)
        {
            await desk.Say(request, otherwise, cancellationToken);
        }
        else
        {
            await desk.Open(request, choice == UpdateReminderMessage.NotMe ? NotMeView.Render(matter) : NothingThisMonthView.Render(matter, desk.Today), cancellationToken);
        }
    }
}
