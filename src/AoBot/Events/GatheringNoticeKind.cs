using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Events;

/// <summary>What all notices about gatherings do when their time comes: look at the gathering as it is now.</summary>
public abstract class GatheringNoticeKind(Settings settings, ProgramClock clock) : INoticeKind
{
    public abstract string Kind { get; }

    public Task<NoticeDecision> Decide(Notice notice, AoBotDbContext db, CancellationToken cancellationToken) => Decide(notice, clock.Now, db, cancellationToken);

    /// <summary>What would be decided at a time to come, if nothing changed until then.</summary>
    public async Task<NoticeDecision> Decide(Notice notice, Instant at, AoBotDbContext db, CancellationToken cancellationToken)
    {
        if (await GatheringFacts.Read(notice, db, clock, at, settings, cancellationToken) is not { } facts)
        {
            return new NoticeDecision.Skip("the gathering is not there any more");
        }

        if (facts.Occurrence.IsCancelled && !MayBeCancelled)
        {
            return new NoticeDecision.Skip("it was cancelled");
        }

        var decision = await Decide(facts, db, cancellationToken);
        return decision is NoticeDecision.Send && await GatheringHours.Next(notice, at, db, settings, clock.Zone, cancellationToken) is { } next && CanWait(facts, next)
            ? new NoticeDecision.Wait(next, GatheringHours.Why)
            : decision;
    }

    /// <summary>Whether it can be left until the recipient's own hours; what goes by the hour of the gathering, or answers what somebody just did, cannot.</summary>
    protected virtual bool CanWait(GatheringFacts facts, Instant until) => true;

    /// <summary>Whether it also speaks of what was cancelled.</summary>
    protected virtual bool MayBeCancelled => false;

    protected virtual Task<NoticeDecision> Decide(GatheringFacts facts, AoBotDbContext db, CancellationToken cancellationToken) => Task.FromResult(Decide(facts));

    protected virtual NoticeDecision Decide(GatheringFacts facts) => throw new InvalidOperationException("One of the two decides.");

    protected static NoticeDecision Say(MessageBody body) => new NoticeDecision.Send(body);

    protected static NoticeDecision Not(string reason) => new NoticeDecision.Skip(reason);
}
