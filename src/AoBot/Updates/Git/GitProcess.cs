using System.ComponentModel;
using System.Diagnostics;

namespace AoBot.Updates.Git;

/// <summary>
/// Runs <c>git</c> to read, and only that: what the repository's own configuration, the machine's, or the environment say must not start programs, ask
/// for passwords, fetch, or change the output. The folder is the working directory, never an argument.
/// </summary>
/// <param name="Folder">A repository, bare or not.</param>
/// <param name="Program">What is run.</param>
internal sealed record GitProcess(string Folder, string Program = "git")
{
    private static readonly string[] Safe =
    [
        "--no-pager", "--no-replace-objects", "--literal-pathspecs",
        "-c", "safe.directory=*", "-c", "protocol.allow=never", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
        "-c", "core.quotePath=false", "-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "diff.orderFile=/dev/null", "-c", "i18n.logOutputEncoding=UTF-8",
    ];

    /// <exception cref="GitMissingException">There is no git on this machine.</exception>
    public async Task<GitOutput> Run(IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        using var process = Start(arguments);
        using var output = new MemoryStream();
        using var stop = cancellationToken.Register(process.Kill);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var writing = Write(process, input, cancellationToken);
        await process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
        await writing;
        var said = await errors;
        await process.WaitForExitAsync(cancellationToken);
        return new GitOutput(process.ExitCode, output.ToArray(), said.Trim());
    }

    public Task<GitOutput> Run(CancellationToken cancellationToken, params string[] arguments) => Run(arguments, ReadOnlyMemory<byte>.Empty, cancellationToken);

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in Safe.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_ATTR_NOSYSTEM"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_GRAFT_FILE"] = "/dev/null/none";
        start.Environment["LC_ALL"] = "C";

        // A folder within another repository is not that repository.
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Folder)) ?? "/";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            throw new GitMissingException(problem);
        }
    }

    private static async Task Write(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended before it read all: what it says, and its exit code, tell why.
            return;
        }
    }
}

/// <param name="ExitCode">0 when all went well.</param>
/// <param name="Bytes">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record GitOutput(int ExitCode, byte[] Bytes, string Errors)
{
    public bool Good => ExitCode == 0;

    /// <summary>As UTF-8; what is none is replaced, never thrown at.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);
}

/// <summary>There is no <c>git</c> to read a clone with.</summary>
public sealed class GitMissingException(Exception inner) : Exception("git could not be started. Install git, or put it on the PATH.", inner);
