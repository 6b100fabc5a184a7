using AoBot.Playground.Api;
using AoBot.Playground.Bot;
using AoBot.Playground.Clock;
using AoBot.Playground.Repository;
using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Scripting;

/// <summary>A new beginning: an empty workspace, the clock at its start, and the bot with a new database.</summary>
public sealed class Beginning(BotHost bot, BotSettings settings, MovableTimeProvider clock, PlaygroundRepository repository, PlaygroundWorkspace workspace, RequestLog log, Faults faults, RateLimits limits, OfferedOptions offered)
{
    /// <summary>Whether it may be; a database in a file that somebody named is never thrown away.</summary>
    public bool IsPossible => !bot.KeepsData;

    public async Task Again(CancellationToken cancellationToken)
    {
        await bot.Restart(
            () =>
            {
                clock.Set(settings.Start);
                repository.BeginAnew();
                faults.Clear();
                limits.Clear();
                offered.Clear();
                workspace.Reset();
                log.Clear();
            },
            cancellationToken);
        workspace.Feed.Publish(WorkspaceChangeKind.Everything);
    }
}
