using AoBot.Conversations;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Updates.Reminders;

/// <summary><c>/ao admin reminders</c>: whether reminders are sent; turning them on shows first what would leave.</summary>
public sealed class AdminRemindersCommand(IDbContextFactory<AoBotDbContext> contexts, ReminderOutlook outlook, ProgramClock clock) : IWord
{
    private const int Days = 7;

    public WordHelp Help { get; } = new(
        "admin reminders",
        "Turn the reminders off, to preview (staff alone hear), or on",
        new Usage("admin reminders", "how they are set"),
        new Usage("admin reminders on", "see what would leave, then turn them on; off and preview likewise"));

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        if (request.Audience != Audience.Staff)
        {
            return Parts.Short("Only the fund's staff turn reminders on and off. Your own are in `/ao settings`.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var chosen = await ReminderBook.Switch(db, cancellationToken);
        var wanted = Enum.TryParse<ReminderMode>(request.Argument, ignoreCase: true, out var mode) && !int.TryParse(request.Argument, out _) ? mode : (ReminderMode?)null;
        var set = AdminRemindersMessage.Render(chosen, wanted, clock.Zone, clock.Today);
        if (wanted != ReminderMode.On || chosen.Mode == ReminderMode.On)
        {
            return set;
        }

        var preview = await outlook.Show(db, chosen, Days, cancellationToken);
        return new Answer($"{set.Text} {preview.Text}", [.. preview.Blocks.Take(Parts.MostBlocks - set.Blocks.Count), .. set.Blocks]) { IsShareable = false };
    }
}
