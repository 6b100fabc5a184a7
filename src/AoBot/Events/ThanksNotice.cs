using AoBot.Outbox;

namespace AoBot.Events;

/// <summary>To those who came, once the host has said who did.</summary>
public sealed class ThanksNotice(Settings settings, ProgramClock clock) : GatheringNoticeKind(settings, clock)
{
    public const string KindName = "gathering-thanks";

    public override string Kind => KindName;

    protected override NoticeDecision Decide(GatheringFacts facts) =>
        facts.Recipient is { HasCome: true, RemovedAt: null } ? Say(GatheringMessage.Thanks(facts)) : Not("they did not come");
}
