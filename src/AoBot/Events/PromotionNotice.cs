using AoBot.Outbox;
using NodaTime;

namespace AoBot.Events;

/// <summary>To who waited: there is a place now.</summary>
public sealed class PromotionNotice(Settings settings, ProgramClock clock) : GatheringNoticeKind(settings, clock)
{
    public const string KindName = "rsvp-place";

    public override string Kind => KindName;

    protected override bool CanWait(GatheringFacts facts, Instant until) => false;

    protected override NoticeDecision Decide(GatheringFacts facts) =>
        facts.Recipient is { } invitee && facts.Seats.Coming.Contains(invitee) ? Say(GatheringMessage.Place(facts)) : Not("they have no place any more");
}
