using AoBot.Outbox;
using AoBot.Persistence;

namespace AoBot.Updates.Reminders;

/// <summary>What staff hear about updates: how a ladder ended, what waits for a review, what is not clear, and once a week what waits for them.</summary>
public sealed class StaffLineKind(string kind, ReminderBook book, ProgramClock clock) : INoticeKind
{
    public string Kind => kind;

    public async Task<NoticeDecision> Decide(Notice notice, AoBotDbContext db, CancellationToken cancellationToken)
    {
        var chosen = await ReminderBook.Switch(db, cancellationToken);
        if (chosen.Mode == ReminderMode.Off)
        {
            return new NoticeDecision.Skip("reminders are off");
        }

        if (await book.Refresh(db, cancellationToken) is { } wait)
        {
            return wait;
        }

        if (await book.Read(db, chosen.Since, cancellationToken, without: notice) is not { } known)
        {
            return new NoticeDecision.Skip("nobody is known to owe anything");
        }

        var (facts, now) = (known.Facts, clock.Now);
        var hours = facts.HoursOf(notice.Recipient);
        if (!hours.IsOpen(now))
        {
            return new NoticeDecision.Wait(hours.OnOrAfter(now), "it is not their hour");
        }

        var today = now.InZone(hours.Zone).Date;
        if (kind == UpdateNotices.Digest)
        {
            return !facts.Staff.Contains(notice.Recipient) ? new NoticeDecision.Skip("somebody else of staff hears of it now") : DigestPolicy.Of(facts, now) is { IsEmpty: false } content ? new NoticeDecision.Send(StaffLineMessage.Digest(content, facts.Roster, today)) : new NoticeDecision.Skip("nothing waits for staff");
        }

        return StaffLinePolicy.WhyNot(facts, RecordedNotice.Of(notice), now) is { } gone
            ? new NoticeDecision.Skip(gone)
            : new NoticeDecision.Send(StaffLineMessage.Render(StaffLineItemPolicy.Of(facts, known.Repository, notice, today)));
    }
}
