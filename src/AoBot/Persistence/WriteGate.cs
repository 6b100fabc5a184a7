using Microsoft.EntityFrameworkCore;

namespace AoBot.Persistence;

/// <summary>
/// The one way to change data: one writer at a time in this process, each in one transaction.
/// SQLite has a single writer anyway; queueing here is fair and never meets "database is locked" from ourselves.
/// </summary>
public sealed class WriteGate(IDbContextFactory<AoBotDbContext> contexts) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Runs <paramref name="change"/> and commits what it saved. If it throws, nothing is changed.</summary>
    public async Task<T> Write<T>(Func<AoBotDbContext, Task<T>> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);

            // A change is kept whole or not at all: nothing goes back to a point within it.
            db.Database.AutoSavepointsEnabled = false;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await change(db);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
