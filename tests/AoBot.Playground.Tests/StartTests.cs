using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AoBot.Playground.Tests;

/// <summary>The command line, as somebody types it: what cannot start says what to do in one line, and shows no code.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aobot-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("--urls is \"foo\", which is no web address: write for instance --urls http://localhost:5081.", "--urls", "foo")]
    [InlineData("--urls is \"http://localhost:99999\", which is no web address: ", "--urls", "http://localhost:99999")]
    [InlineData("--urls is \"https://localhost:5081\", and the Playground has no certificate: ", "--urls", "https://localhost:5081")]
    [InlineData("--urls is \"http://127.0.0.1:0/x\", which has a path: ", "--urls", "http://127.0.0.1:0/x")]
    [InlineData("--urls is \"http://localhost:0\", and a port that the system chooses goes with 127.0.0.1 alone: ", "--urls", "http://localhost:0")]
    [InlineData("--urls names an address where this machine cannot listen (", "--urls", "http://192.0.2.1:5081")]
    [InlineData("Clock:Start is \"yesterday\", which is no instant: write for instance \"2024-06-28T13:00:00Z\".", "--Clock:Start=yesterday")]
    [InlineData("Clock:Start is \"0001-01-01\", which is not between 1990 and 2100: ", "--Clock:Start=0001-01-01")]
    [InlineData("--data is \"FOLDER\", which is a folder: name a file in it, ", "--data", "FOLDER")]
    [InlineData("--data FOLDER/text.db cannot be opened (", "--data", "FOLDER/text.db")]
    [InlineData("--data has a workspace in FOLDER/broken.db.workspace.json that cannot be read (", "--data", "FOLDER/broken.db")]
    [InlineData("--manifest names FOLDER/none.json, which cannot be read (", "--manifest", "FOLDER/none.json")]
    public async Task What_cannot_be_used_is_said_in_one_line_with_the_cure(string expected, params string[] arguments)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "text.db"), new string('x', 5000));
        await File.WriteAllTextAsync(Path.Combine(_folder, "broken.db.workspace.json"), "{");

        var (code, _, said) = await Run([.. new[] { "--urls", "http://127.0.0.1:0" }.Where(_ => !arguments.Contains("--urls")), .. arguments.Select(argument => argument.Replace("FOLDER", _folder, StringComparison.Ordinal))]);

        Assert.StartsWith("The Playground cannot start. " + expected.Replace("FOLDER", _folder, StringComparison.Ordinal), said, StringComparison.Ordinal);
        Assert.Equal((1, 1), (code, said.TrimEnd().Split('\n').Length));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line_with_the_cure()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (code, written, said) = await Run(["--urls", $"http://{taken.LocalEndpoint}"]);

        Assert.Equal((1, ""), (code, written));
        Assert.Matches("^The Playground cannot start. --urls names an address that is taken .*another Playground.*--urls http://localhost:5081.\n$", said.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("status")]
    public async Task What_means_nothing_here_is_answered_with_what_does(string argument)
    {
        var (code, _, said) = await Run(["--urls", "http://127.0.0.1:0", argument]);
        Assert.Equal(2, code);
        Assert.StartsWith($"\"{argument}\" means nothing here.", said, StringComparison.Ordinal);
        Assert.Contains("--data FILE", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_is_told_what_there_is()
    {
        var (code, written, said) = await Run(["--help"]);
        Assert.Equal((0, ""), (code, said));
        Assert.All((string[])["--urls", "--data", "--Clock:Start", "--scopes", "--manifest", "--bot"], argument => Assert.Contains(argument, written, StringComparison.Ordinal));
    }

    private static async Task<(int Code, string Written, string Said)> Run(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "AoBot.Playground.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var (written, said) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await written, await said);
    }
}
