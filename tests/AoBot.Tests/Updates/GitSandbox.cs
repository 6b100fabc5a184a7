using System.Diagnostics;

namespace AoBot.Tests.Updates;

/// <summary>A real repository in a folder that is thrown away, on the branch <c>main</c>.</summary>
internal sealed class GitSandbox : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("aobot-git-");

    public GitSandbox()
    {
        Directory.CreateDirectory(Folder);
        Git("init", "--quiet", "--initial-branch=main", "--template=");
    }

    public string Folder => Path.Combine(_root.FullName, "repository");

    /// <summary>A place beside the repository.</summary>
    public string Beside(string name) => Path.Combine(_root.FullName, name);

    public string Head => Git("rev-parse", "HEAD").Trim();

    /// <summary>An update that says something.</summary>
    public static string Text(string about) => $"# {about}\n\nIn {about} a good deal of work was done on the security of the project, and more will follow.\n";

    /// <summary>Commits files (without text: deletes them), written and committed at the same time.</summary>
    public void Commit(string at, params (string Path, string? Text)[] files) => Commit(at, at, files);

    public void Commit(string written, string committed, params (string Path, string? Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(Folder, path);
            if (text is null)
            {
                File.Delete(file);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Git("add", "--all");
        GitAt(written, committed, "commit", "--quiet", "--allow-empty", "--message=x");
    }

    public string Git(params string[] arguments) => GitAt("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z", arguments);

    public string GitAt(string written, string committed, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { "-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgSign=false", "-c", "core.autocrlf=false" }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["GIT_AUTHOR_DATE"] = written;
        start.Environment["GIT_COMMITTER_DATE"] = committed;
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_EDITOR"] = "true";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {errors.Result}{output}");
    }

    public void Dispose()
    {
        // Git makes its objects read-only.
        foreach (var file in _root.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.IsReadOnly = false;
        }

        _root.Delete(recursive: true);
    }
}
