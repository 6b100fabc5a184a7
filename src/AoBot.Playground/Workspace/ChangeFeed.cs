using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace AoBot.Playground.Workspace;

/// <summary>Tells everybody who watches what changed, in one order. A watcher that is too slow loses the oldest and sees a gap.</summary>
public sealed class ChangeFeed
{
    private const int Kept = 4096;
    private readonly Lock _lock = new();
    private readonly List<Watch> _watches = [];
    private long _version;

    public long Version => Interlocked.Read(ref _version);

    /// <summary>From now on; to be disposed.</summary>
    public Watch Start()
    {
        var watch = new Watch(this);
        lock (_lock)
        {
            _watches.Add(watch);
        }

        return watch;
    }

    /// <summary>Changes from now on until cancelled: for server-sent events.</summary>
    public async IAsyncEnumerable<WorkspaceChange> Changes([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var watch = Start();
        await foreach (var change in watch.Reader.ReadAllAsync(cancellationToken))
        {
            yield return change;
        }
    }

    public void Publish(WorkspaceChangeKind kind, Func<WorkspaceChange, WorkspaceChange>? describe = null)
    {
        lock (_lock)
        {
            var change = new WorkspaceChange(Interlocked.Increment(ref _version), kind);
            change = describe?.Invoke(change) ?? change;
            foreach (var watch in _watches)
            {
                watch.Tell(change);
            }
        }
    }

    private void Stop(Watch watch)
    {
        lock (_lock)
        {
            _watches.Remove(watch);
        }
    }

    /// <summary>One who watches.</summary>
    public sealed class Watch(ChangeFeed feed) : IDisposable
    {
        private readonly Channel<WorkspaceChange> _changes = Channel.CreateBounded<WorkspaceChange>(new BoundedChannelOptions(Kept) { FullMode = BoundedChannelFullMode.DropOldest });

        public ChannelReader<WorkspaceChange> Reader => _changes.Reader;

        /// <summary>What has come so far and was not taken yet.</summary>
        public IReadOnlyList<WorkspaceChange> Take()
        {
            List<WorkspaceChange> taken = [];
            while (_changes.Reader.TryRead(out var change))
            {
                taken.Add(change);
            }

            return taken;
        }

        public void Dispose()
        {
            feed.Stop(this);
            _changes.Writer.TryComplete();
        }

        internal void Tell(WorkspaceChange change) => _changes.Writer.TryWrite(change);
    }
}
