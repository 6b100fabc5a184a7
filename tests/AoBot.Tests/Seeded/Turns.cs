using System.Collections.Concurrent;

namespace AoBot.Tests.Seeded;

/// <summary>
/// One thread on which all that a bot does takes its turns, one after the other: what goes on next is decided by the seed and nothing else, so that a
/// run can be had again. Whoever is about to use the database waits here until it is their turn; a run of the bot that was killed gets none any more.
/// </summary>
internal sealed class Turns : SynchronizationContext
{
    /// <summary>For a test that hangs; nothing passes by it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _ready = [];
    private readonly List<(BotLife Life, TaskCompletionSource Turn)> _waiting = [];
    private readonly Random _random;
    private int _elsewhere;

    private Turns(Random random) => _random = random;

    /// <summary>How many wait for their turn.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Is told of each turn before it is given, and may kill who would get it.</summary>
    public Action<BotLife>? BeforeTurn { get; set; }

    /// <summary>Plays on this thread until all is played.</summary>
    public static T Play<T>(Random random, Func<Turns, Task<T>> play)
    {
        var turns = new Turns(random);
        var before = Current;
        SetSynchronizationContext(turns);
        try
        {
            var played = play(turns);
            while (!played.IsCompleted)
            {
                if (!turns._ready.TryTake(out var next, Patience))
                {
                    throw new TimeoutException("Nothing goes on any more.");
                }

                next.Callback(next.State);
            }

            return played.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        _ready.Add((d, state));
        if (Current != this && Volatile.Read(ref _elsewhere) > 0)
        {
            Interlocked.Decrement(ref _elsewhere);
        }
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Returns when it is the caller's turn. What comes in through the front door runs on threads of its own, while nobody here does anything.</summary>
    public Task Wait(BotLife life)
    {
        if (Current != this || !life.HasBegun)
        {
            return Task.CompletedTask;
        }

        var turn = new TaskCompletionSource();
        if (!life.IsOver)
        {
            _waiting.Add((life, turn));
        }

        return turn.Task;
    }

    /// <summary>Nothing of this run of the bot goes on.</summary>
    public void Forget(BotLife life) => _waiting.RemoveAll(w => w.Life == life);

    /// <summary>Something goes on that comes back from another thread: it is waited for.</summary>
    public void GoesElsewhere() => Interlocked.Increment(ref _elsewhere);

    /// <summary>Gives turns until nobody waits for one.</summary>
    public async Task Settle()
    {
        await Quiet();
        while (_waiting.Count > 0)
        {
            var at = _random.Next(_waiting.Count);
            var (life, turn) = _waiting[at];
            BeforeTurn?.Invoke(life);
            if (!life.IsOver)
            {
                _waiting.RemoveAt(at);
                turn.SetResult();
            }

            await Quiet();
        }
    }

    /// <summary>Until all that can go on without a turn has gone on.</summary>
    private async Task Quiet()
    {
        do
        {
            await Task.Yield();
        }
        while (_ready.Count > 0 || Volatile.Read(ref _elsewhere) > 0);
    }
}
