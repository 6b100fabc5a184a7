using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AoBot.Slack.Receiving;

/// <summary>
/// Work that goes on after Slack has its answer: counted, bounded, and waited for when the host stops. Work starts at once and side by side,
/// so that one slow handler delays nobody; only what is above <see cref="SlackReceivingOptions.MaxConcurrent"/> waits.
/// </summary>
internal sealed partial class BackgroundWork(IOptions<SlackReceivingOptions> options, ILogger<BackgroundWork> logger) : IHostedService, IDisposable
{
    // Words for people who were turned away must not be turned away too.
    private const int Reserve = 64;

    private readonly SlackReceivingOptions _options = options.Value;
    private readonly SemaphoreSlim _places = new(options.Value.MaxConcurrent);
    private readonly CancellationTokenSource _lifetime = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _pending;
    private volatile bool _stopping;

    /// <summary>Cancelled when the host stops and has waited long enough.</summary>
    public CancellationToken Lifetime => _lifetime.Token;

    /// <summary>How many pieces have a place.</summary>
    public int Pending => Volatile.Read(ref _pending);

    /// <summary>A place for one piece of work, or null when there is none. Who gets one starts the work or disposes it.</summary>
    public Ticket? TryBegin(bool urgent = false)
    {
        if (Interlocked.Increment(ref _pending) <= _options.MaxPending + (urgent ? Reserve : 0) && (urgent || !_stopping))
        {
            return new(this);
        }

        End();
        return null;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        if (Volatile.Read(ref _pending) == 0)
        {
            return;
        }

        LogDraining(logger, Volatile.Read(ref _pending));
        if (await Drained(_options.DrainWithin, cancellationToken))
        {
            return;
        }

        LogCancelling(logger, Volatile.Read(ref _pending));
        await _lifetime.CancelAsync();
        if (!await Drained(TimeSpan.FromSeconds(1), cancellationToken))
        {
            LogAbandoned(logger, Volatile.Read(ref _pending));
        }
    }

    public void Dispose()
    {
        _lifetime.Dispose();
        _places.Dispose();
    }

    private async Task<bool> Drained(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_drained.Task, Task.Delay(limit, _options.Time, enough.Token));
        await enough.CancelAsync();
        return Volatile.Read(ref _pending) == 0;
    }

    private void End()
    {
        if (Interlocked.Decrement(ref _pending) == 0 && _stopping)
        {
            _drained.TrySetResult();
        }
    }

    private async Task Run(Ticket ticket, Func<CancellationToken, Task> work, bool urgent)
    {
        using (ticket)
        {
            var hasPlace = false;
            try
            {
                if (!urgent)
                {
                    await _places.WaitAsync(Lifetime);
                    hasPlace = true;
                }

                await work(Lifetime);
            }
            catch (OperationCanceledException) when (Lifetime.IsCancellationRequested)
            {
                LogCancelled(logger);
            }
            catch (Exception unexpected)
            {
                // The last net: work of this library handles its own failures.
                LogFailed(logger, unexpected);
            }
            finally
            {
                if (hasPlace)
                {
                    _places.Release();
                }
            }
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Information, Message = "Stopping: waiting for {Count} pieces of work that Slack's people asked for")]
    private static partial void LogDraining(ILogger logger, int count);

    [LoggerMessage(EventId = 11, Level = LogLevel.Warning, Message = "Stopping: {Count} pieces of work took too long and are cancelled")]
    private static partial void LogCancelling(ILogger logger, int count);

    [LoggerMessage(EventId = 12, Level = LogLevel.Error, Message = "Stopping: {Count} pieces of work did not end when cancelled and are abandoned")]
    private static partial void LogAbandoned(ILogger logger, int count);

    [LoggerMessage(EventId = 13, Level = LogLevel.Warning, Message = "A piece of work was cancelled by the stop")]
    private static partial void LogCancelled(ILogger logger);

    [LoggerMessage(EventId = 14, Level = LogLevel.Error, Message = "A piece of background work failed")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    /// <summary>A counted place.</summary>
    internal sealed class Ticket(BackgroundWork owner) : IDisposable
    {
        private int _ended;

        /// <summary>Runs the work on the pool, never on the caller's thread; the place is given back at its end.</summary>
        /// <param name="work">The work.</param>
        /// <param name="urgent">Does not wait for others: short errands.</param>
        public void Start(Func<CancellationToken, Task> work, bool urgent = false) => _ = Task.Run(() => owner.Run(this, work, urgent));

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                owner.End();
            }
        }
    }
}
