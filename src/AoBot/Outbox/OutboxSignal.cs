using System.Threading.Channels;

namespace AoBot.Outbox;

/// <summary>One signal for "there may be something to send", however much it is. To be given after the commit.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> _woken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    internal ChannelReader<bool> Woken => _woken.Reader;

    public void Wake() => _woken.Writer.TryWrite(true);
}
