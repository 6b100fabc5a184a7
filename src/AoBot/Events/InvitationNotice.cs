using AoBot.Outbox;
using NodaTime;

namespace AoBot.Events;

/// <summary>To an invitee: the invitation, with the buttons to answer.</summary>
public sealed class InvitationNotice(Settings settings, ProgramClock clock) : GatheringNoticeKind(settings, clock)
{
    public const string KindName = "invitation";
    public const string First = "first";
    private readonly ProgramClock _clock = clock;

    public override string Kind => KindName;

    protected override bool CanWait(GatheringFacts facts, Instant until) => until < facts.Occurrence.AnswerBy;

    protected override NoticeDecision Decide(GatheringFacts facts) => facts switch
    {
        { Recipient: not { RemovedAt: null } } => Not("they are not invited any more"),
        { Occurrence.IsHeld: true } => new NoticeDecision.Wait(facts.Now + Duration.FromHours(1), "its host holds it back"),
        { Occurrence.CanBeAttended: false } => new NoticeDecision.Wait(facts.Now + Duration.FromHours(1), "nobody has said yet how to attend"),
        _ when facts.Data.Version != facts.Occurrence.DateVersion && GatheringPolicy.InvitesAt(facts.Occurrence, GatheringPlanning.RulesOf(_clock), facts.Now) is var later && later > facts.Now => new NoticeDecision.Wait(later, "it was moved to a later day"),
        _ => Say(InvitationMessage.Render(facts, facts.Recipient)),
    };
}
