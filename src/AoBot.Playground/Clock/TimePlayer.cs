using AoBot.Playground.Bot;
using AoBot.Playground.Repository;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Clock;

/// <summary>
/// Plays the time: the clock goes to the next instant at which something is due, the bot works until it is idle, and so on
/// to the target, so that what happens on the way happens at its minute.
/// </summary>
public sealed class TimePlayer(MovableTimeProvider clock, BotIdle bot, PlaygroundRepository repository, RepositoryWebhook webhook, PlaygroundWorkspace workspace)
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private DateTimeOffset _told = clock.GetUtcNow();

    /// <summary>How far the clock is moved at once, at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(2 * 366);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>When something is due next that people may notice: the bot's housekeeping happens on the way, but is nothing to stop at.</summary>
    public async Task<DateTimeOffset?> Next(CancellationToken cancellationToken) => Sooner(await bot.NextNoticeable(cancellationToken), repository.NextAfter(Now));

    /// <summary>Plays to the target, and says what changed in the workspace on the way.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The target is past, or too far.</exception>
    public Task<IReadOnlyList<WorkspaceChange>> PlayTo(DateTimeOffset target, CancellationToken cancellationToken) => Play(target, _ => false, cancellationToken);

    /// <summary>Plays to the target, or to the first instant before it at which the bot says something.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The target is past, or too far.</exception>
    public Task<IReadOnlyList<WorkspaceChange>> PlayUntilSaid(DateTimeOffset target, CancellationToken cancellationToken) =>
        Play(target, changes => changes.Any(change => change is { Ts: not null, By: Cast.BotUser }), cancellationToken);

    private async Task<IReadOnlyList<WorkspaceChange>> Play(DateTimeOffset target, Func<List<WorkspaceChange>, bool> isEnough, CancellationToken cancellationToken)
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
            for (var due = await Due(cancellationToken); due < target; due = await Due(cancellationToken))
            {
                await Move(due.Value, cancellationToken);
                changes.AddRange(watch.Take());
                if (isEnough(changes))
                {
                    target = due.Value;
                }
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

    private async Task<DateTimeOffset?> Due(CancellationToken cancellationToken) => Sooner(await bot.NextDue(cancellationToken), repository.NextAfter(Now));

    private static DateTimeOffset? Sooner(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    private async Task Move(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        // After a new beginning the clock stands before what was told last.
        var since = clock.GetUtcNow() is var now && now < _told ? now : _told;
        clock.MoveTo(instant);
        _told = clock.GetUtcNow();
        if (repository.Happened(since, _told))
        {
            repository.PlayToNow();
            await webhook.Tell(cancellationToken);
        }

        await bot.LookAtClock(cancellationToken);
        await bot.Wait(cancellationToken);
    }
}
