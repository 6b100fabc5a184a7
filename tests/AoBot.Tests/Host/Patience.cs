namespace AoBot.Tests.Host;

/// <summary>How long a test waits for something that must happen before it fails: never what a test passes by.</summary>
public static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static CancellationToken Token => new CancellationTokenSource(Limit).Token;

    public static Task<T> For<T>(Task<T> task) => task.WaitAsync(Limit);

    public static Task For(Task task) => task.WaitAsync(Limit);

    /// <summary>Asks again and again until it is so; between the questions others may work.</summary>
    public static async Task Until(Func<Task<bool>> isSo, string what)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(since) > Limit)
            {
                throw new TimeoutException($"Waited in vain: {what}");
            }

            await Task.Yield();
        }
    }
}
