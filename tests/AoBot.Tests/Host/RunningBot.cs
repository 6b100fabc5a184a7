namespace AoBot.Tests.Host;

/// <summary>One run for many tests that change nothing.</summary>
public sealed class RunningBot : IAsyncLifetime
{
    public Workspace Workspace { get; private set; } = null!;

    public AoBotHost Bot { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Workspace = await Workspace.Create();
        Bot = await Workspace.Start();
    }

    public async Task DisposeAsync() => await Workspace.DisposeAsync();
}
