using AoBot.Outbox;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Updates.Reminders;

/// <summary>Staff have said so with <c>/ao admin reminders</c>, be it for themselves alone.</summary>
public sealed class ReminderConsent : IStaffConsent
{
    public Task<bool> IsGiven(AoBotDbContext db, CancellationToken cancellationToken) =>
        db.ReminderSwitches.AnyAsync(s => s.Mode != ReminderMode.Off, cancellationToken);
}
