using AoBot.Outbox;
using NodaTime;

namespace AoBot.Events;

/// <summary>To those who come: a day and an hour before.</summary>
public sealed class GatheringReminderNotice(Settings settings, ProgramClock clock) : GatheringNoticeKind(settings, clock)
{
    public const string KindName = "gathering-reminder";
    public const string Day = "day";
    public const string Hour = "hour";

    public override string Kind => KindName;

    protected override bool CanWait(GatheringFacts facts, Instant until) => false;

    protected override NoticeDecision Decide(GatheringFacts facts) => facts switch
    {
        _ when facts.Data.Version != facts.Occurrence.DateVersion => Not("it was moved"),
        { Recipient: { RemovedAt: null } invitee } when facts.Seats.Coming.Contains(invitee) || (invitee.WantsReminders && facts.Seats.Maybe.Contains(invitee)) => Say(GatheringMessage.Reminder(facts)),
        _ => Not("they do not come"),
    };
}
