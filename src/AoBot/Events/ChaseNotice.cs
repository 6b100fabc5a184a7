using AoBot.Outbox;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Events;

/// <summary>To an invitee who has not answered: half-way, the day before answers close, and once more after the date moved.</summary>
public sealed class ChaseNotice(Settings settings, ProgramClock clock) : GatheringNoticeKind(settings, clock)
{
    public const string KindName = "rsvp-chase";
    public const string HalfWay = "half";
    public const string DayBefore = "last";
    public const string Again = "again";

    public override string Kind => KindName;

    protected override async Task<NoticeDecision> Decide(GatheringFacts facts, AoBotDbContext db, CancellationToken cancellationToken)
    {
        if (facts.Recipient is not { RemovedAt: null } invitee || facts.Data.Version != facts.Occurrence.DateVersion)
        {
            return Not("it is not asked any more");
        }

        var isOpen = facts.Data.Step == Again ? facts.Seats.AnsweredOldDate.Contains(invitee) : facts.Seats.NoAnswer.Contains(invitee);
        if (!isOpen)
        {
            return Not("they have answered");
        }

        // Who is away has seen nothing yet; they find the invitation when they are back.
        var (person, today) = (facts.Notice.Recipient, facts.Today);
        if (await db.Absences.AnyAsync(a => a.Person == person && a.From <= today && a.Until >= today, cancellationToken))
        {
            return Not("they are away");
        }

        var invitation = $"{InvitationNotice.KindName}/{facts.Occurrence.Id}/{facts.Notice.Recipient}";
        return await db.Notices.AnyAsync(n => n.Key == invitation && (n.State == NoticeState.Sent || (facts.IsAhead && n.State == NoticeState.Planned)), cancellationToken)
            ? Say(InvitationMessage.Chase(facts, invitee))
            : Not("the invitation has not reached them");
    }
}
