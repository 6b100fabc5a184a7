using System.Runtime.CompilerServices;

namespace AoBot.Tests.Host;

/// <summary>
/// No host that a test makes watches its settings file: each watcher takes one of the few inotify instances that Linux gives a user, and there are
/// more hosts than those.
/// </summary>
internal static class Watching
{
    [ModuleInitializer]
    internal static void No() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
