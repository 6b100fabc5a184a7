using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Updates.Reminders;

namespace AoBot.Reports.Reminders;

/// <summary>A reminder of a report of the fund's own, for staff; it names what is in and what is not.</summary>
public sealed class ReportReminderKind(ReportBook book, ProgramClock clock) : INoticeKind
{
    public string Kind => ReportReminderPolicy.NoticeKind;

    public async Task<NoticeDecision> Decide(Notice notice, AoBotDbContext db, CancellationToken cancellationToken)
    {
        if ((await ReminderBook.Switch(db, cancellationToken)).Mode == ReminderMode.Off)
        {
            return new NoticeDecision.Skip("reminders are off");
        }

        var facts = await book.Read(db, cancellationToken);
        if (OwedReport.Parse(notice.Data, facts.DueDays) is not { } report || facts.Settled.Contains(report.Name))
        {
            return new NoticeDecision.Skip("the report is out, or waived");
        }

        if (facts.TakenBy.TryGetValue(report.Name, out var taker) && taker != notice.Recipient)
        {
            return new NoticeDecision.Skip("somebody has it");
        }

        // Slack was being asked when they took it.
        if (taker is not null && !ReportReminderPolicy.IsTogether(notice.Recipient) && facts.ToldTogether.Contains(ReportReminderPolicy.StepOf(notice.Key)))
        {
            return new NoticeDecision.Skip("it was told in the channel of staff");
        }

        var (now, hours) = (clock.Now, facts.HoursOf(notice.Recipient));
        return hours.IsOpen(now)
            ? new NoticeDecision.Send(ReportReminderMessage.Render(report, await book.Content(db, report, cancellationToken), taker is not null, now.InZone(hours.Zone).Date))
            : new NoticeDecision.Wait(hours.OnOrAfter(now), "it is not their hour");
    }
}
