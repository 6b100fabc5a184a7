namespace AoBot.Playground;

public static class PlaygroundHost
{
    public static Task<int> Run(string[] arguments) => Task.FromResult(0);
}
