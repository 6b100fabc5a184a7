using AoBot.Outbox;
using AoBot.Persistence;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Updates.Reminders;

/// <summary>In preview staff read once a day what would have been sent to whom, had reminders been on.</summary>
public sealed class PreviewedDay(ReminderBook book, ProgramClock clock) : INoticeKind
{
    public string Kind => UpdateNotices.Preview;

    /// <summary>One for each of staff, or one for their channel.</summary>
    public static IEnumerable<NoticePlan> Plans(ReminderFacts facts, Instant now)
    {
        var day = LocalDatePattern.Iso.Format(now.InZone(facts.Zone).Date);
        return StaffAddress.Keyed(facts, null, $"{UpdateNotices.Preview}/{day}").Select(staff => new NoticePlan(staff.Key, UpdateNotices.Preview, staff.Recipient, facts.HoursOf(staff.Recipient).OnOrAfter(now))
        {
            UselessAfter = now + Duration.FromDays(4),
            Data = day,
        });
    }

    public async Task<NoticeDecision> Decide(Notice notice, AoBotDbContext db, CancellationToken cancellationToken)
    {
        var chosen = await ReminderBook.Switch(db, cancellationToken);
        if (chosen.Mode != ReminderMode.Preview)
        {
            return new NoticeDecision.Skip("reminders are not in preview any more");
        }

        if (await book.Read(db, chosen.Since, cancellationToken) is not { Facts: var facts } || LocalDatePattern.Iso.Parse(notice.Data ?? "") is not { Success: true, Value: var day })
        {
            return new NoticeDecision.Skip("nobody is known to owe anything");
        }

        var now = clock.Now;
        var shown = facts.Recorded.Where(n => n.Reason == PassedOver.Preview && n.NotBefore.InZone(facts.Zone).Date == day)
            .OrderBy(n => n.NotBefore)
            .Select(n => ReminderPreviewPolicy.Of(facts, n, now))
            .Where(n => n.Items.Count == 0 || n.Items.Any(i => i.Noted is null))
            .ToList();
        return shown.Count == 0
            ? new NoticeDecision.Skip("nothing would have been sent")
            : new NoticeDecision.Send(ReminderPreviewMessage.OfTheDay(shown, facts, now.InZone(facts.HoursOf(notice.Recipient).Zone).Date));
    }
}
