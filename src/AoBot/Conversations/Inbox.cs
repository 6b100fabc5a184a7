using System.Text;
using System.Threading.Channels;
using AoBot.Persistence;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Conversations;

/// <summary>Stores each event before it is acknowledged: by event id, and by channel and ts, exactly one row.</summary>
public sealed class Inbox(WriteGate gate, [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime) : IEventInbox
{
    private readonly Channel<bool> _arrived = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>One signal for "there is something to do", however much it is.</summary>
    public ChannelReader<bool> Arrived => _arrived.Reader;

    public async ValueTask<bool> Accept(EventCallback envelope, ReadOnlyMemory<byte> rawJson, CancellationToken cancellationToken)
    {
        var messageKey = envelope.Event is AppMention { Channel.Length: > 0, Ts.Length: > 0 } mention ? $"{mention.Type}/{mention.Channel}/{mention.Ts}" : null;
        var now = Instant.FromDateTimeOffset(realTime.GetUtcNow());
        var isNew = await gate.Write(
            async db =>
            {
                if (await db.Inbox.AnyAsync(e => e.EventId == envelope.EventId || (messageKey != null && e.MessageKey == messageKey), cancellationToken))
                {
                    return false;
                }

                db.Add(new InboxEvent
                {
                    EventId = envelope.EventId,
                    Type = envelope.Event.Type,
                    MessageKey = messageKey,
                    Payload = Encoding.UTF8.GetString(rawJson.Span),
                    ReceivedAt = now,
                    NextAttemptAt = now,
                });
                return true;
            },
            cancellationToken);
        if (isNew)
        {
            Wake();
        }

        return isNew;
    }

    /// <summary>Says that there is something to do.</summary>
    public void Wake() => _arrived.Writer.TryWrite(true);
}
