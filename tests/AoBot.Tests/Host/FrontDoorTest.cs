namespace AoBot.Tests.Host;

/// <summary>A test that starts AoBot on a database that has read the seed, and comes in through the front door.</summary>
public abstract class FrontDoorTest : IAsyncLifetime
{
    protected Workspace Workspace { get; private set; } = null!;

    protected AoBotHost Bot { get; set; } = null!;

    protected RecordedSlack Slack => Workspace.Slack;

    public virtual async Task InitializeAsync()
    {
        Workspace = await Workspace.Create();
        Prepare();
        Bot = await Workspace.Start();
    }

    public virtual async Task DisposeAsync() => await Workspace.DisposeAsync();

    /// <summary>Killed, and started again after a while.</summary>
    protected async Task IsAway(TimeSpan outage)
    {
        await Bot.Kill();
        Workspace.Clock.Advance(outage);
        Workspace.RealClock.Advance(outage);
        Bot = await Workspace.Start();
    }

    /// <summary>What a test class sets before the start.</summary>
    protected virtual void Prepare()
    {
    }
}
