using AoBot.Conversations;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Updates.Reminders;

/// <summary><c>/ao settings</c>: opens the window for one's reminders: the hour, the heads-up, and how long before a gathering.</summary>
public sealed class SettingsCommand(IDbContextFactory<AoBotDbContext> contexts, Settings settings) : IWord
{
    public WordHelp Help { get; } = new("settings", "When I may write to you, and how long before")
    {
        Aliases = ["preferences"],
        IsPersonal = true,
    };

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return Parts.Short("Your settings are in a window: type `/ao settings` in Slack.") with
        {
            Opens = request.UserId is null ? null : ReminderSettingsView.Render(await db.ReminderPreferences.AsNoTracking().FirstOrDefaultAsync(p => p.SlackId == request.UserId, cancellationToken), settings.ReminderRules),
        };
    }
}
