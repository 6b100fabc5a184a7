using AoBot.Playground.Bot;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Clock;

/// <summary>
/// Plays the time: the clock goes to the next instant at which something is due, the bot works until it is idle, and so on
/// to the target, so that what happens on the way happens at its minute.
/// </summary>
public sealed class TimePlayer(MovableTimeProvider clock, BotIdle bot, PlaygroundWorkspace workspace)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>How far the clock is moved at once, at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(2 * 366);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>When something is due next that people may notice: the bot's housekeeping happens on the way, but is nothing to stop at.</summary>
    public Task<DateTimeOffset?> Next(CancellationToken cancellationToken) => bot.NextNoticeable(cancellationToken);

    /// <summary>Plays to the target, and says what changed in the workspace on the way.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The target is past, or too far.</exception>
    public async Task<IReadOnlyList<WorkspaceChange>> PlayTo(DateTimeOffset target, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            ArgumentOutOfRangeException.ThrowIfLessThan(target, now);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(target, now + Longest);
            using var watch = workspace.Feed.Start();
            List<WorkspaceChange> changes = [];
            await bot.Wait(cancellationToken);
            for (var due = await bot.NextDue(cancellationToken); due < target; due = await bot.NextDue(cancellationToken))
            {
                await Move(due.Value, cancellationToken);
                changes.AddRange(watch.Take());
            }

            await Move(target, cancellationToken);
            changes.AddRange(watch.Take());
            workspace.Feed.Publish(WorkspaceChangeKind.ClockMoved);
            return changes;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task Move(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        clock.MoveTo(instant);
        await bot.LookAtClock(cancellationToken);
        await bot.Wait(cancellationToken);
    }
}
