using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Slack.Receiving;
using NodaTime;

namespace AoBot.Conversations;

/// <summary>"@AoBot status" in a channel: the answer goes through the outbox, so that neither a crash nor a second delivery loses it or doubles it.</summary>
public sealed class MentionHandler(WriteGate gate, OutboxSignal signal, ProgramClock clock) : IEventHandler<AppMention>
{
    // Whoever asked has gone on by then.
    private static readonly Duration Worth = Duration.FromHours(1);

    public async Task Handle(AppMention slackEvent, EventCallback envelope, CancellationToken cancellationToken)
    {
        // Two bots that mention each other would never stop; nor would one that answers itself.
        if (slackEvent.BotId is not null || envelope.Authorizations.Any(a => a.UserId == slackEvent.User) || slackEvent is not { Channel: { Length: > 0 } channel, Ts: { Length: > 0 } ts })
        {
            return;
        }

        var now = clock.Now;
        var plan = new NoticePlan($"{MentionKind.Name}/{channel}/{ts}", MentionKind.Name, channel, now) { ThreadTs = slackEvent.ThreadTs ?? ts, Data = envelope.EventId, UselessAfter = now + Worth };
        await gate.Write(db => db.Plan(plan, now, cancellationToken), cancellationToken);
        signal.Wake();
    }
}
