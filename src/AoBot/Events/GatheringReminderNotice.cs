using AoBot.Outbox;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events;

/// <summary>To those who come, unless they wished otherwise: a day and an hour before.</summary>
public sealed class GatheringReminderNotice(Settings settings, ProgramClock clock) : GatheringNoticeKind(settings, clock)
{
    public const string KindName = "gathering-reminder";
    public const string Day = "day";
    public const string Hour = "hour";

    public override string Kind => KindName;

    protected override bool CanWait(GatheringFacts facts, Instant until) => false;

    /// <summary>Who asked for reminders of this one gets them, whatever they wish for others.</summary>
    protected override async Task<NoticeDecision> Decide(GatheringFacts facts, AoBotDbContext db, CancellationToken cancellationToken)
    {
        if (facts.Data.Version != facts.Occurrence.DateVersion)
        {
            return Not("it was moved");
        }

        if (facts.Recipient is not { RemovedAt: null } invitee || !(facts.Seats.Coming.Contains(invitee) || (invitee.WantsReminders && facts.Seats.Maybe.Contains(invitee))))
        {
            return Not("they do not come");
        }

        var wish = await db.ReminderPreferences.AsNoTracking().FirstOrDefaultAsync(p => p.SlackId == facts.Notice.Recipient, cancellationToken);
        var isWanted = invitee.WantsReminders || wish is null || (facts.Data.Step == Hour ? wish.HourBefore : wish.DayBefore);
        return isWanted ? Say(GatheringMessage.Reminder(facts)) : Not("they wish for no reminder so long before");
    }
}
