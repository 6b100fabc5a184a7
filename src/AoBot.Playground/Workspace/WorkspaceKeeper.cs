using AoBot.Playground.Clock;
using AoBot.Playground.Repository;

namespace AoBot.Playground.Workspace;

/// <summary>Keeps the workspace in its file: a second after a change, and at the end.</summary>
public sealed partial class WorkspaceKeeper(PlaygroundWorkspace workspace, PlaygroundRepository repository, MovableTimeProvider clock, WorkspaceFile file, [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime, ILogger<WorkspaceKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <exception cref="ConfigurationException">The file cannot be written: better said at the start than after an hour.</exception>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Save();
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Save();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watch = workspace.Feed.Start();
        while (await watch.Reader.WaitToReadAsync(stoppingToken))
        {
            if (watch.Take().All(change => change.Kind == WorkspaceChangeKind.Requested))
            {
                continue;
            }

            await Task.Delay(Pause, realTime, stoppingToken);
            watch.Take();
            try
            {
                Save();
            }
            catch (ConfigurationException problem)
            {
                LogNotKept(problem.Message);
            }
        }
    }

    private void Save() => file.Write(workspace.Capture(clock.GetUtcNow()) with { Repository = repository.Kept });

    [LoggerMessage(Level = LogLevel.Error, Message = "The workspace could not be kept; the next change tries again. {Problem}")]
    private partial void LogNotKept(string problem);
}
