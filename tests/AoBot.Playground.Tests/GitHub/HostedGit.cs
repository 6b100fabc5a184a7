using System.Diagnostics;
using System.Globalization;
using System.Text;
using AoBot.Playground.GitHub;

namespace AoBot.Playground.Tests.GitHub;

/// <summary>Fills a hosted repository from a real one, so that what is read through the API can be laid beside what <c>git</c> reads.</summary>
internal static class HostedGit
{
    /// <summary>Takes all commits that any branch of a clone reaches, and lets the default branch stand where its HEAD does.</summary>
    public static void Fill(HostedRepository repository, string folder)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in Text(folder, "log", "--all", "--format=%H %at %ct %P").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (repository.Commit(parts[0]) is not null)
            {
                continue;
            }

            var files = new Dictionary<string, HostedFile>(StringComparer.Ordinal);
            foreach (var item in Text(folder, "ls-tree", "-r", "-z", parts[0]).Split('\0', StringSplitOptions.RemoveEmptyEntries))
            {
                var (head, path) = (item.Split('\t', 2)[0].Split(' '), item.Split('\t', 2)[1]);
                files[path] = new HostedFile(head[0], head[2]);
                if (head[1] == "blob" && known.Add(head[2]) && repository.Blob(head[2]) is null)
                {
                    repository.AddBlob(Bytes(folder, "cat-file", "blob", head[2]));
                }
            }

            repository.Add(new HostedCommit(parts[0], parts[3..], Time(parts[1]), Time(parts[2]), files));
        }

        repository.MoveBranch(repository.DefaultBranch, DateTimeOffset.UnixEpoch, Text(folder, "rev-parse", "HEAD").Trim());
    }

    private static DateTimeOffset Time(string seconds) => DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));

    private static string Text(string folder, params string[] arguments) => Encoding.UTF8.GetString(Bytes(folder, arguments));

    private static byte[] Bytes(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0 ? output.ToArray() : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {process.ExitCode}");
    }
}
