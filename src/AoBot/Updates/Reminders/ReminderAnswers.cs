using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>
/// What people answer to reminders, kept: each with its row of the audit and the edits of the messages that asked, in one transaction. False where the
/// press was delivered before, and then nothing changes.
/// </summary>
public sealed class ReminderAnswers(WriteGate gate, OutboxSignal signal, ProgramClock clock)
{
    private static readonly Duration LookedBack = Duration.FromDays(90);

    public Task<bool> Snooze(Answerer by, ReminderRef about, LocalDate until, CancellationToken cancellationToken) => Once(
        by,
        new AuditEntry { At = clock.Now, Actor = by.Person, Action = "reminder.later", Subject = about.ToString(), Detail = $"until {until:uuuu-MM-dd}", TriggerId = by.TriggerId },
        about,
        db => db.AddRange(about.Months.Select(m => new UpdateSnooze { Partner = about.Partner, Month = m, Until = until, SnoozedBy = by.Person, SnoozedAt = clock.Now })),
        cancellationToken);

    public Task<bool> Believe(Answerer by, ReminderRef about, CancellationToken cancellationToken) => Once(
        by,
        new AuditEntry { At = clock.Now, Actor = by.Person, Action = "reminder.already_sent", Subject = about.ToString(), TriggerId = by.TriggerId },
        about,
        db => db.AddRange(about.Months.Select(m => new UpdateClaim { Partner = about.Partner, Month = m, ClaimedBy = by.Person, ClaimedAt = clock.Now })),
        cancellationToken);

    /// <summary>Nothing is due for these months. The reason stays out of the audit: it may be about somebody's health.</summary>
    public Task<bool> Skip(Answerer by, ReminderRef about, string reason, CancellationToken cancellationToken) => Once(
        by,
        new AuditEntry { At = clock.Now, Actor = by.Person, Action = "reminder.nothing", Subject = about.ToString(), TriggerId = by.TriggerId },
        about,
        async db =>
        {
            var known = await db.UpdateSkips.Where(s => s.Partner == about.Partner && about.Months.Contains(s.Month)).Select(s => s.Month).ToListAsync(cancellationToken);
            db.AddRange(about.Months.Except(known).Select(m => new UpdateSkip { Partner = about.Partner, Month = m, Reason = reason, SkippedBy = by.Person, SkippedAt = clock.Now }));
        },
        cancellationToken);

    /// <summary>They are not asked again; staff hear so, and decide about whom they name.</summary>
    /// <param name="by">Who is not the one.</param>
    /// <param name="about">The engagement.</param>
    /// <param name="proposed">Whom they name.</param>
    /// <param name="staff">Who of staff looks after it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<bool> Deny(Answerer by, ReminderRef about, string? proposed, IReadOnlyList<string> staff, CancellationToken cancellationToken) => Once(
        by,
        new AuditEntry { At = clock.Now, Actor = by.Person, Action = "reminder.not_me", Subject = about.Partner, Detail = proposed is null ? null : $"names {proposed}", TriggerId = by.TriggerId },
        about,
        async db =>
        {
            var denial = new ContactDenial { Partner = about.Partner, Person = by.Person, Proposed = proposed, SaidAt = clock.Now };
            db.Add(denial);
            await db.SaveChangesAsync(cancellationToken);
            foreach (var one in staff)
            {
                await db.Plan(
                    new NoticePlan($"{UpdateNotices.NotMe}/{denial.Id}{(staff.Count == 1 ? "" : $"/{one}")}", UpdateNotices.NotMe, one, clock.Now)
                    {
                        Data = $"{denial.Id}",
                        Subjects = [new NoticeSubject(about.Partner, null, UpdateNotices.NotMe, "a contact says that they are not the one")],
                    },
                    clock.Now,
                    cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>Staff say whether whom a contact named may be written to. Once: who answers second changes nothing.</summary>
    public Task<bool> Accept(Answerer by, int denialId, bool accepted, CancellationToken cancellationToken) => Once(
        by,
        new AuditEntry { At = clock.Now, Actor = by.Person, Action = "reminder.substitute", Subject = $"{UpdateNotices.NotMe}/{denialId}", Detail = accepted ? "yes" : "no", TriggerId = by.TriggerId },
        null,
        async db =>
        {
            if (await db.ContactDenials.FirstOrDefaultAsync(d => d.Id == denialId, cancellationToken) is not { Accepted: null } denial)
            {
                return false;
            }

            (denial.Accepted, denial.AnsweredBy, denial.AnsweredAt) = (accepted, by.Person, clock.Now);
            return true;
        },
        cancellationToken);

    /// <summary>Away until a day, or back where none is said. What was said before ends with today.</summary>
    public Task<bool> Away(Answerer by, LocalDate? until, string? substitute, CancellationToken cancellationToken) => Once(
        by,
        new AuditEntry { At = clock.Now, Actor = by.Person, Action = "reminder.away", Subject = by.Person, Detail = until is { } day ? $"until {day:uuuu-MM-dd}{(substitute is null ? "" : $", {substitute} stands in")}" : "back", TriggerId = by.TriggerId },
        null,
        async db =>
        {
            foreach (var before in await db.Absences.Where(a => a.Person == by.Person && a.Until >= clock.Today).ToListAsync(cancellationToken))
            {
                before.Until = clock.Today.PlusDays(-1);
            }

            if (until is { } last)
            {
                db.Add(new Absence { Person = by.Person, From = clock.Today, Until = last, Substitute = substitute, SaidAt = clock.Now });
            }
        },
        cancellationToken);

    /// <summary>Nobody wishes for anybody else: the row is of who answers.</summary>
    public Task<bool> Prefer(Answerer by, ReminderPreference wish, CancellationToken cancellationToken) => Once(
        by,
        new AuditEntry { At = clock.Now, Actor = by.Person, Action = "reminder.settings", Subject = by.Person, Detail = $"{(wish.Hour is { } at ? $"at {at:HH:mm}" : "at the usual hour")}, heads-up {OnOff(wish.HeadsUp)}, gatherings: a day before {OnOff(wish.DayBefore)}, an hour before {OnOff(wish.HourBefore)}", TriggerId = by.TriggerId },
        null,
        async db => db.Entry(await db.ReminderPreferences.FindAsync([by.Person], cancellationToken) ?? db.Add(new ReminderPreference { SlackId = by.Person }).Entity).CurrentValues.SetValues(wish),
        cancellationToken);

    /// <summary>Staff ask by hand; it counts as one of the three.</summary>
    public Task<bool> Nudge(Answerer by, NoticePlan plan, CancellationToken cancellationToken) => Once(
        by,
        new AuditEntry { At = clock.Now, Actor = by.Person, Action = "reminder.by_hand", Subject = plan.Key, TriggerId = by.TriggerId },
        null,
        db => db.Plan(plan, clock.Now, cancellationToken),
        cancellationToken);

    private static string OnOff(bool isOn) => isOn ? "on" : "off";

    private Task<bool> Once(Answerer by, AuditEntry entry, ReminderRef? about, Action<AoBotDbContext> change, CancellationToken cancellationToken) =>
        Once(by, entry, about, db => { change(db); return Task.FromResult(true); }, cancellationToken);

    private Task<bool> Once(Answerer by, AuditEntry entry, ReminderRef? about, Func<AoBotDbContext, Task> change, CancellationToken cancellationToken) =>
        Once(by, entry, about, async db => { await change(db); return true; }, cancellationToken);

    private async Task<bool> Once(Answerer by, AuditEntry entry, ReminderRef? about, Func<AoBotDbContext, Task<bool>> change, CancellationToken cancellationToken)
    {
        var changed = await gate.Write(
            async db =>
            {
                if (await db.Audit.AnyAsync(a => a.TriggerId == by.TriggerId, cancellationToken) || !await change(db))
                {
                    return false;
                }

                db.Audit.Add(entry);
                if (about is not null)
                {
                    await PlanEdits(db, by, about, cancellationToken);
                }

                return true;
            },
            cancellationToken);
        signal.Wake();
        return changed;
    }

    /// <summary>Every message that asks for it is written anew, whoever got it.</summary>
    private async Task PlanEdits(AoBotDbContext db, Answerer by, ReminderRef about, CancellationToken cancellationToken)
    {
        var oldest = clock.Now - LookedBack;
        var asked = await db.Notices.AsNoTracking().Where(n => UpdateNotices.Asking.Contains(n.Kind) && n.State == NoticeState.Sent && n.NotBefore >= oldest).ToListAsync(cancellationToken);
        foreach (var notice in asked.Where(n => n.Subjects.Any(s => about.Partner.Equals(s.Partner, StringComparison.OrdinalIgnoreCase) && s.Month is { } month && about.Months.Contains(month))))
        {
            await db.Plan(new NoticePlan($"{UpdateNotices.Edit}/{notice.Key}/{by.TriggerId}", UpdateNotices.Edit, notice.Recipient, clock.Now) { EditsId = notice.Id, Subjects = notice.Subjects }, clock.Now, cancellationToken);
        }
    }
}

/// <summary>Who answers, and by which press.</summary>
/// <param name="Person">Their Slack id.</param>
/// <param name="TriggerId">The same press, delivered twice, changes nothing again.</param>
public sealed record Answerer(string Person, string TriggerId);
