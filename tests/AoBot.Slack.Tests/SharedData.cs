using Xunit.Abstractions;

namespace AoBot.Slack.Tests;

/// <summary>
/// Finds samples that cannot be committed: in the folder AOBOT_SHARED names, or in a folder <c>shared</c> beside the
/// repository. A stranger's clone has neither: tests then pass with a word; under CI a missing folder is a failure.
/// </summary>
public static class SharedData
{
    /// <summary>The full path of a file or folder in the shared data, or null where there is no shared data.</summary>
    public static string? Path(string relative)
    {
        var root = Root();
        if (root is null)
        {
            return Environment.GetEnvironmentVariable("CI") == "true"
                ? throw new DirectoryNotFoundException($"CI needs the shared data, and '{relative}' was not found.")
                : null;
        }

        var path = System.IO.Path.Combine(root, relative);
        return System.IO.Path.Exists(path) ? path : throw new FileNotFoundException($"The shared data lacks '{relative}'.");
    }

    /// <summary>As <see cref="Path"/>, and says in the test's output what is left out when there is no shared data.</summary>
    public static bool TryPath(string relative, ITestOutputHelper output, out string path)
    {
        path = Path(relative) ?? "";
        if (path.Length > 0)
        {
            return true;
        }

        output.WriteLine($"Left out: there is no shared data here, so '{relative}' was not read.");
        return false;
    }

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("AOBOT_SHARED") is { Length: > 0 } named)
        {
            return named;
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "AoBot.sln")))
        {
            folder = folder.Parent;
        }

        var beside = folder?.Parent is { } parent ? System.IO.Path.Combine(parent.FullName, "shared") : null;
        return Directory.Exists(beside) ? beside : null;
    }
}
