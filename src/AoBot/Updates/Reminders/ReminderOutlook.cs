using AoBot.Conversations;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Updates.Reminders;

/// <summary>Everything that is going to be said in the next days, for staff.</summary>
public sealed class ReminderOutlook(ReminderBook book, IEnumerable<IComingNotices> others, ProgramClock clock)
{
    /// <param name="db">Where it is read.</param>
    /// <param name="chosen">Whether reminders are on; where they are off, it shows what turning them on now would bring.</param>
    /// <param name="days">How far it looks.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Answer> Show(AoBotDbContext db, ReminderSwitch chosen, int days, CancellationToken cancellationToken)
    {
        var since = chosen.Mode == ReminderMode.Off ? clock.Now : chosen.Since;
        var shown = await book.Read(db, since, cancellationToken) is { Facts: var facts }
            ? ReminderPreviewMessage.Render(ReminderPreviewPolicy.Of(facts, clock.Now, days), facts, chosen.Mode, days, clock.Today)
            : ReminderPreviewMessage.Unknown;
        var names = await db.People.Where(p => p.Name != Person.Unknown).ToDictionaryAsync(p => p.SlackId, p => p.Name, StringComparer.Ordinal, cancellationToken);
        foreach (var other in others)
        {
            var coming = await other.Read(db, since, days, cancellationToken);
            if (coming.Said.Count + coming.NotSaid.Count > 0)
            {
                var more = ComingNoticesMessage.Render(coming, names, clock.Today);
                shown = new Answer($"{shown.Text} {more.Text}", [.. shown.Blocks, .. more.Blocks]) { IsShareable = false };
            }
        }

        return shown;
    }
}
