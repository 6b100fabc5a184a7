using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Outbox;

/// <summary>How a notice becomes a row: within a change of <see cref="WriteGate"/>, in one transaction with the fact that it is about.</summary>
public static class NoticePlanning
{
    /// <summary>False where it was planned before, whatever became of it: the same thing is never said twice.</summary>
    public static Task<bool> Plan(this AoBotDbContext db, NoticePlan plan, Instant now, CancellationToken cancellationToken) =>
        Add(db, plan, now, NoticeState.Planned, null, cancellationToken);

    /// <summary>A row that is never sent: what would have been said is known to have been passed over, and why ("before start").</summary>
    public static Task<bool> RecordAsPast(this AoBotDbContext db, NoticePlan plan, string reason, Instant now, CancellationToken cancellationToken) =>
        Add(db, plan, now, NoticeState.Skipped, reason, cancellationToken);

    private static async Task<bool> Add(AoBotDbContext db, NoticePlan plan, Instant now, NoticeState state, string? reason, CancellationToken cancellationToken)
    {
        if (db.Notices.Local.Any(n => n.Key == plan.Key) || await db.Notices.AnyAsync(n => n.Key == plan.Key, cancellationToken))
        {
            return false;
        }

        db.Notices.Add(plan.ToNotice(now, state, reason));
        return true;
    }
}
