using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Updates.Reminders;

/// <summary>Plans what the policies want to be said about updates, in one transaction with what it was read from; and turns reminders on and off.</summary>
public sealed class ReminderPlanning(ReminderBook book, WriteGate gate, OutboxSignal signal, ProgramClock clock)
{
    /// <summary>Plans what is due now or soon and not yet recorded.</summary>
    public async Task<PlannedReminders> Plan(CancellationToken cancellationToken)
    {
        var planned = await gate.Write(
            async db =>
            {
                var chosen = await ReminderBook.Switch(db, cancellationToken);
                return chosen.Mode == ReminderMode.Off ? PlannedReminders.None : await Plan(db, chosen, cancellationToken);
            },
            cancellationToken);
        if (planned.Count > 0)
        {
            signal.Wake();
        }

        return planned;
    }

    /// <summary>Whether reminders are sent from now on. Turned on, every step that is past already is recorded as such, and never sent.</summary>
    /// <returns>False where the press was delivered before, or nothing changes.</returns>
    public async Task<bool> Choose(string actor, string triggerId, ReminderMode mode, CancellationToken cancellationToken)
    {
        var changed = await gate.Write(
            async db =>
            {
                var before = await db.ReminderSwitches.FirstOrDefaultAsync(cancellationToken);
                if ((before?.Mode ?? ReminderMode.Off) == mode || await db.Audit.AnyAsync(a => a.TriggerId == triggerId, cancellationToken))
                {
                    return false;
                }

                // Between preview and on staff heard all the while; what they heard is not told again, as it is recorded.
                var row = before ?? db.Add(new ReminderSwitch { Mode = mode, Since = clock.Now, ChosenBy = actor }).Entity;
                (row.Mode, row.Since, row.ChosenBy) = (mode, clock.Now, actor);
                db.Audit.Add(new AuditEntry { At = clock.Now, Actor = actor, Action = "reminders.switch", Subject = "reminders", Detail = $"{before?.Mode ?? ReminderMode.Off} → {mode}".ToLowerInvariant(), TriggerId = triggerId });
                await db.SaveChangesAsync(cancellationToken);

                // What was only shown, and whose time has not come, is decided anew.
                await db.Notices.Where(n => n.Reason == PassedOver.Preview && n.NotBefore > row.Since).ExecuteDeleteAsync(cancellationToken);
                if (mode != ReminderMode.Off)
                {
                    await Plan(db, row, cancellationToken);
                }

                return true;
            },
            cancellationToken);
        signal.Wake();
        return changed;
    }

    private async Task<PlannedReminders> Plan(AoBotDbContext db, ReminderSwitch chosen, CancellationToken cancellationToken)
    {
        if (await book.Read(db, chosen.Since, cancellationToken) is not { Facts: var facts })
        {
            return PlannedReminders.None;
        }

        var now = clock.Now;
        var asked = UpdateReminderPolicy.Decide(facts, now);
        var drafts = DraftPolicy.Decide(facts, now);
        var told = StaffLinePolicy.Decide(facts, now);
        foreach (var (plan, reason) in asked.Past.Concat(drafts.Past).Concat(told.Past))
        {
            await db.RecordAsPast(plan, reason, now, cancellationToken);
        }

        var planned = 0;
        List<NoticePlan> plans = [.. asked.Plans, .. drafts.Plans, .. told.Plans, .. ThanksPolicy.Decide(facts, now), .. DigestPolicy.Decide(facts, now)];
        if (chosen.Mode == ReminderMode.Preview)
        {
            plans = await Show(db, plans, facts, cancellationToken);
        }

        foreach (var plan in plans)
        {
            planned += await db.Plan(plan, now, cancellationToken) ? 1 : 0;
        }

        return new PlannedReminders(planned, asked.Silent);
    }

    /// <summary>In preview what would leave today is recorded and shown to staff in one message; what is theirs to act on they hear as always.</summary>
    private async Task<List<NoticePlan>> Show(AoBotDbContext db, List<NoticePlan> plans, ReminderFacts facts, CancellationToken cancellationToken)
    {
        var todays = plans.Where(p => UpdateNotices.IsHeldInPreview(p.Kind) && p.NotBefore < clock.NextMidnight).ToList();
        foreach (var plan in todays)
        {
            await db.RecordAsPast(plan, PassedOver.Preview, clock.Now, cancellationToken);
        }

        return [.. plans.Where(p => !UpdateNotices.IsHeldInPreview(p.Kind)), .. todays.Count > 0 ? PreviewedDay.Plans(facts, clock.Now) : []];
    }
}

/// <summary>What came of planning.</summary>
/// <param name="Count">How many notices are new.</param>
/// <param name="Silent">The steps that nobody hears of now, and why.</param>
public sealed record PlannedReminders(int Count, IReadOnlyList<SilentStep> Silent)
{
    public static PlannedReminders None { get; } = new(0, []);
}
