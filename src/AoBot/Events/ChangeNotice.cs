using AoBot.Outbox;
using NodaTime;

namespace AoBot.Events;

/// <summary>To those whom a move, a cancellation, another place or another link concerns: once, from old to new.</summary>
public sealed class ChangeNotice(Settings settings, ProgramClock clock) : GatheringNoticeKind(settings, clock)
{
    public const string KindName = "gathering-change";
    public const string Changed = "changed";

    public override string Kind => KindName;

    // Long enough before, nobody is woken for it; a channel wakes nobody.
    private static readonly Duration Enough = Duration.FromHours(24);

    protected override bool CanWait(GatheringFacts facts, Instant until) =>
        facts.Recipient is not null && until + Enough < Instant.Min(facts.Data.Was!.Start, facts.Occurrence.StartsAt);

    protected override bool MayBeCancelled => true;

    protected override NoticeDecision Decide(GatheringFacts facts) => facts switch
    {
        { Data.Was: not { } } => Not("nothing changed"),
        _ when facts.Data.Sequence != facts.Occurrence.Sequence => Not("it changed again"),
        _ when GatheringWas.Of(facts.Occurrence) == facts.Data.Was => Not("it was changed back"),
        _ => Say(GatheringMessage.Change(facts)),
    };
}
